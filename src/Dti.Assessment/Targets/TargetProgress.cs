using Dti.Assessment.Editions;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>How far a target is: every unit it is asked of, as known at the edition's year end, with what the forecast says of its day.</summary>
public sealed record TargetProgress
{
    /// <summary>Code of the indicator the target stands at.</summary>
    public required string Code { get; init; }
    /// <summary><see cref="TargetMeasure.Key"/>.</summary>
    public required string Measure { get; init; }
    public required DateOnly By { get; init; }
    public required double Value { get; init; }
    /// <summary>1: at least; -1: at most.</summary>
    public required int Direction { get; init; }
    public required string Source { get; init; }
    public required string NameVi { get; init; }
    /// <summary>"%" for shares and ratios, else what the input counts; null when nothing is said.</summary>
    public string? Unit { get; init; }
    /// <summary>The forecast's method; null when none could be chosen.</summary>
    public string? Method { get; init; }
    /// <summary>One a unit, in the edition's order.</summary>
    public required IReadOnlyList<UnitTarget> Units { get; init; }
}

/// <summary>One unit's way to a target. Paces are in the target's unit a year and positive towards it.</summary>
/// <param name="Unit">Its code.</param>
/// <param name="Readings">Every known value, oldest first.</param>
/// <param name="Missing">Distance still to go, 0 when reached; null without a value.</param>
/// <param name="Pace">From the first reading to the last; null where they are less than two or span less than a year's quarter.</param>
/// <param name="Required">From the last reading to the day; 0 when reached, null when the day has passed or nothing is known.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Chance">That the target is met on its day, in (0, 1); null where it cannot be forecast.</param>
/// <param name="Reason">Why there is no chance, in Vietnamese.</param>
public sealed record UnitTarget(
    string Unit, IReadOnlyList<TargetReading> Readings, double? Missing, double? Pace, double? Required, TargetState State, double? Chance, string? Reason)
{
    /// <summary>The value known last.</summary>
    public double? Now() => Readings is [.., var last] ? last.Value : null;
}

/// <summary>A value at the end of a period: a year (<c>2025</c>) or its quarter (<c>2025-q3</c>).</summary>
public sealed record TargetReading(string Period, double Value);

public enum TargetState
{
    /// <summary>Too little is known: no value, or one and no pace.</summary>
    Unknown,
    Reached,
    /// <summary>The pace so far is at least the required one.</summary>
    OnTrack,
    Behind,
    /// <summary>The day has passed and the value was not reached.</summary>
    Missed,
}
