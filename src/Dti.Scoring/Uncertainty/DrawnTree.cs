using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>The tree as one draw weighs it: what is left of it, each child's weight, each node's sum of weights.</summary>
internal sealed class DrawnTree
{
    private readonly IReadOnlyList<PlanNode> _nodes;
    private readonly double[] _nominal;
    private readonly bool _points;
    private readonly double[] _scale;

    /// <param name="nodes">The plan's.</param>
    /// <param name="nominal">The set's weights or, of the leaves, points, by node index.</param>
    /// <param name="points">Whether the set is one of points.</param>
    public DrawnTree(IReadOnlyList<PlanNode> nodes, double[] nominal, bool points)
    {
        _nodes = nodes;
        _nominal = [.. nominal];
        _points = points;
        _scale = new double[nodes.Count];
        Draw = new(nodes.Count);
        Weights = new double[nodes.Count];
        Totals = new double[nodes.Count];
        Children = new int[nodes.Count][];
        if (points)
            for (int node = nodes.Count - 1; node >= 0; node--)
                if (nodes[node].Children.Count > 0)
                    _nominal[node] = nodes[node].Children.Sum(child => _nominal[child]);
    }

    public Draw Draw { get; }

    /// <summary>By node index. Point sets: a leaf's points; 1 for other nodes, whose scores are added as they are.</summary>
    public double[] Weights { get; }

    /// <summary>Sum of the weights of a node's children.</summary>
    public double[] Totals { get; }

    /// <summary>The children that are left; empty for leaves and for nodes of which nothing is left.</summary>
    public int[][] Children { get; }

    /// <summary>Takes over what <see cref="Draw"/> now says.</summary>
    public void Weigh()
    {
        for (int node = _nodes.Count - 1; node >= 0; node--)
            if (_nodes[node].Children is { Count: > 0 } children)
                Children[node] = Draw.Dropped < 0 && Children[node] is { } all && all.Length == children.Count ? all : [.. children.Where(IsLeft)];
            else
                Children[node] ??= [];
        if (_points)
            WeighPoints();
        else
            WeighMeans();
    }

    private bool IsLeft(int node) => _nodes[node].Children.Count == 0 ? node != Draw.Dropped : Children[node].Length > 0;

    private void WeighMeans()
    {
        for (int node = 0; node < Weights.Length; node++)
            Weights[node] = _nominal[node] * Draw.Factors[node];
        for (int node = 0; node < Weights.Length; node++)
        {
            double total = 0;
            foreach (int child in Children[node])
                total += Weights[child];
            Totals[node] = total;
        }
    }

    /// <summary>
    /// Among siblings the drawn points are renormalised to the parent's, which were drawn and renormalised before, so that the
    /// root keeps the set's full points. Factors of 1 leave every point as it was, to the bit.
    /// </summary>
    private void WeighPoints()
    {
        _scale[0] = 1;
        for (int node = 0; node < Weights.Length; node++)
        {
            Weights[node] = _nodes[node].Children.Count == 0 ? _nominal[node] * _scale[node] : 1;
            double drawn = 0;
            foreach (int child in Children[node])
                drawn += _nominal[child] * Draw.Factors[child];
            double renormalised = drawn > 0 ? _nominal[node] / drawn : 0;
            foreach (int child in Children[node])
                _scale[child] = _scale[node] * renormalised * Draw.Factors[child];
        }
    }
}

/// <summary>Columns of the leaves by node index, in slot order; null for other nodes. Logarithms only where a geometric mean may ask.</summary>
/// <param name="Values">Normalised values (NaN = missing) or shares of points (0 where there is none).</param>
/// <param name="Logs">Natural logarithms of the values.</param>
/// <param name="Full">Leaves without a missing value.</param>
internal sealed record LeafColumns(double[]?[] Values, double[]?[] Logs, bool[] Full);
