using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>What is frozen when a round is published; <see cref="EditionCompute"/> makes the edition from it and from nothing else.</summary>
public sealed record EditionInputs
{
    public required IndicatorSet Set { get; init; }
    /// <summary>The text the set was read from, whole.</summary>
    public required string SetYaml { get; init; }
    public required string SetSha256 { get; init; }
    public required IReadOnlyList<EditionUnit> Units { get; init; }
    /// <summary>Cells with their layers in any order; which layer counts is decided by <see cref="EditionCompute"/>, whatever stands there.</summary>
    public required IReadOnlyList<EditionInput> Cells { get; init; }
    public required EditionForecast Forecast { get; init; }
    public IReadOnlyList<HistoryScore> History { get; init; } = [];
    public required int Number { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required string PublishedBy { get; init; }
    public required Publisher Publisher { get; init; }
    public required string SoftwareVersion { get; init; }
    public string? Notice { get; init; }
    public string? PreviousSha256 { get; init; }
    public IReadOnlyList<string> Notes { get; init; } = [];
    public IReadOnlyList<string> Errata { get; init; } = [];
    /// <summary>Draws for rank intervals and tiers; null = the edition has none.</summary>
    public EditionUncertainty? Uncertainty { get; init; }

    /// <summary>What a published edition says it was made from.</summary>
    internal static EditionInputs Of(Edition edition, IndicatorSet set) => new()
    {
        Set = set,
        SetYaml = edition.Set.Yaml,
        SetSha256 = edition.Set.Sha256,
        Units = edition.Units,
        Cells = edition.Inputs,
        Forecast = edition.Forecast,
        History = edition.History,
        Number = edition.Number,
        PublishedAt = edition.PublishedAt,
        PublishedBy = edition.PublishedBy,
        Publisher = edition.Publisher,
        SoftwareVersion = edition.SoftwareVersion,
        Notice = edition.Notice,
        PreviousSha256 = edition.PreviousSha256,
        Notes = edition.Notes,
        Errata = edition.Errata,
        Uncertainty = edition.Uncertainty,
    };
}
