using Dti.Scoring.Scores;

namespace Dti.Scoring.Statistics;

/// <summary>
/// Nominal weight beside actual importance for the index: share of points or of weight against the squared correlation ratio
/// (<see cref="LocalLinear"/>) and the R² of a straight line.
/// </summary>
internal static class ImportanceAnalysis
{
    public static IReadOnlyList<NodeImportance> Of(SetScores scores, int[] units, int[] leaves, StatisticsColumn?[] columns)
    {
        int[] top = [.. scores.Plan.Nodes[0].Children.Where(child => columns[child] is not null)];
        var result = new List<NodeImportance>();
        if (!top.SequenceEqual(leaves))
            result.AddRange(Level(scores, units, top, columns, areLeaves: false));
        result.AddRange(Level(scores, units, leaves, columns, areLeaves: true));
        return result;
    }

    private static IEnumerable<NodeImportance> Level(SetScores scores, int[] units, int[] level, StatisticsColumn?[] columns, bool areLeaves)
    {
        double[] nominal = [.. level.Select(node => Nominal(scores, units, node))];
        double all = nominal.Sum();
        var measured = level.Select(node => Measure(columns[node]!, columns[0]!)).ToArray();
        double sum = measured.Sum(figure => figure.Ratio.Value ?? 0), linearSum = measured.Sum(figure => figure.Linear.Value ?? 0);
        for (int i = 0; i < level.Length; i++)
        {
            if (nominal[i] == 0)
                continue;
            var (pairs, linear, ratio, chance) = measured[i];
            var straight = pairs < StatisticsLimits.Finding && linear.Gap == Gap.None ? Figure.Missing(Gap.TooFew) : linear;
            yield return new(level[i], scores.Plan.Nodes[level[i]].Code, areLeaves, nominal[i] / all, pairs, linear, ratio, chance, Share(ratio, sum), Share(straight, linearSum));
        }
    }

    private static Figure Share(Figure part, double sum) =>
        part.Value is { } known && sum > 0 ? Figure.Of(known / sum) : Figure.Missing(part.Gap == Gap.None ? Gap.Constant : part.Gap);

    private static (int Pairs, Figure Linear, Figure Ratio, Figure ByChance) Measure(StatisticsColumn node, StatisticsColumn index)
    {
        var (r, pairs) = Pearson.Of(node.Scaled, index.Scaled);
        var linear = r.Value is { } known ? Figure.Of(known * known) : r;
        var gap = r.Value is null ? r.Gap : pairs < StatisticsLimits.Importance ? Gap.TooFew : Gap.None;
        if (gap != Gap.None)
            return (pairs, linear, Figure.Missing(gap), Figure.Missing(gap));
        int[] both = [.. Enumerable.Range(0, node.Scaled.Length).Where(i => !double.IsNaN(node.Scaled[i]) && !double.IsNaN(index.Scaled[i]))];
        var (ratio, chance) = LocalLinear.Of([.. both.Select(i => node.Scaled[i])], [.. both.Select(i => index.Scaled[i])]);
        return (pairs, linear, Figure.Of(ratio), Figure.Of(chance));
    }

    /// <summary>Points the group's units can get there, or the product of weights (relative among siblings) down to the node.</summary>
    private static double Nominal(SetScores scores, int[] units, int index)
    {
        if (scores.Maxima is { } maxima)
            return units.Select(unit => maxima[index][unit]).Where(double.IsFinite).Sum();
        double weight = 1;
        for (var node = scores.Plan.Nodes[index]; node.Parent >= 0; node = scores.Plan.Nodes[node.Parent])
            weight *= node.Node!.Weight / scores.Plan.Nodes[node.Parent].Children.Sum(child => scores.Plan.Nodes[child].Node!.Weight);
        return weight;
    }
}
