using System.Text.Json.Serialization;

namespace Dti.Assessment.Harvesting;

/// <summary>How a reading ended. Only <see cref="Complete"/> has observations that count.</summary>
[GenerateSerializer, Alias("dti.harvesting.status")]
[JsonConverter(typeof(JsonStringEnumConverter<HarvestStatus>))]
public enum HarvestStatus
{
    [JsonStringEnumMemberName("complete")] Complete,
    /// <summary>It is the portal, but not all of it could be read.</summary>
    [JsonStringEnumMemberName("incomplete")] Incomplete,
    /// <summary>The portal, or what stands before it, does not let us in.</summary>
    [JsonStringEnumMemberName("blocked")] Blocked,
    /// <summary>The address sends us elsewhere.</summary>
    [JsonStringEnumMemberName("moved")] Moved,
    /// <summary>Something answers there, but not what this reader reads.</summary>
    [JsonStringEnumMemberName("wrong_kind")] WrongKind,
    [JsonStringEnumMemberName("unreachable")] Unreachable,
    /// <summary>We did not ask: the address is not one we may reach.</summary>
    [JsonStringEnumMemberName("refused")] Refused,
}

/// <summary>Why a run is not complete: a stable code and a sentence.</summary>
[GenerateSerializer, Alias("dti.harvesting.failure"), Immutable]
public sealed record HarvestFailure([property: Id(0), JsonPropertyName("code")] string Code, [property: Id(1), JsonPropertyName("message")] string Message);

/// <summary>A reading of a portal; as JSON it is the contract's <c>run.json</c>.</summary>
[GenerateSerializer, Alias("dti.harvesting.run"), Immutable]
public sealed record HarvestRun
{
    [Id(0), JsonPropertyName("reader")] public required string Reader { get; init; }
    [Id(1), JsonPropertyName("url")] public required string Url { get; init; }
    [Id(2), JsonPropertyName("started")] public required DateTimeOffset Started { get; init; }
    [Id(3), JsonPropertyName("seconds")] public required double Seconds { get; init; }
    [Id(4), JsonPropertyName("status")] public required HarvestStatus Status { get; init; }
    /// <summary>How many the portal says it has, at the end of the reading where that could be asked; null when it never said.</summary>
    [Id(5), JsonPropertyName("reported")] public int? Reported { get; init; }
    /// <summary>How many different ones were read.</summary>
    [Id(6), JsonPropertyName("seen")] public required int Seen { get; init; }
    [Id(7), JsonPropertyName("duplicates")] public required int Duplicates { get; init; }
    [Id(8), JsonPropertyName("requests")] public required int Requests { get; init; }
    [Id(9), JsonPropertyName("bytes")] public required long Bytes { get; init; }
    [Id(10), JsonPropertyName("failure")] public HarvestFailure? Failure { get; init; }
    /// <summary>SHA-256 (hex) of every answer's body, in the order of the requests.</summary>
    [Id(11), JsonPropertyName("sha256")] public required IReadOnlyList<string> Sha256 { get; init; }

    /// <summary>Empty unless the run is complete.</summary>
    [Id(12), JsonIgnore] public IReadOnlyList<Observation> Observations { get; init; } = [];
    /// <summary>Publishers as the portal names them: hints for mapping, since names change and keys do not.</summary>
    [Id(13), JsonIgnore] public IReadOnlyList<PortalPublisher> Publishers { get; init; } = [];
    /// <summary>Format labels and licence ids the reader does not know, with how often: the work list for the tables of both.</summary>
    [Id(14), JsonIgnore] public IReadOnlyList<UnknownLabel> UnknownFormats { get; init; } = [];
    [Id(15), JsonIgnore] public IReadOnlyList<UnknownLabel> UnknownLicences { get; init; } = [];
}

/// <summary>A measured figure. An empty publisher is the whole portal.</summary>
[GenerateSerializer, Alias("dti.harvesting.observation"), Immutable]
public sealed record Observation(
    [property: Id(0)] string Source, [property: Id(1)] string Publisher, [property: Id(2)] string Metric,
    [property: Id(3)] double Value, [property: Id(4)] string Unit, [property: Id(5)] DateTimeOffset At);

/// <summary>A publisher on a portal: its key (the organisation's id), name and title.</summary>
[GenerateSerializer, Alias("dti.harvesting.portal-publisher"), Immutable]
public sealed record PortalPublisher([property: Id(0)] string Key, [property: Id(1)] string? Name, [property: Id(2)] string? Title);

[GenerateSerializer, Alias("dti.harvesting.unknown-label"), Immutable]
public sealed record UnknownLabel([property: Id(0)] string Label, [property: Id(1)] int Times);
