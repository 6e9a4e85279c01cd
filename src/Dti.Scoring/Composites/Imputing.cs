using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Composites;

/// <summary>Fills missing values from the values the column has; where there is none to take from they stay missing.</summary>
internal static class Imputing
{
    public static void Fill(NormalisedLeaf leaf, string code, CompositeRun run, double[] column, int[] units)
    {
        if (leaf.Impute == Imputation.None || !units.Any(unit => double.IsNaN(column[unit])))
            return;
        foreach (int[] members in leaf.Impute == Imputation.GroupMean ? Groups(leaf, code, run, units) : [units])
        {
            var statistics = new ColumnStatistics(column, members);
            if (statistics.Count == 0)
                continue;
            double fill = leaf.Impute == Imputation.Median ? statistics.Median : statistics.Mean;
            foreach (int unit in members)
                if (double.IsNaN(column[unit]))
                    column[unit] = fill;
        }
    }

    private static IEnumerable<int[]> Groups(NormalisedLeaf leaf, string code, CompositeRun run, int[] units)
    {
        if (leaf.ImputeBy is null or "group")
            return units.GroupBy(unit => run.Groups.OfUnit[unit]).Select(group => group.ToArray());
        if (!run.Table.Labels.TryGetValue(leaf.ImputeBy, out var labels))
            throw new ScoringException("unknown-column", $"Column {code}: impute_by names {leaf.ImputeBy}, which the table lacks; add it or leave impute_by out.");
        return units.GroupBy(unit => labels[unit], StringComparer.Ordinal).Select(group => group.ToArray());
    }
}
