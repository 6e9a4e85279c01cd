using Dti.Scoring.Scores;

namespace Dti.Scoring.Explanations;

/// <summary>
/// Why ranks and scores changed between two years. Every coalition of the four players — a unit's own inputs, the inputs of the
/// other units that are in both years, the method, entry and exit — makes a world: those in it have moved to the new year, the
/// rest stay in the old. The unit's rank in each world, under that world's set with its groups, pools, ties and rounding, is the
/// coalition's value; none is the old rank, all is the new one. Contributions are Shapley values: they add up to the change, a
/// player that changes nothing in any coalition gets 0, two that always do the same get the same (Shapley 1953).
/// </summary>
/// <remarks>
/// <para>
/// Scores are decomposed the same way, as shares of each set's full scale (<see cref="MethodInputs.FullScale"/>), so that sets of
/// different scales can be compared.
/// </para>
/// <para>
/// An input without counterpart in the other set: see <see cref="MethodInputs.WithoutCounterpart"/>. An indicator without
/// counterpart whose value depends on other units (<c>relative</c>, min_max, zscore …) leaves for all units in worlds where the
/// others have the other year's inputs, since there is nothing to compare with. Data thresholds hold in every world.
/// </para>
/// <para>
/// Growth: with n units and k leaves, sets whose rules read their own row only take eight scorings of the table and, for each
/// unit, sixteen searches in its pool: n k + n log n. Each relative point indicator adds n² (its column is filled again for every
/// unit); where a replaced row moves another unit's share all are summed again, n k for that unit. In normalised sets distances
/// take n k for each unit that is an end of a column or would be. With zscores, min_max and places (rank, borda, percentile_rank)
/// under arithmetic means one unit moves the others a little only: k for each unit whose score is so near that it may change
/// sides. Imputation, outlier treatment, a reference unit, other means and dense ties are fitted again for every unit: n² k
/// (<see cref="Work"/>). Units run in parallel; the result does not depend on it.
/// </para>
/// </remarks>
public static class RankChangeAnalysis
{
    /// <summary>Cells that are looked at again, at most, because one unit's inputs move all the others: what the time of large tables grows with.</summary>
    public static double Work(MethodInputs old, MethodInputs now) =>
        4.0 * Math.Max(old.Old.Units.Count, now.New.Units.Count) * Math.Max(old.Old.Units.Count, now.New.Units.Count)
        * (MixedMethod.Of(old).FittedAgain + MixedMethod.Of(now).FittedAgain);

    /// <param name="old">The old set with both years' inputs.</param>
    /// <param name="now">The new set with both years' inputs.</param>
    /// <param name="successors">Old unit code to new where they differ; units not named continue under their own code.</param>
    /// <param name="cancellation">Stops between units.</param>
    /// <returns>Units of the new year in its table's order, then those that left in the old table's.</returns>
    /// <exception cref="ScoringException">
    /// What happened cannot be scored, a unit stands twice in a table, or the tables of one year do not hold the same units. A
    /// world that never was and cannot be scored is a reason of the units concerned instead.
    /// </exception>
    public static IReadOnlyList<RankChange> Explain(
        MethodInputs old, MethodInputs now, IReadOnlyDictionary<string, string>? successors = null, CancellationToken cancellation = default)
    {
        var pairs = UnitPairs.Match(old.Old, now.New, successors);
        var worlds = new MixedWorlds(old, now, pairs);
        var changes = new RankChange[pairs.All.Count];
        Parallel.For(0, changes.Length, new() { CancellationToken = cancellation }, pair => changes[pair] = Of(worlds, pairs.All[pair], pair));
        return changes;
    }

    private static RankChange Of(MixedWorlds worlds, UnitPair unit, int pair)
    {
        Span<double> scores = stackalloc double[Shapley.Coalitions], ranks = stackalloc double[Shapley.Coalitions];
        scores.Fill(double.NaN);
        ranks.Fill(double.NaN);
        string? detail = null;
        const int all = Shapley.Coalitions - 1;
        for (int coalition = 0; coalition <= all; coalition++)
        {
            // A unit of one year only is looked up in that year alone.
            if (!unit.Continues && coalition != (unit.New is null ? 0 : all))
                continue;
            (scores[coalition], ranks[coalition]) = worlds.Of(coalition, pair, out string? fault);
            detail ??= fault;
        }

        var rank = Shapley.Of(ranks);
        NoDecomposition? reason = rank is not null ? null
            : unit.Old is null ? NoDecomposition.Entered
            : unit.New is null ? NoDecomposition.Left
            : double.IsNaN(ranks[0]) ? NoDecomposition.NoOldRank
            : double.IsNaN(ranks[all]) ? NoDecomposition.NoNewRank
            : NoDecomposition.NoCounterfactual;
        return new(unit.Old, unit.New, Known(ranks[0]), Known(ranks[all]), scores[0], scores[all], rank, Shapley.Of(scores), reason, detail);
    }

    private static double? Known(double rank) => double.IsNaN(rank) ? null : rank;
}
