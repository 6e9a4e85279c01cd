using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Points;

/// <summary>Explains scores of a point set.</summary>
internal sealed class PointTrace(PointScorer scorer, SetScores scores, PointRun run)
{
    public ScoreTrace Explain(int unit, int index)
    {
        var node = scores.Plan.Nodes[index];
        double score = scores.Values[index][unit], maximum = scores.Maxima?[index][unit] ?? double.NaN;
        var trace = new ScoreTrace(
            node.Code, score, maximum, score / maximum, "", node.Node?.Source, [], Children(node, unit), null);
        return scorer.ByNode.TryGetValue(index, out var indicator) ? Leaf(trace, indicator, unit) : Inner(trace, node, unit);
    }

    private ScoreTrace Leaf(ScoreTrace trace, PointIndicator leaf, int unit)
    {
        trace = trace with
        {
            Operands = [.. leaf.Operands.Select(operand => new TraceOperand(
                operand.Key, operand.Input.Name?.Vi ?? operand.Input.Id, run.Columns[operand.Column][unit],
                operand.Input.Type, operand.Input.From.ToString()))],
        };
        if (!leaf.Applicability.Holds(run.Table, run.Groups, unit))
            return trace with { Remark = "does not apply to this unit" };
        if (!leaf.Indicator.Scored)
            return trace with { Remark = "collected, not scored" };

        string missing = string.Join(", ", leaf.Missing(run, unit).Select(operand => operand.Key));
        if (missing.Length > 0)
            return leaf.Indicator.WhenMissing == WhenMissing.Exclude
                ? trace with { Remark = $"missing {missing}: excluded, its points leave the maximum" }
                : trace with { Formula = $"{Text(leaf.Indicator.Points)} × 0", Remark = $"missing {missing}: scores 0" };

        string words = leaf.Rule.Words(run, unit);
        return double.IsNaN(trace.Score)
            ? trace with { Remark = $"{words}: excluded, its points leave the maximum" }
            : trace with { Formula = $"{Text(leaf.Indicator.Points)} × {words}" };
    }

    private ScoreTrace Inner(ScoreTrace trace, PlanNode node, int unit)
    {
        var earned = trace.Children.Where(child => !double.IsNaN(child.Score)).ToList();
        if (earned.Count == 0)
            return trace with { Remark = "nothing below it has a score" };

        string sum = string.Join(" + ", earned.Select(child => Text(child.Score)));
        double kept = node.Children.Sum(child => scores.Maxima![child][unit]);
        // Only the root is ever rescaled. Sums of the same points in another order differ in the last bits; a real rescaling differs by far more.
        bool rescaled = Math.Abs(trace.Maximum - kept) > 1e-9 * trace.Maximum;
        return rescaled
            ? trace with
            {
                Formula = $"({sum}) × {Text(trace.Maximum)} / {Text(kept)}",
                Remark = $"rescaled from {Text(kept)} points that count for this unit to {Text(trace.Maximum)}",
            }
            : trace with { Formula = sum };
    }

    private TraceChild[] Children(PlanNode node, int unit) =>
        [.. node.Children.Select(child => new TraceChild(scores.Plan.Nodes[child].Code, scores.Values[child][unit], scores.Maxima![child][unit]))];
}
