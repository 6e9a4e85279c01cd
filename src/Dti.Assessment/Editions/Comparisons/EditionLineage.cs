using System.Text.Json.Serialization;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>
/// Where a unit came from, frozen from the units' lists: its last change up to the end of the edition's year, which breaks its series. For
/// years before it the predecessors stand in its place. The first editions named them for a change within their own year alone.
/// </summary>
/// <param name="Since">First day of the unit in its present form.</param>
/// <param name="Kind">What happened on that day.</param>
/// <param name="Predecessors">Whose results stand for the time before, as they were at the start of the year of the change; may name the unit itself. Empty = nobody's.</param>
[GenerateSerializer, Alias("dti.lineage"), Immutable]
public sealed record EditionLineage(
    [property: Id(0)] DateOnly Since,
    [property: Id(1), JsonConverter(typeof(LineageKindConverter))] LineageKind Kind,
    [property: Id(2)] IReadOnlyList<EditionPredecessor> Predecessors);

/// <summary>A unit whose results count for its successor, with its relative weight in their mean (above 0).</summary>
[GenerateSerializer, Alias("dti.lineage-predecessor"), Immutable]
public sealed record EditionPredecessor([property: Id(0)] string Unit, [property: Id(1)] double Weight);

/// <summary>New: no predecessor is known. Renamed: one predecessor went over whole. Merged: several did. Split: a predecessor was divided among several.</summary>
public enum LineageKind { New, Renamed, Merged, Split }

internal sealed class LineageKindConverter() : JsonStringEnumConverter<LineageKind>(System.Text.Json.JsonNamingPolicy.CamelCase, allowIntegerValues: false);
