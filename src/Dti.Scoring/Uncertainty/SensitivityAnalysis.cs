using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>
/// Which choice of method moves the ranks (Saisana, Saltelli and Tarantola 2005): in each pool of units ranked together the
/// output is the mean absolute difference of their ranks from the official ones; the choices are those the set varies, the
/// weights also apart for each node of the first level. Draws are taken in parts, so memory does not grow with their number.
/// </summary>
public static class SensitivityAnalysis
{
    /// <summary>More nodes on the first level than this are told as one choice.</summary>
    public const int MostFamilies = 20;

    private const int ChunkBytes = 64_000_000;

    /// <param name="scores">The official scores.</param>
    /// <param name="ranking">The official ranking.</param>
    /// <param name="options">Draws are the base sample; as many are run for it, for a second one and for each choice.</param>
    /// <param name="cancellation">Stops within a few draws.</param>
    /// <returns>Each pool with an index for each choice that varies, in the ranking's order.</returns>
    /// <exception cref="ScoringException">As <see cref="UncertaintyAnalysis.Run(SetScores, IReadOnlyList{RankedUnit}, UncertaintyOptions, CancellationToken)"/>.</exception>
    public static IReadOnlyList<PoolSensitivity> Run(
        SetScores scores, IReadOnlyList<RankedUnit> ranking, UncertaintyOptions options, CancellationToken cancellation = default) =>
        Run(scores, ranking, options, ChunkBytes, cancellation);

    internal static IReadOnlyList<PoolSensitivity> Run(
        SetScores scores, IReadOnlyList<RankedUnit> ranking, UncertaintyOptions options, int chunkBytes, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Draws, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Draws, UncertaintyAnalysis.MostDraws);
        var choices = VariedChoice.Of(scores.Plan);
        var pools = new RankPools(scores.Plan.Set, ranking);
        UncertaintyAnalysis.RefuseLarge(pools);
        if (pools.Slots.Length == 0)
            return [];
        double[][] shifts = Shifts(scores, pools, choices, options, chunkBytes, cancellation);
        return [.. pools.Pools.Select((pool, number) => Of(pool.Group, pool.Pool, choices, shifts[number], options.Draws))];
    }

    /// <summary>How many draws a base sample takes in all.</summary>
    public static int RunsPerDraw(ScoringPlan plan) => VariedChoice.Of(plan).Count + 2;

    /// <summary>By pool: sample after sample, draw by draw.</summary>
    private static double[][] Shifts(SetScores scores, RankPools pools, IReadOnlyList<VariedChoice> choices, UncertaintyOptions options, int chunkBytes, CancellationToken cancellation)
    {
        var set = scores.Plan.Set;
        int samples = choices.Count + 2, n = options.Draws;
        var model = UncertaintyAnalysis.Model(scores, pools, options.Seed);
        var random = new RandomDraws(UncertaintyAnalysis.RuleOf(set), options.Seed, model.Leaves, 2 * n);
        int rows = (int)Math.Clamp(chunkBytes / sizeof(ushort) / ((long)samples * pools.Slots.Length), 1, n);
        var ranks = new ushort[(long)rows * samples * pools.Slots.Length];
        double[][] shifts = [.. pools.Pools.Select(_ => new double[samples * n])];
        for (int start = 0; start < n; start += rows)
        {
            int count = Math.Min(rows, n - start), done = start * samples;
            var progress = options.Progress is { } told ? new Shifted(told, done) : null;
            new RankDraws(model, new RadialDraws(random, choices, n, start, count), pools).Fill(ranks, UncertaintyAnalysis.ThreadsOf(options), progress, cancellation);
            for (int number = 0; number < shifts.Length; number++)
            {
                double[] part = Shifts(pools, pools.Pools[number], ranks, count * samples, PoolRanks.Scale(set.Ranking));
                for (int sample = 0; sample < samples; sample++)
                    Array.Copy(part, sample * count, shifts[number], sample * n + start, count);
            }
        }
        return shifts;
    }

    /// <summary>Mean absolute difference from the official rank, draw by draw, over the units that have a rank in it.</summary>
    internal static double[] Shifts(RankPools pools, RankPool pool, ReadOnlySpan<ushort> ranks, int draws, int scale)
    {
        double[] sums = new double[draws], counts = new double[draws];
        for (int slot = pool.First; slot < pool.First + pool.Count; slot++)
        {
            var ofSlot = ranks.Slice(slot * draws, draws);
            for (int draw = 0; draw < ofSlot.Length; draw++)
            {
                if (ofSlot[draw] == 0)
                    continue;
                sums[draw] += Math.Abs((double)ofSlot[draw] / scale - pools.Official[slot]);
                counts[draw]++;
            }
        }
        for (int draw = 0; draw < sums.Length; draw++)
            sums[draw] = counts[draw] > 0 ? sums[draw] / counts[draw] : 0;
        return sums;
    }

    private static PoolSensitivity Of(string group, string pool, IReadOnlyList<VariedChoice> choices, double[] shifts, int n)
    {
        double mean = shifts.AsSpan(0, 2 * n).ToArray().Sum() / (2 * n);
        // Taking the mean away changes no expectation and makes the first order's estimate far less noisy.
        double[] y = [.. shifts.Select(shift => shift - mean)];
        return new(group, pool, mean, [.. choices.Select((choice, i) =>
        {
            ReadOnlySpan<double> a = y.AsSpan(0, n), b = y.AsSpan(n, n), ab = y.AsSpan((2 + i) * n, n);
            return new SensitivityIndex(choice.Choice, choice.Node, Sobol.Of(a, b, ab), Sobol.ErrorOf(a, b, ab));
        })]);
    }

    private sealed class Shifted(IProgress<int> told, int done) : IProgress<int>
    {
        public void Report(int value) => told.Report(done + value);
    }
}

/// <summary>Units ranked together: how far the choices move their ranks, and which of them do.</summary>
/// <param name="Group">Peer group; empty where the set has none.</param>
/// <param name="Pool">Pool within the group, or empty.</param>
/// <param name="MeanShift">By how many ranks a unit is away from its official rank, on average over units and draws.</param>
/// <param name="Indices">One for each choice that varies.</param>
public sealed record PoolSensitivity(string Group, string Pool, double MeanShift, IReadOnlyList<SensitivityIndex> Indices);

/// <param name="Choice">What varies.</param>
/// <param name="Node">For weights: the code of the first-level node whose weight, and those below it, vary; null = all.</param>
/// <param name="Index">Shares of variance; NaN where no rank ever moves.</param>
/// <param name="Error">Their standard errors, from a base sample of this length.</param>
public sealed record SensitivityIndex(MethodChoice Choice, string? Node, SobolIndex Index, SobolIndex Error);
