using System.Collections.Immutable;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Agencies;

/// <summary>Single writer of one agency: who it is and whom it named for data; key <c>agency/&lt;code&gt;</c>.</summary>
[Alias("dti.agency-grain")]
public interface IAgencyGrain : IGrainWithStringKey
{
    [Alias("get"), Orleans.Concurrency.AlwaysInterleave]
    Task<Agency> Get();

    /// <summary>Takes the unit as the catalogue has it. Idempotent.</summary>
    [Alias("register")]
    Task<Agency> Register(AgencyRecord record, Actor actor);

    /// <summary>Each agency names one leader and one officer for data (plan of June 2024, III.1b).</summary>
    [Alias("name-contacts")]
    Task<ImmutableArray<BrokenRule>> NameContacts(DataContact? leader, DataContact? officer, Actor actor);
}

[GenerateSerializer, Alias("dti.agency-record"), Immutable]
public sealed record AgencyRecord(
    [property: Id(0)] string Code, [property: Id(1)] string NameVi, [property: Id(2)] string? NameEn, [property: Id(3)] string Group,
    [property: Id(4)] string? Parent, [property: Id(5)] DateOnly? ValidFrom, [property: Id(6)] DateOnly? ValidUntil,
    [property: Id(7)] ImmutableArray<Forerunner> Predecessors);

/// <summary>A unit this one came from, with its weight in comparatives.</summary>
[GenerateSerializer, Alias("dti.forerunner"), Immutable]
public sealed record Forerunner([property: Id(0)] string Code, [property: Id(1)] double Weight);

[GenerateSerializer, Alias("dti.data-contact"), Immutable]
public sealed record DataContact([property: Id(0)] string Name, [property: Id(1)] string? Title, [property: Id(2)] string? Email, [property: Id(3)] string? Phone);

[GenerateSerializer, Alias("dti.agency"), Immutable]
public sealed record Agency : IJournaled
{
    [Id(0)] public AgencyRecord? Record { get; init; }
    [Id(1)] public DataContact? Leader { get; init; }
    [Id(2)] public DataContact? Officer { get; init; }

    /// <summary>Entries of the write under way; never kept in the row.</summary>
    [Id(9)] public IReadOnlyList<JournalEntry> Journal { get; set; } = [];
}
