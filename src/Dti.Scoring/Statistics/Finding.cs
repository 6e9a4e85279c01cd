namespace Dti.Scoring.Statistics;

/// <summary>What a statistical audit would remark, in the order it would.</summary>
public enum AuditRule
{
    /// <summary>Nearly every unit has the same score: the indicator tells nothing apart.</summary>
    TellsNothingApart,
    LowCoverage,
    Outliers,
    /// <summary>Goes against its own node.</summary>
    Contradicts,
    /// <summary>Hardly goes with its own node.</summary>
    WeakLink,
    /// <summary>Goes better with another node than with its own.</summary>
    OtherNode,
    /// <summary>Two indicators say the same.</summary>
    Redundant,
    LowConsistency,
    /// <summary>Counts for far less than its weight says.</summary>
    Underweight,
    /// <summary>Counts for far more than its weight says.</summary>
    Overweight,
}

/// <summary>A rule that a figure breaks.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Node">Index in the plan's nodes.</param>
/// <param name="Other">The node it is compared with, where there is one: its own, another or, for <see cref="AuditRule.Redundant"/>, the other indicator.</param>
/// <param name="Value">Share, correlation, alpha, skewness, or share of importance.</param>
/// <param name="Beside">What it is read with: units with data, share with full points, kurtosis, the correlation with the own node, number of children, nominal weight.</param>
/// <param name="Units">How many units it rests on.</param>
public sealed record Finding(AuditRule Rule, int Node, int? Other, double Value, double? Beside, int Units);
