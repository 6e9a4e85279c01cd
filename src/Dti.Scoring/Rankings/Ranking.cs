using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Rankings;

/// <summary>Ranks by the root score inside each peer group and pool.</summary>
public static class Ranking
{
    /// <summary>
    /// Groups in the set's order (groups it does not name last, as first seen), inside a group its pools as first seen, best
    /// first, then input order. Units without a score or not ranked come last in their group with no rank. A set without
    /// groups ranks all units together.
    /// </summary>
    /// <param name="set">
    /// Its ranking rule decides ties, decimals and rounding. Rounding before: scores that round to the same decimal are tied.
    /// After: only equal unrounded scores are, that is, those with the same shortest decimal that round-trips.
    /// </param>
    /// <param name="table">Groups, pools and who is ranked.</param>
    /// <param name="scores">Root scores, one a unit, unrounded; NaN = none.</param>
    public static IReadOnlyList<RankedUnit> Rank(IndicatorSet set, UnitTable table, IReadOnlyList<double> scores)
    {
        var groups = PeerGroups.Of(set, table);
        var rows = new List<RankedUnit>(table.Units.Count);
        foreach (int[] members in groups.Members())
        {
            var entries = members.Select(unit => Entry.Of(set.Ranking, table, groups, scores[unit], unit)).ToList();
            foreach (var pool in entries.Where(entry => entry.IsRanked).GroupBy(entry => entry.Row.Pool, StringComparer.Ordinal))
                AddRanked(rows, [.. pool.OrderByDescending(entry => entry.Key)], set.Ranking.Ties);
            rows.AddRange(entries.Where(entry => !entry.IsRanked).OrderByDescending(entry => entry.Key).Select(entry => entry.Row));
        }
        return rows;
    }

    private static void AddRanked(List<RankedUnit> rows, Entry[] best, Ties ties)
    {
        int dense = 0;
        for (int first = 0, next; first < best.Length; first = next)
        {
            next = first + 1;
            while (next < best.Length && best[next].Key == best[first].Key)
                next++;
            dense++;
            double rank = ties switch
            {
                Ties.Dense => dense,
                Ties.Average => (first + 1 + next) / 2.0,
                Ties.Max => next,
                _ => first + 1,
            };
            for (int i = first; i < next; i++)
                rows.Add(best[i].Row with { Rank = rank });
        }
    }

    /// <summary>A row not ranked yet; <see cref="Key"/> is what ties are judged on (NaN sorts last).</summary>
    private sealed record Entry(RankedUnit Row, double Key, bool IsRanked)
    {
        public static Entry Of(RankingRule rule, UnitTable table, PeerGroups groups, double score, int unit)
        {
            bool has = !double.IsNaN(score);
            double rounded = DecimalRounding.Round(score, rule.Decimals);
            string group = groups.Codes[groups.OfUnit[unit]] is { Length: > 0 } code ? code : table.Units[unit].Group;
            var row = new RankedUnit(
                unit, group, table.Units[unit].Pool, null, has ? rounded : null, has ? score : null);
            return new(row, rule.Rounding == RankRounding.Before ? rounded : score, has && table.Units[unit].Ranked);
        }
    }
}

/// <summary>
/// A row of the ranking; <see cref="Unit"/> is the row index in the table. <see cref="Group"/> is the peer group ranked in
/// (where a set has one group and the table left it empty, that one); average ties may give halves.
/// </summary>
public sealed record RankedUnit(int Unit, string Group, string Pool, double? Rank, double? RoundedScore, double? Score);
