using System.Runtime.CompilerServices;
using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>
/// Ranks of one pool in one draw, by the rule the official ranking uses (<see cref="Ranking"/>). Keys are first thrown into as
/// many buckets as there are units, by where they lie between the least and the greatest; what shares a bucket is sorted there.
/// </summary>
internal sealed class PoolRanks(RankingRule rule, int largest)
{
    private const double LargestWhole = 1L << 40;

    private readonly double[] _keys = new double[largest];
    private readonly double[] _sorted = new double[largest];
    private readonly int[] _units = new int[largest];
    private readonly int[] _bucket = new int[largest];
    private readonly int[] _starts = new int[largest + 2];
    private readonly double _scale = Math.Pow(10, rule.Decimals);

    /// <summary>Ranks are kept as whole numbers: twice the rank where ties take the average, which has halves.</summary>
    public static int Scale(RankingRule rule) => rule.Ties == Ties.Average ? 2 : 1;

    /// <param name="scores">Root scores; NaN = none.</param>
    /// <param name="ranks">Ranks times <see cref="Scale"/>; 0 = none.</param>
    public void Fill(ReadOnlySpan<double> scores, Span<ushort> ranks)
    {
        ranks.Clear();
        int count = Sort(scores);
        int dense = 0;
        for (int first = 0, next; first < count; first = next)
        {
            next = first + 1;
            while (next < count && _sorted[next] == _sorted[first])
                next++;
            dense++;
            int rank = rule.Ties switch
            {
                Ties.Dense => dense,
                Ties.Average => first + 1 + next,
                Ties.Max => next,
                _ => first + 1,
            };
            for (int i = first; i < next; i++)
                ranks[_units[i]] = (ushort)rank;
        }
    }

    /// <summary>Fills sorted keys, greatest first, with the unit of each; how many there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Sort(ReadOnlySpan<double> scores)
    {
        var (least, most, count) = Keys(scores);
        // 0, infinite or NaN where keys are equal or as far apart as numbers go: conversions saturate, few buckets take all.
        double slope = (count - 1) / (most - least);
        var starts = _starts.AsSpan(0, count + 1);
        starts.Clear();
        for (int unit = 0; unit < scores.Length; unit++)
        {
            if (double.IsNaN(_keys[unit]))
                continue;
            int bucket = Math.Min(count - 1, (int)((most - _keys[unit]) * slope));
            _bucket[unit] = bucket;
            starts[bucket + 1]++;
        }
        for (int bucket = 1; bucket < starts.Length; bucket++)
            starts[bucket] += starts[bucket - 1];
        for (int unit = 0; unit < scores.Length; unit++)
        {
            if (double.IsNaN(_keys[unit]))
                continue;
            int at = starts[_bucket[unit]]++;
            (_sorted[at], _units[at]) = (_keys[unit], unit);
        }
        SortBuckets(starts, count);
        return count;
    }

    /// <summary>After the throw each start has moved to its bucket's end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SortBuckets(ReadOnlySpan<int> ends, int count)
    {
        for (int bucket = 0, start = 0; bucket < count; start = ends[bucket++])
        {
            int length = ends[bucket] - start;
            if (length > 24)
                _sorted.AsSpan(start, length).Sort(_units.AsSpan(start, length), (a, b) => b.CompareTo(a));
            else
                for (int i = start + 1; i < start + length; i++)
                {
                    var (key, unit) = (_sorted[i], _units[i]);
                    int at = i;
                    for (; at > start && _sorted[at - 1] < key; at--)
                        (_sorted[at], _units[at]) = (_sorted[at - 1], _units[at - 1]);
                    (_sorted[at], _units[at]) = (key, unit);
                }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Least, double Most, int Count) Keys(ReadOnlySpan<double> scores)
    {
        bool whole = rule.Rounding == RankRounding.Before && double.IsFinite(_scale);
        for (int unit = 0; whole && unit < scores.Length; unit++)
            whole = !(Math.Abs(scores[unit]) * _scale >= LargestWhole);

        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        int count = 0;
        for (int unit = 0; unit < scores.Length; unit++)
        {
            double score = scores[unit];
            if (double.IsNaN(score))
            {
                _keys[unit] = score;
                continue;
            }
            double key = rule.Rounding == RankRounding.After ? score : whole ? Whole(score) : DecimalRounding.Round(score, rule.Decimals);
            _keys[unit] = key;
            least = Math.Min(least, key);
            most = Math.Max(most, key);
            count++;
        }
        return (least, most, count);
    }

    /// <summary>The rounded score in units of its last decimal. Only near a tie does the shortest decimal have to be looked at.</summary>
    private double Whole(double score)
    {
        double size = Math.Abs(score) * _scale, floor = Math.Floor(size), share = size - floor;
        double whole = Math.Abs(share - 0.5) > 1e-3 ? share > 0.5 ? floor + 1 : floor
            : Math.Round(Math.Abs(DecimalRounding.Round(score, rule.Decimals)) * _scale);
        return score < 0 ? -whole : whole;
    }
}
