using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Explanations;

/// <summary>
/// What to fix first: for each leaf that has room, the score and rank the unit would have with that leaf alone at its best.
/// </summary>
/// <remarks>
/// <para>
/// Point sets: the indicator earns its full share. Other units keep their scores, also under <c>relative</c> rules: a unit that
/// comes up to the best of its group moves no best. An indicator that is excluded stays so.
/// </para>
/// <para>
/// Normalised sets: the column's value becomes that of the best of the unit's peer group (the target, with distance_to_target; the
/// better goalpost, with goalposts), and the column is normalised again for all units, so statistics move as they really would.
/// </para>
/// <para>
/// Growth: n units, k leaves. Point sets: k² a unit. Normalised sets: n k for each leaf lifted where that moves the column, else k.
/// An analysis is made once a table and may be asked by many threads.
/// </para>
/// </remarks>
public sealed class ImprovementAnalysis
{
    private readonly ScoringPlan _plan;
    private readonly Lifting _lifting;
    private readonly WorldRanks _ranks;
    private readonly double[] _roots;

    /// <param name="scores">The table as it was scored.</param>
    public ImprovementAnalysis(SetScores scores)
    {
        _plan = scores.Plan;
        _roots = scores.Values[0];
        _lifting = _plan.Set.Kind == SetKind.Points ? new PointLifting(scores) : new CompositeLifting(scores);
        _ranks = new(_plan.Set, scores.Table, _roots);
    }

    /// <param name="unit">Row of the table.</param>
    public UnitImprovements Of(int unit)
    {
        var actions = new List<Improvement>();
        var unclear = new List<UnclearImprovement>();
        double score = _roots[unit];
        foreach (int leaf in double.IsNaN(score) ? [] : _lifting.Leaves(unit))
        {
            var node = _plan.Nodes[leaf].Node!;
            try
            {
                var (root, roots) = _lifting.Lift(unit, leaf);
                double rank = roots is null ? _ranks.With(unit, root) : _ranks.Among(unit, roots);
                if (root > score)
                    actions.Add(new(node.Code, root - score, node.Effort, root, Known(rank)));
            }
            catch (ScoringException refused)
            {
                unclear.Add(new(node.Code, refused.Message));
            }
        }
        return new(unit, score, Known(_ranks.Of(unit)), [.. actions.OrderByDescending(action => Math.Round(action.Gained, Improvement.Decimals))], unclear);
    }

    private static double? Known(double rank) => double.IsNaN(rank) ? null : rank;
}

/// <summary>One kind of set's way to bring one leaf of one unit to its best.</summary>
internal abstract class Lifting
{
    /// <summary>Nodes of the leaves that have room, in tree order.</summary>
    public abstract IEnumerable<int> Leaves(int unit);

    /// <exception cref="ScoringException">The set cannot score the table with the leaf at its best.</exception>
    public abstract ReplacedRow Lift(int unit, int leaf);
}
