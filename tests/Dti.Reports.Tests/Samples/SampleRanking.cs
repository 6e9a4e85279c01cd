using Dti.Assessment.Editions;
using Dti.Scoring.Sets;

namespace Dti.Reports.Tests.Samples;

/// <summary>Ranks with ties sharing the best rank, on scores rounded as the set says.</summary>
internal static class SampleRanking
{
    public static IEnumerable<EditionRank> Of(IndicatorSet set, IReadOnlyList<EditionUnit> units, IReadOnlyList<EditionScore> scores)
    {
        var roots = scores.Where(score => score.Code == "INDEX").ToDictionary(score => score.Unit, score => score.Score);
        foreach (var group in units.GroupBy(unit => (unit.Group, unit.Pool)))
        {
            var rows = group.Select(unit => (Unit: unit, Score: Rounded(roots[unit.Code], set.Ranking.Decimals))).ToArray();
            var ranked = rows.Where(row => row.Unit.Ranked && row.Score is not null).OrderByDescending(row => row.Score).ToArray();
            foreach (var row in ranked)
                yield return new(group.Key.Group, group.Key.Pool, 1 + ranked.Count(other => other.Score > row.Score), row.Unit.Code, row.Score);
            foreach (var row in rows.Except(ranked))
                yield return new(group.Key.Group, group.Key.Pool, null, row.Unit.Code, row.Score);
        }
    }

    private static double? Rounded(double? score, int decimals) =>
        score is { } known ? (double)Math.Round((decimal)known, decimals, MidpointRounding.AwayFromZero) : null;
}
