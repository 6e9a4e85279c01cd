using System.Text.Json;
using System.Text.Json.Serialization;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Submissions;
using Dti.Assessment.Targets;
using Dti.Scoring.Quarters;

namespace Dti.Assessment.Editions;

/// <summary>
/// A published result, frozen: everything needed to compute it again and what came out. Serialised as canonical JSON (RFC 8785) so
/// that its SHA-256 is reproducible, signed beside it, and chained to the edition before by hash (contract §5).
/// </summary>
public sealed record Edition
{
    /// <summary><c>&lt;set&gt;-&lt;year&gt;.&lt;number&gt;</c>, for example <c>nghe-an-data-2025.1</c>.</summary>
    public required string Id { get; init; }
    public required int Year { get; init; }
    /// <summary>1 for the first; a correction is the next number.</summary>
    public required int Number { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string PublishedBy { get; init; }
    /// <summary>The office that publishes, as it signs documents ("Sở Khoa học và Công nghệ").</summary>
    public required Publisher Publisher { get; init; }
    public required string SoftwareVersion { get; init; }
    /// <summary>Shown on every page and report where the figures are not official ("Số liệu minh hoạ"); null when they are.</summary>
    public string? Notice { get; init; }
    public required EditionSet Set { get; init; }
    public required IReadOnlyList<EditionUnit> Units { get; init; }
    /// <summary>Every cell of every unit with its layers, in unit order then tree order then quarter.</summary>
    public required IReadOnlyList<EditionInput> Inputs { get; init; }
    /// <summary>Every node's score of every unit, in unit order then tree order; the root's code is <c>INDEX</c>.</summary>
    public required IReadOnlyList<EditionScore> Scores { get; init; }
    /// <summary>Best first inside each group and pool; unranked units last.</summary>
    public required IReadOnlyList<EditionRank> Ranking { get; init; }
    /// <summary>How the rank intervals and tiers were drawn; null in an edition without them.</summary>
    public EditionUncertainty? Uncertainty { get; init; }
    public required EditionForecast Forecast { get; init; }
    /// <summary>Earlier years' index scores the forecast rests on, each marked with where it came from.</summary>
    public IReadOnlyList<HistoryScore> History { get; init; } = [];
    /// <summary>The year before beside this one; null when no edition of that year was published in the series.</summary>
    public EditionComparison? Comparison { get; init; }
    /// <summary>The years before that, as far as the set's <c>maps</c> reach, newest first and without causes of changes; null when there are none.</summary>
    public IReadOnlyList<EditionComparison>? EarlierYears { get; init; }
    /// <summary>How far the strategy's targets are, in the set's order; null when the set has none.</summary>
    public IReadOnlyList<TargetProgress>? Targets { get; init; }
    public IReadOnlyList<string> Notes { get; init; } = [];
    /// <summary>For a correction: what changed and why.</summary>
    public IReadOnlyList<string> Errata { get; init; } = [];
    /// <summary>SHA-256 (hex) of the edition published before this one in the same store; null for the first.</summary>
    public string? PreviousSha256 { get; init; }
}

/// <summary>Who signs the report: upper agency, office, place and the signer's title.</summary>
public sealed record Publisher(string Parent, string Name, string Place, string SignerTitle, string? SignerName = null);

/// <summary>The set as it was used, whole, so that an edition can be checked without the repository.</summary>
public sealed record EditionSet(string Code, int Year, string TitleVi, string? TitleEn, string? Issued, string Sha256, string Yaml);

/// <summary>A unit as it stood in the round.</summary>
public sealed record EditionUnit(string Code, string NameVi, string? NameEn, string Group, string Pool, bool Ranked, string? Remark = null)
{
    /// <summary>The quarters of the year it lived through (it was there on the quarter's last day), when it did not live through all four.</summary>
    public IReadOnlyList<string>? Quarters { get; init; }
    /// <summary>Its last day, when that is known; it is not forecast beyond it.</summary>
    public DateOnly? Until { get; init; }
    /// <summary>How it came to be, when that was in the edition's year or before and is known; null = as it always was.</summary>
    public EditionLineage? Lineage { get; init; }
}

/// <summary>One cell: a unit's input in a quarter, with every layer and the one that counted.</summary>
public sealed record EditionInput
{
    public required string Unit { get; init; }
    public required string Key { get; init; }
    public required string Quarter { get; init; }
    public InputValue? Self { get; init; }
    public InputValue? Measured { get; init; }
    public InputValue? Verified { get; init; }
    /// <summary>The layer whose value counted.</summary>
    [JsonConverter(typeof(LayerConverter))]
    public required Layer Counted { get; init; }
    /// <summary>Who entered, measured or verified the value that counted, and when.</summary>
    public string? By { get; init; }
    public DateTimeOffset? At { get; init; }
    public string? Reason { get; init; }
    public IReadOnlyList<EditionEvidence> Evidence { get; init; } = [];

