using Dti.Scoring.Composites;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Uncertainty;

/// <summary>Root scores of a block of units under one draw. A block is short, so that its columns stay in the fastest cache while draw after draw is taken.</summary>
internal sealed class TreeScores
{
    public const int Block = 64;

    private readonly DrawnModel _model;
    private readonly double[][] _inner;
    private readonly bool[] _full;
    private readonly double[][] _values;
    private readonly double[]?[] _logs;
    private readonly int[] _starts;
    private readonly double[] _weights;
    private readonly Func<Aggregation, int, int, double, ScoringException> _refuse;
    private int[] _children = [];
    private int _start;
    private PlanNode _node;

    public TreeScores(DrawnModel model)
    {
        _model = model;
        var nodes = model.Plan.Nodes;
        int widest = nodes.Max(node => node.Children.Count);
        _node = nodes[0];
        _inner = [.. nodes.Select(_ => new double[Block])];
        _full = new bool[nodes.Count];
        _values = new double[widest][];
        _logs = new double[widest][];
        _starts = new int[widest];
        _weights = new double[widest];
        _refuse = Refuse;
    }

    /// <param name="columns">The leaves.</param>
    /// <param name="tree">The draw.</param>
    /// <param name="start">First slot of the block.</param>
    /// <param name="roots">Where the root scores go; its length is the block's, a multiple of the vector's.</param>
    public void Fill(LeafColumns columns, DrawnTree tree, int start, Span<double> roots)
    {
        _start = start;
        var nodes = _model.Plan.Nodes;
        for (int index = nodes.Count - 1; index >= 0; index--)
        {
            _node = nodes[index];
            if (_node.Children.Count == 0)
            {
                _full[index] = columns.Full[index];
                continue;
            }
            Fill(columns, tree, tree.Children[index], start, index == 0 ? roots : _inner[index].AsSpan(0, roots.Length));
        }
    }

    private void Fill(LeafColumns columns, DrawnTree tree, int[] children, int start, Span<double> to)
    {
        _children = children;
        bool full = true;
        for (int i = 0; i < children.Length; i++)
        {
            int child = children[i];
            bool leaf = columns.Values[child] is not null;
            _values[i] = columns.Values[child] ?? _inner[child];
            _logs[i] = columns.Logs[child];
            _starts[i] = leaf ? start : 0;
            _weights[i] = tree.Weights[child];
            full &= _full[child];
        }
        var of = new BlockMeans.Operands
        {
            Values = _values.AsSpan(0, children.Length),
            Logs = _logs.AsSpan(0, children.Length),
            Starts = _starts.AsSpan(0, children.Length),
            Weights = _weights.AsSpan(0, children.Length),
        };
        if (_model.Points)
        {
            BlockMeans.Sum(of, to);
            return;
        }
        double total = tree.Totals[_node.Index];
        var kind = tree.Draw.Aggregate ?? _node.Node?.Aggregate ?? _model.Plan.Set.Aggregate;
        _full[_node.Index] = full && total > 0;
        if (kind == Aggregation.Arithmetic && full && total > 0)
            BlockMeans.Arithmetic(of, total, to);
        else
            BlockMeans.Mean(kind, of, _node.Node?.DataThreshold ?? _model.Plan.Set.DataThreshold, to, _refuse);
    }

    private ScoringException Refuse(Aggregation kind, int child, int offset, double x) => new("non-positive-under-mean",
        $"Node {_model.Plan.Nodes[_children[child]].Code}, unit {_model.CodeOf(_start + offset)}: in a draw of the uncertainty the score is {Text(x)}; a {Means.Name(kind)} mean needs values above 0. Normalise to a scale that starts above 0, or take {Means.Name(kind)} out of uncertainty.aggregate.");
}
