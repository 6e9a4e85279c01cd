namespace Dti.Scoring.Sets;

/// <summary>A node of the tree: a group with children, or a leaf that is an indicator of points or a normalised column.</summary>
public sealed record Node
{
    public required string Code { get; init; }
    public required Text Name { get; init; }
    public IReadOnlyList<Node> Children { get; init; } = [];
    /// <summary>Relative weight among siblings; only normalised sets use it.</summary>
    public double Weight { get; init; } = 1;
    /// <summary>What it costs to improve a leaf, relative to the others; above 0. Orders what to fix first, never scores.</summary>
    public double Effort { get; init; } = 1;
    /// <summary>How children combine (normalised sets; inheritance already applied).</summary>
    public Aggregation Aggregate { get; init; } = Aggregation.Arithmetic;
    /// <summary>Least share of own children with data for this node to have a score, in [0, 1].</summary>
    public double DataThreshold { get; init; }
    public Indicator? Indicator { get; init; }
    public NormalisedLeaf? Normalised { get; init; }
    /// <summary>Law or plan the node rests on, for example "142/QĐ-TTg, III.2".</summary>
    public string? Source { get; init; }
    public Text? Note { get; init; }
}

public enum Aggregation { Arithmetic, Geometric, Harmonic }

/// <summary>A leaf of a point set: what is asked, how the year is made from quarters, and the share of <see cref="Points"/> it earns.</summary>
public sealed record Indicator
{
    /// <summary>Most points it can give; 0 or more.</summary>
    public required double Points { get; init; }
    /// <summary>False: collected and shown, never added.</summary>
    public bool Scored { get; init; } = true;
    /// <summary>Peer groups it applies to; empty = all.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
    /// <summary>When set, only these units (or, with <see cref="UnitsExcept"/>, all but those).</summary>
    public IReadOnlyList<string>? UnitsOnly { get; init; }
    public IReadOnlyList<string>? UnitsExcept { get; init; }
    public required IReadOnlyList<Input> Inputs { get; init; }
    public QuarterRule Quarters { get; init; } = QuarterRule.Last;
    public required Rule Rule { get; init; }
    public WhenMissing WhenMissing { get; init; } = WhenMissing.Zero;
    /// <summary>What strategies ask of it, by date; never part of the score.</summary>
    public IReadOnlyList<Target> Targets { get; init; } = [];

    public bool AppliesTo(string unit, string group) =>
        (Groups.Count == 0 || Groups.Contains(group))
        && (UnitsOnly is null || UnitsOnly.Contains(unit))
        && (UnitsExcept is null || !UnitsExcept.Contains(unit));
}

/// <summary>Zero: a missing input scores 0. Exclude: the points leave numerator and denominator.</summary>
public enum WhenMissing { Zero, Exclude }

/// <summary>How the year is made from the quarters that have a value.</summary>
public enum QuarterRule { Last, Sum, Mean, Max }

/// <summary>One figure or answer an indicator needs.</summary>
public sealed record Input
{
    public required string Id { get; init; }
    public required InputType Type { get; init; }
    /// <summary>What is counted ("dataset"), shown beside the field.</summary>
    public string? Unit { get; init; }
    public required InputSource From { get; init; }
    public EvidenceRule Evidence { get; init; } = EvidenceRule.None;
    public IReadOnlyList<ChoiceOption> Options { get; init; } = [];
    public Text? Name { get; init; }
    public Text? Hint { get; init; }
}

public enum InputType { Count, Number, Percent, YesNo, Choice, Date, Timeliness }

public enum InputSourceKind { Self, Metric, Survey, System }

/// <summary>Where a value comes from: the unit itself, a harvested metric by name, a survey, or the system (submission times).</summary>
public sealed record InputSource(InputSourceKind Kind, string? Metric = null)
{
    public override string ToString() => Kind switch
    {
        InputSourceKind.Metric => $"metric:{Metric}",
        InputSourceKind.Survey => "survey",
        InputSourceKind.System => "system",
        _ => "self",
    };
}

public enum EvidenceRule { None, Optional, Required }

public sealed record ChoiceOption(string Code, Text Name);
