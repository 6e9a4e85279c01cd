using System.Globalization;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>
/// Monte Carlo over the choices an index rests on (OECD/JRC handbook 2008, step 7). Each draw multiplies the weight or points of
/// every node by a factor of its own, uniform in 1 ± <see cref="UncertaintyRule.Weights"/> and renormalised among siblings;
/// takes one of the set's alternative normalisations and one of its aggregations for all nodes, each with equal chance; gives
/// the named inputs their errors; leaves out one leaf where the set says so (its siblings take over its weight). Then it
/// ranks as the set ranks. Without a rule in the set weights vary by 25 % and nothing else does. Point sets have neither
/// normalisation nor aggregation to vary. A draw in which nothing varies gives the official ranks exactly.
/// </summary>
/// <remarks>The same scores, ranking, draws and seed give the same bits, on any machine and any number of threads.</remarks>
public static class UncertaintyAnalysis
{
    public const int MostDraws = 1_000_000;

    /// <summary>Ranks of a pool, twice over where ties take the average, fit 16 bits.</summary>
    public const int LargestPool = 32_767;

    /// <summary>Bytes for the ranks of all units in all draws.</summary>
    public const long MostMemory = 400_000_000;

    /// <param name="scores">The official scores.</param>
    /// <param name="ranking">The official ranking of these scores; units without a rank take no part.</param>
    /// <param name="options">Draws, seed, threads.</param>
    /// <param name="cancellation">Stops within a few draws.</param>
    /// <exception cref="ScoringException">A draw cannot be scored (a value that is not positive under a geometric mean …), or there is too much to draw.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RankUncertainty Run(SetScores scores, IReadOnlyList<RankedUnit> ranking, UncertaintyOptions options, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Draws, MostDraws);
        return Run(scores, ranking, options, leaves => new RandomDraws(RuleOf(scores.Plan.Set), options.Seed, leaves, options.Draws), cancellation);
    }

    internal static RankUncertainty Run(
        SetScores scores, IReadOnlyList<RankedUnit> ranking, UncertaintyOptions options, Func<int[], IDraws> drawsOf, CancellationToken cancellation)
    {
        var set = scores.Plan.Set;
        var pools = new RankPools(set, ranking);
        RefuseLarge(pools);
        Refuse(pools, options.Draws);
        var ranks = new ushort[(long)pools.Slots.Length * options.Draws];
        if (pools.Slots.Length > 0)
        {
            var model = Model(scores, pools, options.Seed);
            new RankDraws(model, drawsOf(model.Leaves), pools).Fill(ranks, ThreadsOf(options), options.Progress, cancellation);
        }
        return new(pools, scores.Table.Units.Count, ranks, PoolRanks.Scale(set.Ranking), options.Draws, options.Seed);
    }

    internal static UncertaintyRule RuleOf(IndicatorSet set)
    {
        var rule = set.Uncertainty ?? new();
        return set.Kind == SetKind.Points ? rule with { Normalise = [], Aggregate = [] } : rule;
    }

    internal static int ThreadsOf(UncertaintyOptions options) => options.Threads > 0 ? options.Threads : Environment.ProcessorCount;

    internal static DrawnModel Model(SetScores scores, RankPools pools, ulong seed)
    {
        var set = scores.Plan.Set;
        var model = new DrawnModel(scores.Plan, scores.Table, pools.Slots, new(set, scores.Table, seed));
        return RuleOf(set).DropOne && model.Leaves.Length < 2
            ? throw new ScoringException("nothing-left", "uncertainty.drop leaves out one indicator, but the set has only one; take drop out of the set.")
            : model;
    }

    internal static void RefuseLarge(RankPools pools)
    {
        if (pools.Largest > LargestPool)
            throw new ScoringException("too-many-units", string.Create(CultureInfo.InvariantCulture,
                $"{pools.Largest} units are ranked together; rank intervals are for at most {LargestPool}. Rank them in groups or pools, or leave the uncertainty out."));
    }

    private static void Refuse(RankPools pools, int draws)
    {
        long most = MostMemory / sizeof(ushort) / Math.Max(1, pools.Slots.Length);
        if (draws > most)
            throw new ScoringException("too-many-draws", string.Create(CultureInfo.InvariantCulture,
                $"The ranks of {pools.Slots.Length} units in {draws} draws take too much memory; ask for at most {most} draws."));
    }
}

/// <param name="Draws">From 1 to <see cref="UncertaintyAnalysis.MostDraws"/>.</param>
/// <param name="Seed">Any number.</param>
/// <param name="Threads">0 = one a processor. Changes no result.</param>
/// <param name="Progress">Told how many draws are done, from several threads.</param>
public sealed record UncertaintyOptions(int Draws, ulong Seed, int Threads = 0, IProgress<int>? Progress = null);