    public InputValue? ValueOf(Layer layer) => layer switch
    {
        Layer.Self => Self,
        Layer.Measured => Measured,
        Layer.Verified => Verified,
        _ => null,
    };
}

public sealed record EditionEvidence(string Sha256, string Name, string? Citation);

/// <summary>Unrounded; null = no data or not applicable. <see cref="Maximum"/> is the most the unit could get there (point sets).</summary>
public sealed record EditionScore(string Unit, string Code, int Depth, double? Score, double? Maximum);

/// <summary>
/// A ranking row; <see cref="Score"/> is rounded as the set says. Rank is null for units not ranked or without a score. Low, median and
/// high are the rank's 5th, 50th and 95th percentile over the draws; units of one tier cannot be told apart.
/// </summary>
public sealed record EditionRank(
    string Group, string Pool, double? Rank, string Unit, double? Score, double? RankLow = null, double? RankHigh = null,
    double? RankMedian = null, string? Tier = null);

/// <summary>What the rank intervals and tiers were drawn with: with the edition's own inputs they come out the same again.</summary>
/// <param name="Draws">From 1 to <see cref="MostDraws"/>.</param>
/// <param name="Seed">Not negative, and exact as a JSON number.</param>
public sealed record EditionUncertainty(int Draws, long Seed)
{
    /// <summary>So that checking a file takes no longer than making it ever would.</summary>
    public const int MostDraws = 100_000;
    public const long LargestSeed = (1L << 53) - 1;
}

/// <summary>Next year's index score for every unit, or the reason why there is none.</summary>
public sealed record EditionForecast
{
    public required int Year { get; init; }
    /// <summary>The method chosen by the back-test; null when nothing is forecast.</summary>
    public string? Method { get; init; }
    /// <summary>Why nothing is forecast, or why the method was chosen, in Vietnamese.</summary>
    public required string Reason { get; init; }
    public IReadOnlyList<BacktestRow> Backtest { get; init; } = [];
    public IReadOnlyList<ForecastRow> Units { get; init; } = [];
    public int? Seed { get; init; }
    /// <summary>SHA-256 of the history the model was trained on, and of the model itself.</summary>
    public string? DataSha256 { get; init; }
    public string? ModelSha256 { get; init; }
    /// <summary>Which rules of forecasting made it, so that it can be computed again by the same; null in files from before rules were numbered.</summary>
    public int? Rules { get; init; }
    /// <summary>Nodes below the index that have a history, in tree order.</summary>
    public IReadOnlyList<NodeForecast>? Nodes { get; init; }
    public ForecastRanks? Ranks { get; init; }
}

/// <summary>Rolling-origin back-test of one method over all series: mean absolute error in points, MASE against naive, coverage of the 80 % interval.</summary>
public sealed record BacktestRow(string Method, int Series, int Origins, double Mae, double? Mase, double? Coverage80, bool Chosen);

/// <summary>80 % interval; value is null when the unit's own series is too short, with the reason.</summary>
public sealed record ForecastRow(string Unit, double? Value, double? Low, double? High, string? Reason)
{
    /// <summary>Naive where the unit's own past does not show the method chosen for all to be better; null = that method.</summary>
    public string? Method { get; init; }
    /// <summary>Null for a node below the index, and where ranks are not forecast.</summary>
    public ForecastRank? Rank { get; init; }
}

/// <summary>An index score of a past year. <see cref="Origin"/>: <c>edition:&lt;id&gt;</c> or <c>imported:&lt;file name&gt;</c>.</summary>
public sealed record HistoryScore(string Unit, string Code, int Year, double Score, string Origin)
{
    /// <summary>False: made by another method without a map; shown, but never joined to other years nor used for a forecast. Null = comparable.</summary>
    public bool? Comparable { get; init; }
}

/// <summary>A layer as a word (<c>verified</c>), whatever options the reader uses.</summary>
internal sealed class LayerConverter() : JsonStringEnumConverter<Layer>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
