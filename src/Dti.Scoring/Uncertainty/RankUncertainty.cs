using System.Numerics;
using System.Runtime.CompilerServices;

namespace Dti.Scoring.Uncertainty;

/// <summary>What the draws made of the ranks.</summary>
public sealed class RankUncertainty
{
    /// <summary>Two units can be told apart when their order holds in at least this share of the draws.</summary>
    public const double Distinguishable = 0.9;

    private readonly ushort[] _ranks;
    private readonly int[] _slotOf;
    private readonly int[] _poolOf;
    private readonly bool[] _gaps;

    internal RankUncertainty(RankPools pools, int units, ushort[] ranks, int scale, int draws, ulong seed)
    {
        _ranks = ranks;
        Draws = draws;
        Seed = seed;
        Pools = pools;
        Scale = scale;
        _slotOf = new int[units];
        _poolOf = new int[pools.Slots.Length];
        _gaps = new bool[pools.Slots.Length];
        Array.Fill(_slotOf, -1);
        for (int slot = 0; slot < pools.Slots.Length; slot++)
            _slotOf[pools.Slots[slot]] = slot;
        var intervals = new RankInterval?[units];
        for (int number = 0; number < pools.Pools.Count; number++)
        {
            var pool = pools.Pools[number];
            Array.Fill(_poolOf, number, pool.First, pool.Count);
            Parallel.For(pool.First, pool.First + pool.Count, slot => _gaps[slot] = RanksOf(slot).Contains((ushort)0));
            string[] tiers = Tiers(pool);
            Parallel.For(0, pool.Count, place => intervals[pools.Slots[pool.First + place]] = Interval(pool.First + place, pool.Count * scale, tiers[place]));
        }
        Units = intervals;
    }

    public int Draws { get; }
    public ulong Seed { get; }

    /// <summary>By row of the table; null for units that are not ranked.</summary>
    public IReadOnlyList<RankInterval?> Units { get; }

    internal RankPools Pools { get; }
    internal int Scale { get; }

    /// <summary>
    /// Share of the draws in which one unit ranks above another, of those in which both have a rank; ties are above for
    /// neither. NaN where they are not ranked together.
    /// </summary>
    /// <param name="unit">Row of the table.</param>
    /// <param name="other">Row of the table.</param>
    public double Above(int unit, int other)
    {
        int a = _slotOf[unit], b = _slotOf[other];
        return a < 0 || b < 0 || _poolOf[a] != _poolOf[b] ? double.NaN : AboveInSlots(a, b);
    }

    /// <summary>The matrix of <see cref="Above"/>: row i, column j tells how often unit i of the list is above unit j. Time grows with the square of the list.</summary>
    public double[][] Above(IReadOnlyList<int> units) =>
        [.. units.AsParallel().AsOrdered().Select(unit => units.Select(other => Above(unit, other)).ToArray())];

    /// <summary>Ranks of all slots, one after the other.</summary>
    internal ReadOnlySpan<ushort> Ranks => _ranks;

    /// <summary>Ranks of a slot, times <see cref="Scale"/>, draw by draw.</summary>
    internal ReadOnlySpan<ushort> RanksOf(int slot) => _ranks.AsSpan(slot * Draws, Draws);

    private RankInterval Interval(int slot, int most, string tier)
    {
        var counts = new int[most + 1];
        foreach (ushort rank in RanksOf(slot))
            counts[rank]++;
        int ranked = Draws - counts[0];
        counts[0] = 0;
        if (ranked == 0)
            return new(double.NaN, double.NaN, double.NaN, double.NaN, 0, tier);
        long sum = 0;
        int top = 0;
        for (int rank = 1; rank < counts.Length; rank++)
        {
            sum += (long)rank * counts[rank];
            top += rank <= 3 * Scale ? counts[rank] : 0;
        }
        return new(At(0.05), At(0.5), At(0.95), (double)sum / ranked / Scale, (double)top / Draws, tier);

        double At(double p) => Quantiles.OfCounts(counts, ranked, p) / Scale;
    }

    /// <summary>
    /// Down the ranking, a tier takes every unit that cannot be told from the tier's first: the first is above it in fewer than
    /// 90 % of the draws. The first unit that can be told from it starts the next tier. Units tied in the ranking stand together:
    /// one that cannot be told apart keeps all of them in the tier, so that their order in the table changes nothing.
    /// </summary>
    private string[] Tiers(RankPool pool)
    {
        string[] tiers = new string[pool.Count];
        var first = Tied(pool, pool.First);
        int tier = 0;
        for (var tied = first; tied.Count > 0; tied = Tied(pool, tied.First + tied.Count))
        {
            if (tied != first && IsAbove(first, tied))
            {
                first = tied;
                tier++;
            }
            Array.Fill(tiers, Letter(tier), tied.First - pool.First, tied.Count);
        }
        return tiers;
    }

    private RankPool Tied(RankPool pool, int first)
    {
        int next = first;
        while (next < pool.First + pool.Count && Pools.Official[next] == Pools.Official[first])
            next++;
        return pool with { First = first, Count = next - first };
    }

    /// <summary>Each of the better ones is above each of the others in enough draws.</summary>
    private bool IsAbove(RankPool better, RankPool others)
    {
        for (int one = better.First; one < better.First + better.Count; one++)
            for (int other = others.First; other < others.First + others.Count; other++)
                if (!(AboveInSlots(one, other) >= Distinguishable))
                    return false;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double AboveInSlots(int a, int b)
    {
        ReadOnlySpan<ushort> one = RanksOf(a), other = RanksOf(b);
        int above = 0, both = Draws;
        int draw = 0;
        var mark = Vector<ushort>.One;
        while (draw + Vector<ushort>.Count <= one.Length)
        {
            // A lane counts to 65,535 before it is added up.
            int end = (int)Math.Min(one.Length - Vector<ushort>.Count, draw + 60_000L * Vector<ushort>.Count);
            var lanes = Vector<ushort>.Zero;
            for (; draw <= end; draw += Vector<ushort>.Count)
            {
                var x = new Vector<ushort>(one[draw..]);
                lanes += mark & Vector.LessThan(x, new Vector<ushort>(other[draw..])) & ~Vector.Equals(x, Vector<ushort>.Zero);
            }
            for (int lane = 0; lane < Vector<ushort>.Count; lane++)
                above += lanes[lane];
        }
        for (; draw < one.Length; draw++)
            above += one[draw] != 0 && one[draw] < other[draw] ? 1 : 0;
        if (_gaps[a] || _gaps[b])
        {
            both = 0;
            for (int i = 0; i < one.Length; i++)
                both += one[i] != 0 && other[i] != 0 ? 1 : 0;
        }
        return (double)above / both;
    }

    /// <summary>A … Z, AA, AB …</summary>
    private static string Letter(int tier) => tier < 26 ? ((char)('A' + tier)).ToString() : Letter(tier / 26 - 1) + Letter(tier % 26);
}

/// <summary>A unit's rank over the draws. NaN where it had a rank in no draw.</summary>
/// <param name="Low">5th percentile (type 7).</param>
/// <param name="Median">50th percentile.</param>
/// <param name="High">95th percentile.</param>
/// <param name="Mean">Mean rank.</param>
/// <param name="TopThree">Share of the draws in which the rank is 3 or better.</param>
/// <param name="Tier">Letter of the run of units, within its group and pool, that cannot be told from the run's first: it starts where the ranking's next unit is below that first one in at least 90 % of the draws.</param>
public sealed record RankInterval(double Low, double Median, double High, double Mean, double TopThree, string Tier);
