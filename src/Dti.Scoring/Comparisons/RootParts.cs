using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Comparisons;

/// <summary>
/// The index score of each unit taken apart: what every leaf gives to it after rescaling or weighting. The parts add up to the score.
/// </summary>
public static class RootParts
{
    /// <returns>
    /// [node index][unit]: a leaf's part, NaN where it gives none (not applicable, excluded, without data, under a node without a score) and at inner nodes. Null where
    /// scores are no sum of parts: a node with several children takes a geometric or harmonic mean.
    /// </returns>
    public static double[][]? Of(SetScores scores) =>
        scores.Plan.Set.Kind == SetKind.Points ? Points(scores) : Additive(scores.Plan) ? Weighted(scores) : null;

    private static double[][] Points(SetScores scores)
    {
        int units = scores.Table.Units.Count;
        double[][] parts = Empty(scores);
        int[] leaves = [.. scores.Plan.Nodes.Where(node => node.Node?.Indicator is not null).Select(node => node.Index)];
        for (int unit = 0; unit < units; unit++)
        {
            double raw = leaves.Where(leaf => !double.IsNaN(scores.Values[leaf][unit])).Sum(leaf => scores.Values[leaf][unit]);
            double factor = raw > 0 ? scores.Root(unit) / raw : 1;
            foreach (int leaf in leaves)
                parts[leaf][unit] = scores.Values[leaf][unit] * factor;
        }
        return parts;
    }

    private static double[][] Weighted(SetScores scores)
    {
        double[][] parts = Empty(scores);
        var weights = new double[scores.Plan.Nodes.Count];
        for (int unit = 0; unit < scores.Table.Units.Count; unit++)
        {
            // What hangs under a node without a score gives nothing.
            Array.Fill(weights, double.NaN);
            weights[0] = 1;
            foreach (var node in scores.Plan.Nodes.Where(node => !double.IsNaN(scores.Values[node.Index][unit])))
            {
                double known = node.Children.Where(child => !double.IsNaN(scores.Values[child][unit])).Sum(child => scores.Plan.Nodes[child].Node!.Weight);
                foreach (int child in node.Children)
                    weights[child] = weights[node.Index] * scores.Plan.Nodes[child].Node!.Weight / known;
                if (node.Node?.Normalised is not null)
                    parts[node.Index][unit] = weights[node.Index] * scores.Values[node.Index][unit];
            }
        }
        return parts;
    }

    private static bool Additive(ScoringPlan plan) => plan.Nodes.All(node =>
        node.Children.Count < 2 || (node.Node?.Aggregate ?? plan.Set.Aggregate) == Aggregation.Arithmetic);

    private static double[][] Empty(SetScores scores)
    {
        var parts = new double[scores.Plan.Nodes.Count][];
        for (int node = 0; node < parts.Length; node++)
            Array.Fill(parts[node] = new double[scores.Table.Units.Count], double.NaN);
        return parts;
    }
}
