using Dti.Scoring.Tables;

namespace Dti.Scoring.Scores;

/// <summary>Scores of a table, unrounded; NaN = no data or not applicable.</summary>
public sealed class SetScores
{
    private object? _opened;

    public required ScoringPlan Plan { get; init; }
    public required UnitTable Table { get; init; }
    /// <summary>[node index][unit index]. Point sets: points; normalised sets: the node's score, for a leaf its normalised value.</summary>
    public required double[][] Values { get; init; }
    /// <summary>Point sets: the most the unit could get at the node, after not-applicable and excluded indicators left. Null for normalised sets.</summary>
    public double[][]? Maxima { get; init; }

    public double Root(int unit) => Values[0][unit];

    /// <summary>How the score of a node came about: formula, operands with values, children. Built on demand.</summary>
    /// <param name="unit">Row index in the table.</param>
    /// <param name="node">Index in the plan's nodes.</param>
    public ScoreTrace Explain(int unit, int node)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Table.Units.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(node);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(node, Plan.Nodes.Count);
        return Plan.Scorer.Explain(this, _opened ??= Plan.Scorer.Open(Table), unit, node);
    }
}
