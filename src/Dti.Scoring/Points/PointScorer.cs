using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Points;

/// <summary>
/// Scores a point set in two steps: shares of the points (once a table) and sums of points up the tree (once a table, or once a
/// draw when points are re-weighted).
/// <para>
/// Rescaling happens at the root alone; every other node keeps raw points, so that a parent is the sum of its children. The
/// root's raw sum is multiplied by target / kept, where <i>kept</i> is the unit's points after all that left, and
/// <i>target</i> is the set's full points under <see cref="NotApplicable.Rescale"/>, else the points of the indicators that
/// apply to the unit. So an excluded indicator (missing or empty, where the set says exclude) always leaves numerator and
/// denominator, while one that does not apply lowers the unit's maximum under <see cref="NotApplicable.Keep"/>.
/// </para>
/// </summary>
internal sealed class PointScorer : IScorer
{
    private readonly IReadOnlyList<PlanNode> _nodes;
    private readonly ColumnIndex _columns;

    private PointScorer(IndicatorSet set, IReadOnlyList<PlanNode> nodes, PointIndicator[] indicators, ColumnIndex columns)
    {
        Set = set;
        _nodes = nodes;
        _columns = columns;
        Indicators = indicators;
        ByNode = indicators.ToDictionary(indicator => indicator.Node);
    }

    public IndicatorSet Set { get; }
    public PointIndicator[] Indicators { get; }
    public IReadOnlyDictionary<int, PointIndicator> ByNode { get; }

    public static PointScorer Compile(IndicatorSet set, IReadOnlyList<PlanNode> nodes)
    {
        var byCode = nodes.Where(node => node.Node is not null).ToDictionary(node => node.Code, node => node.Node!, StringComparer.Ordinal);
        var columns = new ColumnIndex();
        var indicators = new List<PointIndicator>();
        foreach (var node in nodes)
        {
            if (node.Node is { Normalised: not null })
                throw new ScoringException("wrong-kind", $"Node {node.Code} is a normalised column in a set of points; give it points and a rule.");
            if (node.Node?.Indicator is { } indicator)
                indicators.Add(PointIndicator.Compile(node, indicator, byCode, columns));
        }
        return new(set, nodes, [.. indicators], columns);
    }

    public (double[][] Values, double[][]? Maxima) Score(UnitTable table)
    {
        var run = Run(table);
        return Sum(Shares(run), [.. Indicators.Select(indicator => indicator.Indicator.Points)], table);
    }

    public object Open(UnitTable table) => Run(table);

    public ScoreTrace Explain(SetScores scores, object opened, int unit, int node) =>
        new PointTrace(this, scores, (PointRun)opened).Explain(unit, node);

    public PointRun Run(UnitTable table) => new(table, _columns.Read(table), PeerGroups.Of(Set, table));

    /// <summary>What every scored indicator earns, before points are put on it.</summary>
    public PointShares Shares(PointRun run)
    {
        var shares = new double[Indicators.Length][];
        var masks = new bool[]?[Indicators.Length];
        for (int i = 0; i < Indicators.Length; i++)
        {
            if (!Indicators[i].Indicator.Scored)
                continue;
            Indicators[i].Shares(run, shares[i] = GC.AllocateUninitializedArray<double>(run.Units));
            masks[i] = Indicators[i].Applicability.Mask(run.Table, run.Groups);
        }
        return new(shares, masks, run.Units);
    }

    /// <param name="earned">Shares of the points.</param>
    /// <param name="points">Points of each indicator, in the order of <see cref="Indicators"/>; a draw may vary them.</param>
    /// <param name="table">Names units in faults.</param>
    public (double[][] Values, double[][] Maxima) Sum(PointShares earned, ReadOnlySpan<double> points, UnitTable table)
    {
        int units = earned.Units;
        double[][] values = new double[_nodes.Count][], maxima = new double[_nodes.Count][];
        double[] applicable = new double[units], kept = new double[units];
        double full = 0;
        for (int node = 0; node < values.Length; node++)
        {
            Array.Fill(values[node] = GC.AllocateUninitializedArray<double>(units), double.NaN);
            maxima[node] = new double[units];
        }

        // applicable, kept and full add the same points in the same order, so they are equal to the bit when nothing left.
        for (int i = 0; i < Indicators.Length; i++)
        {
            if (earned.Share[i] is not { } share)
                continue;
            double most = points[i];
            double[] score = values[Indicators[i].Node], maximum = maxima[Indicators[i].Node];
            bool[]? mask = earned.Applies[i];
            full += most;
            for (int unit = 0; unit < units; unit++)
            {
                if (mask is not null && !mask[unit])
                    continue;
                applicable[unit] += most;
                if (double.IsNaN(share[unit]))
                    continue;
                kept[unit] += most;
                score[unit] = most * share[unit];
                maximum[unit] = most;
            }
        }

        for (int node = _nodes.Count - 1; node >= 0; node--)
            foreach (int child in _nodes[node].Children)
                Add(values[node], maxima[node], values[child], maxima[child]);

        Rescale(values[0], maxima[0], applicable, kept, full);
        RefuseOverflow(values, table);
        return (values, maxima);
    }

    private static void Add(double[] score, double[] maximum, double[] childScore, double[] childMaximum)
    {
        for (int unit = 0; unit < score.Length; unit++)
        {
            if (double.IsNaN(childScore[unit]))
                continue;
            score[unit] = double.IsNaN(score[unit]) ? childScore[unit] : score[unit] + childScore[unit];
            maximum[unit] += childMaximum[unit];
        }
    }

    private void Rescale(double[] score, double[] maximum, double[] applicable, double[] kept, double full)
    {
        for (int unit = 0; unit < score.Length; unit++)
        {
            double target = Set.NotApplicable == NotApplicable.Rescale ? full : applicable[unit];
            if (kept[unit] <= 0 || kept[unit] == target)
                continue;
            score[unit] = Math.Min(target, score[unit] * (target / kept[unit]));
            maximum[unit] = target;
        }
    }

    private void RefuseOverflow(double[][] values, UnitTable table)
    {
        for (int node = 0; node < values.Length; node++)
            for (int unit = 0; unit < values[node].Length; unit++)
                if (double.IsInfinity(values[node][unit]))
                    throw new ScoringException("overflow", $"Node {_nodes[node].Code}, unit {table.Units[unit].Code}: the score is larger than a number can be; give smaller points.");
    }
}

/// <summary>Shares of each indicator (null where it is not scored; NaN = excluded) and whom it is for (null = all).</summary>
internal sealed record PointShares(double[]?[] Share, bool[]?[] Applies, int Units);
