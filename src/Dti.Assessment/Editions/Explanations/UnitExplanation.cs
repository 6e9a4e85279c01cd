using System.Text.Json.Serialization;
using Dti.Assessment.Editions.Comparisons;
using Dti.Scoring.Explanations;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Explanations;

/// <summary>
/// Why a unit has the score and rank it has in one edition, down to the evidence: each node's formula with its figures, the columns
/// the formula read, the cells they were made of with layer, source, person and time, and the documents behind them. Pages, API and
/// reports all show this record.
/// </summary>
public sealed record UnitExplanation
{
    /// <summary>Id of the edition and SHA-256 (hex) of its file.</summary>
    public required string Edition { get; init; }
    public required string Sha256 { get; init; }
    public required int Year { get; init; }
    public string? Notice { get; init; }
    public required EditionUnit Unit { get; init; }
    /// <summary>The unit's row of the ranking; null when it has none.</summary>
    public EditionRank? Ranking { get; init; }
    /// <summary>Every node in tree order, parents before children; the first is the index itself.</summary>
    public required IReadOnlyList<NodeExplanation> Nodes { get; init; }
    /// <summary>What to fix first, most points gained first; empty where the edition's inputs no longer give its scores.</summary>
    public required IReadOnlyList<EditionImprovement> Improvements { get; init; }
    /// <summary>Leaves that the set cannot score with the unit at its best there (a column that would be the same for all …), and why.</summary>
    public IReadOnlyList<UnclearImprovement> Unclear { get; init; } = [];
    /// <summary>What changed from the year before and why; null when there is no year before.</summary>
    public ComparedUnit? Comparison { get; init; }
}

/// <summary>One node's score: how it came about and what it rests on.</summary>
/// <param name="Code">The node's code; <c>INDEX</c> is the whole.</param>
/// <param name="NameVi">The node's name.</param>
/// <param name="Depth">0 for the index.</param>
/// <param name="Score">As published, unrounded; null = none, and <paramref name="Remark"/> says why.</param>
/// <param name="Maximum">The most the unit could get here (point sets).</param>
/// <param name="Formula">The rule with the unit's figures in it, for example <c>10 × min(1, 98 / 120)</c>; null without a score.</param>
/// <param name="Remark">Missing, excluded, not applicable, rescaled; null when nothing is out of the ordinary.</param>
/// <param name="Law">Law or plan the node rests on.</param>
/// <param name="Children">Scores of the nodes below, with their weight (normalised sets) or most points.</param>
/// <param name="Operands">Columns the formula read; empty for a node with children.</param>
public sealed record NodeExplanation(
    string Code, string NameVi, int Depth, double? Score, double? Maximum, string? Formula, string? Remark, string? Law,
    IReadOnlyList<ChildExplanation> Children, IReadOnlyList<OperandExplanation> Operands)
{
    public double? Share => Score is { } score && Maximum is > 0 ? score / Maximum : null;
}

public sealed record ChildExplanation(string Code, double? Score, double? Weight);

/// <summary>A column as it entered a formula.</summary>
/// <param name="Column">Its key, as in tables and submissions.</param>
/// <param name="Name">What the input is called.</param>
/// <param name="Type">What the value is.</param>
/// <param name="Value">The year's value as a number (a choice by its option's index, a date by its day number); null = missing.</param>
/// <param name="From">Where values come from: <c>self</c>, <c>metric:&lt;name&gt;</c>, <c>survey</c>, <c>system</c>.</param>
/// <param name="Cells">The quarters it was made of, each with its layers, the one that counted, who and when, and the evidence.</param>
public sealed record OperandExplanation(string Column, string Name, InputType Type, double? Value, string From, IReadOnlyList<EditionInput> Cells)
{
    /// <summary>What the set says of the input; null for a column of a normalised set.</summary>
    [JsonIgnore]
    public Input? Input { get; init; }
}

/// <summary>One action: an indicator brought to its full share (in a normalised set: a column to the best of its group, or its target), all else equal.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="NameVi">Its name.</param>
/// <param name="Gained">Points the total gains, unrounded.</param>
/// <param name="Score">Total it would give, unrounded.</param>
/// <param name="Rank">Rank it would give; null for a unit that is not ranked.</param>
/// <param name="Effort">Relative effort the set states; null where the set states none at all.</param>
public sealed record EditionImprovement(string Code, string NameVi, double Gained, double Score, double? Rank, double? Effort)
{
    /// <summary>Points gained per unit of effort.</summary>
    public double? PerEffort => Gained / Effort;
}
