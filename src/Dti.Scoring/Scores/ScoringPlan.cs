using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Scores;

/// <summary>
/// A set compiled once to steps over columns of numbers. Official score, preview, Monte Carlo and explanation all run the same plan.
/// </summary>
public sealed class ScoringPlan
{
    /// <summary>Nodes in tree order; index 0 is the root, code <c>INDEX</c>, depth 0.</summary>
    public IReadOnlyList<PlanNode> Nodes { get; private init; } = [];

    public required IndicatorSet Set { get; init; }

    public static ScoringPlan Compile(IndicatorSet set) => throw new NotImplementedException();

    /// <summary>Scores every node of every unit.</summary>
    /// <exception cref="ScoringException">A column cannot be scored as the set says (constant column, negative under a geometric mean …).</exception>
    public SetScores Score(UnitTable table) => throw new NotImplementedException();
}

/// <summary>A node as the plan sees it. <see cref="Parent"/> is -1 for the root; <see cref="Node"/> is null for the root.</summary>
public sealed record PlanNode(int Index, string Code, int Depth, int Parent, IReadOnlyList<int> Children, Node? Node);

/// <summary>Scores of a table, unrounded; NaN = no data or not applicable.</summary>
public sealed class SetScores
{
    public required ScoringPlan Plan { get; init; }
    public required UnitTable Table { get; init; }
    /// <summary>[node index][unit index]. Point sets: points; normalised sets: the node's score, for a leaf its normalised value.</summary>
    public required double[][] Values { get; init; }
    /// <summary>Point sets: the most the unit could get at the node, after not-applicable and excluded indicators left. Null for normalised sets.</summary>
    public double[][]? Maxima { get; init; }

    public double Root(int unit) => Values[0][unit];

    /// <summary>How the score of a node came about: formula, operands with values, children. Built on demand.</summary>
    public ScoreTrace Explain(int unit, int node) => throw new NotImplementedException();
}

/// <summary>One node's score explained. <see cref="Formula"/> is the rule in words of the field ("10 × min(1, 98/120)").</summary>
public sealed record ScoreTrace(
    string Code, double Score, double Maximum, double Share, string Formula, string? Law,
    IReadOnlyList<TraceOperand> Operands, IReadOnlyList<TraceChild> Children, string? Remark);

/// <summary>A column's value as it entered the formula; NaN = missing.</summary>
public sealed record TraceOperand(string Column, string Name, double Value, InputType Type, string Source);

public sealed record TraceChild(string Code, double Score, double Weight);

/// <summary>Input that the set's method cannot score; names the place and the mend.</summary>
public sealed class ScoringException(string code, string message) : Exception(message)
{
    /// <summary>Stable code, for example <c>constant-column</c>.</summary>
    public string Code { get; } = code;
}
