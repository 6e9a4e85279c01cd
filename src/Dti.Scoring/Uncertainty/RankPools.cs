using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>The official ranking's ranked units in slots, pool after pool, best first.</summary>
internal sealed class RankPools
{
    public RankPools(IndicatorSet set, IReadOnlyList<RankedUnit> ranking)
    {
        var pools = new List<RankPool>();
        var rows = new List<RankedUnit>(ranking.Count);
        // A set without groups ranks all units together, whatever the table's group column says.
        foreach (var pool in ranking.Where(row => row.Rank is not null).GroupBy(row => (Group: set.Groups.Count == 0 ? "" : row.Group, row.Pool)))
        {
            int first = rows.Count;
            rows.AddRange(pool);
            pools.Add(new(first, rows.Count - first, pool.Key.Group, pool.Key.Pool));
        }
        Pools = pools;
        Slots = [.. rows.Select(row => row.Unit)];
        Official = [.. rows.Select(row => row.Rank!.Value)];
        Largest = pools.Count > 0 ? pools.Max(pool => pool.Count) : 0;
    }

    public IReadOnlyList<RankPool> Pools { get; }

    /// <summary>Table row of each slot.</summary>
    public int[] Slots { get; }

    /// <summary>Official rank of each slot.</summary>
    public double[] Official { get; }

    public int Largest { get; }
}

/// <summary>Units ranked against each other: slots from the first.</summary>
internal readonly record struct RankPool(int First, int Count, string Group, string Pool);
