using Dti.Assessment.Editions;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;

namespace Dti.Assessment.Statistics;

/// <summary>Statistics of a published edition, of the scores it published and the inputs that counted; nothing is scored again.</summary>
public static class EditionStatistics
{
    /// <param name="edition">The edition.</param>
    /// <param name="set">Its set, read from its own YAML.</param>
    /// <returns>One a peer group; units by their row in <see cref="Edition.Units"/>.</returns>
    public static IReadOnlyList<GroupStatistics> Of(Edition edition, IndicatorSet set)
    {
        var plan = ScoringPlan.Compile(set);
        var nodes = plan.Nodes.ToDictionary(node => node.Code, node => node.Index, StringComparer.Ordinal);
        var units = edition.Units.Select((unit, row) => (unit.Code, row)).ToDictionary(unit => unit.Code, unit => unit.row, StringComparer.Ordinal);
        double[][] values = Unknown(plan.Nodes.Count, units.Count), maxima = Unknown(plan.Nodes.Count, units.Count);
        foreach (var score in edition.Scores)
        {
            values[nodes[score.Code]][units[score.Unit]] = score.Score ?? double.NaN;
            maxima[nodes[score.Code]][units[score.Unit]] = score.Maximum ?? double.NaN;
        }
        return StatisticsAnalysis.Run(new()
        {
            Plan = plan,
            Table = YearTable.Build(set, edition.Units, edition.Inputs, (_, cell) => cell.Counted).Table,
            Values = values,
            Maxima = set.Kind is SetKind.Points ? maxima : null,
        });
    }

    private static double[][] Unknown(int nodes, int units)
    {
        double[][] columns = new double[nodes][];
        for (int node = 0; node < nodes; node++)
            Array.Fill(columns[node] = new double[units], double.NaN);
        return columns;
    }
}
