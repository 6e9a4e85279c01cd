namespace Dti.Assessment.Editions.Comparisons;

/// <summary>
/// The published edition of a past year laid beside this one: what each unit is compared with, and the old year scored again under this
/// edition's set (the back-cast). It depends on nothing but the two editions, so that anybody who has both can compute it again.
/// </summary>
public sealed record EditionComparison
{
    /// <summary>Id and SHA-256 of the file of the past year's latest edition.</summary>
    public required string PreviousId { get; init; }
    public required string PreviousSha256 { get; init; }
    public required int PreviousYear { get; init; }
    public required string PreviousSetSha256 { get; init; }
    /// <summary>
    /// Share of this set's points (in a normalised set: of its weights) whose inputs map from the old set, in [0, 1]; the back-cast
    /// rests on it, put on the full scale. 0 = no back-cast, and the old scores are of another method.
    /// </summary>
    public required double Rescored { get; init; }
    /// <summary>This set's full points over the old set's: puts old scores on this scale. 1 where either set is normalised.</summary>
    public required double Scale { get; init; }
    /// <summary>Why the old year was not scored again, in Vietnamese; null when it was.</summary>
    public string? NotRescored { get; init; }
    /// <summary>Why no change was split into its causes although the years map, in Vietnamese; null when changes were.</summary>
    public string? NotDecomposed { get; init; }
    /// <summary>This set's indicators that could not be scored again, in tree order; they left numerator and denominator.</summary>
    public IReadOnlyList<string> Unmapped { get; init; } = [];
    /// <summary>The old set's scored indicators without a counterpart in this one, in tree order.</summary>
    public IReadOnlyList<DroppedIndicator> Dropped { get; init; } = [];
    /// <summary>A row a unit of this edition, in its order.</summary>
    public required IReadOnlyList<ComparedUnit> Units { get; init; }
    /// <summary>The old edition's own units scored again under this set, in their order; empty without a back-cast.</summary>
    public IReadOnlyList<BackCastUnit> BackCast { get; init; } = [];
}

/// <summary>An indicator of the old set alone, with the name it had.</summary>
public sealed record DroppedIndicator(string Code, string NameVi);

/// <summary>What a unit is compared with. Scores are unrounded, each on its own set's scale.</summary>
public sealed record ComparedUnit
{
    public required string Unit { get; init; }
    /// <summary>True: the figures are the weighted mean of the predecessors', and were never published for this unit.</summary>
    public bool Computed { get; init; }
    /// <summary>Whose figures they are, with weights that add up to 1; null = the unit's own.</summary>
    public IReadOnlyList<EditionPredecessor>? Predecessors { get; init; }
    /// <summary>Index score of the year before as published.</summary>
    public double? Score { get; init; }
    /// <summary>Rank of the year before as published; null when computed, or when it was ranked in another group or pool.</summary>
    public double? Rank { get; init; }
    /// <summary>Index score of the year before under this edition's set.</summary>
    public double? BackCastScore { get; init; }
    public double? BackCastRank { get; init; }
    /// <summary>Why there is nothing to compare, in Vietnamese; null when there is.</summary>
    public string? Reason { get; init; }
    /// <summary>Every node of this set that has a figure of the year before, in tree order, the index first.</summary>
    public IReadOnlyList<ComparedNode> Nodes { get; init; } = [];
    /// <summary>Why score and rank changed; null where either year lacks a score (for the rank: a rank) or the years have no map.</summary>
    public ChangeParts? ScoreChange { get; init; }
    public ChangeParts? RankChange { get; init; }
}

/// <summary>A node of this set a year before: <see cref="Score"/> as published at the old set's node that it comes from, <see cref="BackCast"/> under this set.</summary>
/// <param name="Code">Code in this set.</param>
/// <param name="From">Code in the old set; null when it has no counterpart there.</param>
/// <param name="Score">As published, on the old set's scale; for a computed unit the weighted mean of its predecessors'.</param>
/// <param name="BackCast">Under this set; null when it was not scored again.</param>
public sealed record ComparedNode(string Code, string? From, double? Score, double? BackCast);

/// <summary>
/// A change split into four causes that add up to <see cref="Total"/> (Shapley value over the four): the unit's own inputs, other
/// units' inputs, the method, and units that came or went. A rank that falls from 5 to 3 is a change of −2.
/// </summary>
public sealed record ChangeParts(double Total, double OwnInputs, double OthersInputs, double Method, double EntryAndExit);

/// <summary>A unit of the old edition under the old method and under this one.</summary>
public sealed record BackCastUnit
{
    public required string Unit { get; init; }
    public required string NameVi { get; init; }
    public required string Group { get; init; }
    public required string Pool { get; init; }
    /// <summary>As published.</summary>
    public double? Score { get; init; }
    public double? Rank { get; init; }
    /// <summary>Under this edition's set, unrounded.</summary>
    public double? BackCastScore { get; init; }
    public double? BackCastRank { get; init; }
    /// <summary>Which indicators made the difference between both scores; empty where scores are no sum of parts (geometric and harmonic means).</summary>
    public IReadOnlyList<IndicatorDifference> Differences { get; init; } = [];
}

/// <summary>
/// What an indicator gave to a unit's index score under the old method and under the new, after rescaling, on this set's scale. Over all
/// rows of a unit the new minus the old ones add up to the difference of the two index scores.
/// </summary>
/// <param name="Code">Code in this set; null for an old indicator without a successor.</param>
/// <param name="From">Code in the old set; null for a new indicator.</param>
/// <param name="Before">Points it gave under the old set; null when the old set has none.</param>
/// <param name="After">Points it gives under this set; null when it was not scored again.</param>
public sealed record IndicatorDifference(string? Code, string? From, double? Before, double? After);
