using System.Collections.Immutable;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Editions;

/// <summary>
/// Single writer of the chain of published editions of one set; key <c>series/&lt;set&gt;</c>. It allots numbers, links each
/// edition to the one before by hash, and never changes what is published.
/// </summary>
[Alias("dti.edition-series-grain")]
public interface IEditionSeriesGrain : IGrainWithStringKey
{
    [Alias("get"), Orleans.Concurrency.AlwaysInterleave]
    Task<EditionSeries> Get();

    /// <summary>The id the round's next edition gets and the hash it must link to. Answers the same until that edition is published.</summary>
    [Alias("reserve")]
    Task<EditionSlot> Reserve(string round, int year, Actor actor);

    /// <summary>Records the published edition. Publishing the same bytes under the same id twice acts once.</summary>
    [Alias("publish")]
    Task<ImmutableArray<BrokenRule>> Publish(PublishedEdition edition, Actor actor);
}

[GenerateSerializer, Alias("dti.edition-slot"), Immutable]
public sealed record EditionSlot([property: Id(0)] string Id, [property: Id(1)] int Number, [property: Id(2)] string? PreviousSha256);

/// <summary>A published edition: the file lies in the blob store under its hash.</summary>
[GenerateSerializer, Alias("dti.published-edition"), Immutable]
public sealed record PublishedEdition(
    [property: Id(0)] string Id, [property: Id(1)] string Round, [property: Id(2)] int Year, [property: Id(3)] int Number,
    [property: Id(4)] string TitleVi, [property: Id(5)] DateTimeOffset PublishedAt, [property: Id(6)] string Sha256,
    [property: Id(7)] string Signature, [property: Id(8)] string? Notice, [property: Id(9)] ImmutableArray<string> Errata);

[GenerateSerializer, Alias("dti.edition-series"), Immutable]
public sealed record EditionSeries : IJournaled
{
    [Id(0)] public ImmutableArray<PublishedEdition> Published { get; init; } = [];
    [Id(1)] public EditionSlot? Reserved { get; init; }
    [Id(2)] public string? ReservedBy { get; init; }

    /// <summary>Entries of the write under way; never kept in the row.</summary>
    [Id(9)] public IReadOnlyList<JournalEntry> Journal { get; set; } = [];
}
