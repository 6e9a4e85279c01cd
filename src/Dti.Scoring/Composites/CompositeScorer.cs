using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Composites;

/// <summary>
/// Scores a normalised set in two steps: columns are normalised (once a table), then means are taken up the tree (once a table,
/// or once a draw when weights or aggregation vary).
/// </summary>
internal sealed class CompositeScorer : IScorer
{
    private readonly IndicatorSet _set;
    private readonly IReadOnlyList<PlanNode> _nodes;
    private readonly ColumnIndex _columns;

    private CompositeScorer(IndicatorSet set, IReadOnlyList<PlanNode> nodes, CompositeColumn[] leaves, ColumnIndex columns)
    {
        _set = set;
        _nodes = nodes;
        _columns = columns;
        Leaves = leaves;
        Weights = [.. nodes.Select(node => node.Node?.Weight ?? 1)];
    }

    public CompositeColumn[] Leaves { get; }

    /// <summary>Weight of each node, by node index.</summary>
    public double[] Weights { get; }

    public static CompositeScorer Compile(IndicatorSet set, IReadOnlyList<PlanNode> nodes)
    {
        var columns = new ColumnIndex();
        var leaves = new List<CompositeColumn>();
        foreach (var node in nodes)
        {
            if (node.Node is { Indicator: not null })
                throw new ScoringException("wrong-kind", $"Node {node.Code} is an indicator of points in a normalised set; give it normalise and weight.");
            if (node.Node is { Weight: var weight } && !(weight >= 0 && double.IsFinite(weight)))
                throw new ScoringException("negative-weight", $"Node {node.Code} has the weight {Text(weight)}; a weight is 0 or more.");
            if (node.Children.Count > 0 && node.Children.All(child => nodes[child].Node!.Weight == 0))
                throw new ScoringException("zero-weights", $"Under {node.Code} every weight is 0; give at least one child a weight above 0.");
            if (node.Node?.Normalised is { } leaf)
                leaves.Add(new(node.Index, node.Code, leaf, columns));
        }
        return new(set, nodes, [.. leaves], columns);
    }

    public (double[][] Values, double[][]? Maxima) Score(UnitTable table)
    {
        var run = Run(table);
        var values = new double[_nodes.Count][];
        foreach (var leaf in Leaves)
            leaf.Normalise(run, leaf.Fit(run), values[leaf.Node] = new double[table.Units.Count]);
        Aggregate(values, Weights, node => node?.Aggregate ?? _set.Aggregate, table);
        return (values, null);
    }

    public object Open(UnitTable table) => Run(table);

    public ScoreTrace Explain(SetScores scores, object opened, int unit, int node) =>
        new CompositeTrace(this, _set, scores, (CompositeRun)opened).Explain(unit, node);

    public CompositeRun Run(UnitTable table) => new(_set, table, _columns.Read(table), Leaves.Length);

    /// <summary>Fills every inner node from the leaves' columns in <paramref name="values"/>.</summary>
    public void Aggregate(double[][] values, double[] weights, Func<Node?, Aggregation> kind, UnitTable table)
    {
        for (int index = _nodes.Count - 1; index >= 0; index--)
        {
            var node = _nodes[index];
            if (node.Node?.Normalised is not null)
                continue;
            double[][] children = [.. node.Children.Select(child => values[child])];
            double[] ofChildren = [.. node.Children.Select(child => weights[child])];
            Means.Fill(kind(node.Node), children, ofChildren, node.Node?.DataThreshold ?? _set.DataThreshold, values[index] = new double[table.Units.Count],
                (child, unit) => $"Node {(child < 0 ? node.Code : _nodes[node.Children[child]].Code)}, unit {table.Units[unit].Code}: the score");
        }
    }
}
