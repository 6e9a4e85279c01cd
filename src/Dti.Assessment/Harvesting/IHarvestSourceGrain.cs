using System.Collections.Immutable;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Harvesting;

/// <summary>
/// Single writer of a portal or gateway's readings; key <c>source/&lt;code&gt;</c>. A complete reading becomes observations of the
/// indicators that ask for its metrics; any other keeps the last good figures.
/// </summary>
[Alias("dti.harvest-source-grain")]
public interface IHarvestSourceGrain : IGrainWithStringKey
{
    [Alias("get"), Orleans.Concurrency.AlwaysInterleave]
    Task<HarvestSource> Get();

    /// <summary>Says what the source is and which publisher is which unit. Idempotent.</summary>
    [Alias("configure")]
    Task<HarvestSource> Configure(HarvestSourceSettings settings, Actor actor);

    /// <summary>Reads it now for a round's quarter and hands the figures to the indicators.</summary>
    [Alias("harvest")]
    Task<HarvestOutcome> Harvest(string round, string quarter, Actor actor);

    /// <summary>The schedule's reading, once for the slot; null when that slot is done already.</summary>
    [Alias("harvest-slot")]
    Task<HarvestOutcome?> HarvestSlot(string slot, string round, string quarter, Actor actor);
}

[GenerateSerializer, Alias("dti.harvest-source-settings"), Immutable]
public sealed record HarvestSourceSettings(
    [property: Id(0)] string Reader, [property: Id(1)] string Url, [property: Id(2)] string? Recording,
    [property: Id(3)] ImmutableDictionary<string, string> Publishers);

[GenerateSerializer, Alias("dti.harvest-source"), Immutable]
public sealed record HarvestSource : IJournaled
{
    [Id(0)] public HarvestSourceSettings? Settings { get; init; }
    /// <summary>Latest runs, newest last; bounded.</summary>
    [Id(1)] public ImmutableArray<HarvestOutcome> Runs { get; init; } = [];

    /// <summary>Entries of the write under way; never kept in the row.</summary>
    [Id(9)] public IReadOnlyList<JournalEntry> Journal { get; set; } = [];

    /// <summary>The schedule's slots done (<c>slot round quarter</c>), newest last; bounded like the runs.</summary>
    [Id(2)] public ImmutableArray<string> Slots { get; init; } = [];

    public const int RunsKept = 40;
}

[GenerateSerializer, Alias("dti.harvest-outcome"), Immutable]
public sealed record HarvestOutcome(
    [property: Id(0)] string Run, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string Status, [property: Id(3)] int Seen,
    [property: Id(4)] int Observations, [property: Id(5)] string? Failure, [property: Id(6)] ImmutableArray<string> UnknownPublishers);
