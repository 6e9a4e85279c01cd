using Dti.Scoring.Scores;

namespace Dti.Scoring.Explanations;

/// <summary>
/// The eight worlds of set × others' inputs × units. With the unit's own inputs these make the sixteen coalitions: where its own
/// inputs are of the year of the others', its world has them; else its row takes those of the world that has the other year's.
/// </summary>
internal sealed class MixedWorlds
{
    private const int Methods = Shapley.Method;

    private readonly World?[] _worlds = new World?[Shapley.Coalitions];
    private readonly double[] _scales;
    private readonly string?[] _faults = new string?[Shapley.Coalitions];

    public MixedWorlds(MethodInputs old, MethodInputs now, UnitPairs pairs)
    {
        _scales = [old.Scale, now.Scale];
        foreach (bool isNew in (bool[])[false, true])
        {
            var inputs = isNew ? now : old;
            var method = MixedMethod.Of(inputs);
            var tables = new MixedTables(inputs, isNew, pairs);
            foreach (bool others in (bool[])[false, true])
                foreach (bool units in (bool[])[false, true])
                    Add(inputs, method, tables, isNew, others, units);
        }
    }

    /// <summary>Score and rank of a pair's unit in a coalition, both NaN where it has none there.</summary>
    /// <param name="coalition">Sum of the players' bits in <see cref="Shapley"/>.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="fault">Why the coalition cannot be scored.</param>
    public (double Score, double Rank) Of(int coalition, int pair, out string? fault)
    {
        bool own = (coalition & Shapley.Own) != 0, others = (coalition & Shapley.Others) != 0;
        int key = coalition & ~Shapley.Own;
        double scale = _scales[(coalition & Methods) != 0 ? 1 : 0];
        fault = _faults[key];
        if (_worlds[key] is not { } world || world.Scores.World.RowOf[pair] is var row && row < 0)
            return (double.NaN, double.NaN);
        if (own == others)
            return (world.Scores.Roots[row] / scale, world.Ranks.Of(row));

        fault = _faults[key ^ Shapley.Others];
        if (_worlds[key ^ Shapley.Others] is not { } other)
            return (double.NaN, double.NaN);
        try
        {
            if (world.Scores.Shift(other.Scores, row) is { } shifted && world.Ranks.Among(row, shifted) is { } rank)
                return (shifted.Own / scale, rank);
            var (root, roots) = world.Scores.Replace(other.Scores, row);
            return (root / scale, roots is null ? world.Ranks.With(row, root) : world.Ranks.Among(row, roots));
        }
        catch (ScoringException refused)
        {
            fault = refused.Message;
            return (double.NaN, double.NaN);
        }
    }

    private void Add(MethodInputs inputs, MixedMethod method, MixedTables tables, bool isNew, bool others, bool units)
    {
        int key = (isNew ? Methods : 0) | (others ? Shapley.Others : 0) | (units ? Shapley.EntryAndExit : 0);
        try
        {
            var scores = method.Score(tables.Make(others, units));
            _worlds[key] = new(scores, new(inputs.Plan.Set, scores.World.Table, scores.Roots));
        }
        catch (ScoringException refused) when (isNew != others || isNew != units)
        {
            // Only what happened has to be scorable.
            _faults[key] = refused.Message;
        }
    }

    private sealed record World(MixedScores Scores, WorldRanks Ranks);
}
