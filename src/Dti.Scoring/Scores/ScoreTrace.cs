using Dti.Scoring.Sets;

namespace Dti.Scoring.Scores;

/// <summary>One node's score explained. <see cref="Formula"/> is the rule in words of the field ("10 × min(1, 98 / 120)").</summary>
/// <param name="Code">The node's code.</param>
/// <param name="Score">As in <see cref="SetScores.Values"/>; NaN = none, and <paramref name="Remark"/> says why.</param>
/// <param name="Maximum">Point sets: the most the unit could get here; NaN in normalised sets.</param>
/// <param name="Share">Score over maximum; NaN where there is none.</param>
/// <param name="Formula">The rule with the numbers in it; empty when the node has no score to explain.</param>
/// <param name="Law">Law or plan the node rests on.</param>
/// <param name="Operands">Columns the rule read.</param>
/// <param name="Children">Children with their scores; the weight is the weight (normalised sets) or the most points (point sets).</param>
/// <param name="Remark">Not applicable, missing, excluded, rescaled; null when nothing is out of the ordinary.</param>
public sealed record ScoreTrace(
    string Code, double Score, double Maximum, double Share, string Formula, string? Law,
    IReadOnlyList<TraceOperand> Operands, IReadOnlyList<TraceChild> Children, string? Remark);

/// <summary>A column's value as it entered the formula; NaN = missing.</summary>
public sealed record TraceOperand(string Column, string Name, double Value, InputType Type, string Source);

public sealed record TraceChild(string Code, double Score, double Weight);
