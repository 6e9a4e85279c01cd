using Dti.Scoring.Composites;
using Dti.Scoring.Points;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Comparisons;

/// <summary>
/// A set applied to inputs of another year that do not fill all its columns. An indicator that reads a column without a source leaves
/// numerator and denominator for every unit, as an excluded one does; a normalised leaf without its column is missing, and the weights
/// of its siblings are renormalised.
/// </summary>
public sealed class PartialScoring
{
    private readonly ScoringPlan _plan;
    private readonly HashSet<int> _left;

    /// <param name="plan">The set's plan.</param>
    /// <param name="without">Columns that have no source.</param>
    public PartialScoring(ScoringPlan plan, IReadOnlySet<string> without)
    {
        _plan = plan;
        _left = [.. Leaves(plan).Where(leaf => leaf.Columns.Any(without.Contains)).Select(leaf => leaf.Node)];
        Left = [.. plan.Nodes.Where(node => _left.Contains(node.Index)).Select(node => node.Code)];
        Share = ShareOf(plan);
    }

    /// <summary>Scored indicators (or leaves) that leave, in tree order.</summary>
    public IReadOnlyList<string> Left { get; }

    /// <summary>Share of the set's points (of a normalised set's weights) that stays, in [0, 1]; 0 for a set that scores nothing.</summary>
    public double Share { get; }

    /// <exception cref="ScoringException">As <see cref="ScoringPlan.Score"/>.</exception>
    public SetScores Score(UnitTable table)
    {
        var (values, maxima) = _plan.Scorer switch
        {
            PointScorer points => Points(points, table),
            CompositeScorer composite => (Composite(composite, table), null),
            _ => throw new InvalidOperationException("A plan scores points or a composite."),
        };
        return new() { Plan = _plan, Table = table, Values = values, Maxima = maxima };
    }

    private (double[][], double[][]?) Points(PointScorer scorer, UnitTable table)
    {
        var earned = scorer.Shares(scorer.Run(table));
        for (int i = 0; i < scorer.Indicators.Length; i++)
            if (earned.Share[i] is { } share && _left.Contains(scorer.Indicators[i].Node))
                Array.Fill(share, double.NaN);
        return scorer.Sum(earned, [.. scorer.Indicators.Select(indicator => indicator.Indicator.Points)], table);
    }

    private double[][] Composite(CompositeScorer scorer, UnitTable table)
    {
        var run = scorer.Run(table);
        var values = new double[_plan.Nodes.Count][];
        foreach (var leaf in scorer.Leaves)
        {
            values[leaf.Node] = new double[table.Units.Count];
            if (_left.Contains(leaf.Node))
                Array.Fill(values[leaf.Node], double.NaN);
            else
                leaf.Normalise(run, leaf.Fit(run), values[leaf.Node]);
        }
        scorer.Aggregate(values, scorer.Weights, node => node?.Aggregate ?? _plan.Set.Aggregate, table);
        return values;
    }

    private double ShareOf(ScoringPlan plan)
    {
        double[] weights = Weights(plan);
        double all = 0, kept = 0;
        foreach (var (node, _) in Leaves(plan))
        {
            all += weights[node];
            kept += _left.Contains(node) ? 0 : weights[node];
        }
        return all > 0 ? kept / all : 0;
    }

    /// <summary>Points of each indicator, or the product of relative weights down to each leaf.</summary>
    private static double[] Weights(ScoringPlan plan)
    {
        var weights = new double[plan.Nodes.Count];
        weights[0] = 1;
        foreach (var node in plan.Nodes.Skip(1))
        {
            double siblings = plan.Nodes[node.Parent].Children.Sum(child => plan.Nodes[child].Node!.Weight);
            weights[node.Index] = node.Node!.Indicator is { } indicator ? indicator.Points : weights[node.Parent] * node.Node.Weight / siblings;
        }
        return weights;
    }

    private static IEnumerable<(int Node, IEnumerable<string> Columns)> Leaves(ScoringPlan plan) => plan.Scorer switch
    {
        PointScorer points => points.Indicators.Where(indicator => indicator.Indicator.Scored)
            .Select(indicator => (indicator.Node, indicator.Operands.Select(operand => operand.Key))),
        CompositeScorer composite => composite.Leaves
            .Select(leaf => (leaf.Node, (IEnumerable<string>)[plan.Nodes[leaf.Node].Code, .. leaf.Leaf.Denominator is { } by ? [by] : Array.Empty<string>()])),
        _ => [],
    };
}
