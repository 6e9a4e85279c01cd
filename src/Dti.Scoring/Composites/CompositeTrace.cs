using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Composites;

/// <summary>Explains scores of a normalised set.</summary>
internal sealed class CompositeTrace(CompositeScorer scorer, IndicatorSet set, SetScores scores, CompositeRun run)
{
    public ScoreTrace Explain(int unit, int index)
    {
        var node = scores.Plan.Nodes[index];
        var children = node.Children.Select(child => new TraceChild(scores.Plan.Nodes[child].Code, scores.Values[child][unit], scorer.Weights[child])).ToList();
        var trace = new ScoreTrace(node.Code, scores.Values[index][unit], double.NaN, double.NaN, "", node.Node?.Source, [], children, null);
        int leaf = Array.FindIndex(scorer.Leaves, column => column.Node == index);
        return leaf >= 0 ? Leaf(trace, node.Node!, leaf, unit) : Inner(trace, node.Node, unit);
    }

    private ScoreTrace Leaf(ScoreTrace trace, Node node, int index, int unit)
    {
        var column = scorer.Leaves[index];
        var fitted = run.Fitted[index] ??= column.Fit(run);
        var operands = new List<TraceOperand> { new(node.Code, node.Name.Vi, column.Raw(run, unit), InputType.Number, "table") };
        if (column.Denominator(run, unit) is { } denominator)
            operands.Add(new(column.Leaf.Denominator!, column.Leaf.Denominator!, denominator, InputType.Number, "table"));

        int scope = run.ScopeOf(unit);
        trace = trace with { Operands = operands };
        return double.IsNaN(trace.Score)
            ? trace with { Remark = "missing" }
            : trace with { Formula = fitted.Scales[scope]!.Words(fitted.Prepared[unit]), Remark = Steps(column.Leaf, fitted.Imputed[unit], fitted.Treatments[scope]) };
    }

    private static string? Steps(NormalisedLeaf leaf, bool imputed, string? treatment)
    {
        string?[] steps =
        [
            leaf.Denominator is null ? null : $"divided by {leaf.Denominator}",
            imputed ? $"missing, filled with the {(leaf.Impute == Imputation.Median ? "median" : leaf.Impute == Imputation.Mean ? "mean" : "mean of its group")}" : null,
            treatment,
            Transforming.Words(leaf.Transform),
            leaf.Direction < 0 ? "× −1, as less is better" : null,
        ];
        string words = string.Join("; ", steps.Where(step => step is not null));
        return words.Length == 0 ? null : words;
    }

    private ScoreTrace Inner(ScoreTrace trace, Node? node, int unit)
    {
        var with = trace.Children.Where(child => !double.IsNaN(child.Score)).ToList();
        int without = trace.Children.Count - with.Count;
        string? remark = without > 0 ? $"{without} of {trace.Children.Count} children have no data; weights renormalised among the rest" : null;
        if (double.IsNaN(trace.Score))
            return trace with
            {
                Remark = with.Count == 0
                    ? "nothing below it has a score"
                    : $"{with.Count} of {trace.Children.Count} children have data, too few for the threshold {Text(node?.DataThreshold ?? set.DataThreshold)}",
            };

        string weights = string.Join(" + ", with.Select(child => Text(child.Weight)));
        return trace with
        {
            Remark = remark,
            Formula = (node?.Aggregate ?? set.Aggregate) switch
            {
                Aggregation.Geometric => $"({string.Join(" × ", with.Select(child => $"{Text(child.Score)}^{Text(child.Weight)}"))})^(1 / ({weights}))",
                Aggregation.Harmonic => $"({weights}) / ({string.Join(" + ", with.Select(child => $"{Text(child.Weight)} / {Text(child.Score)}"))})",
                _ => $"({string.Join(" + ", with.Select(child => $"{Text(child.Weight)} × {Text(child.Score)}"))}) / ({weights})",
            },
        };
    }
}
