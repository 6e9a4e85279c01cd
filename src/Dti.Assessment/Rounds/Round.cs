using System.Collections.Immutable;
using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Rounds;

/// <summary>One year's assessment under one set: who takes part, which quarters accept entries, and how far the result is.</summary>
[GenerateSerializer, Alias("dti.round"), Immutable]
public sealed record Round : IJournaled
{
    /// <summary>The path segment of the API: the year for the province's set, <c>&lt;set&gt;-&lt;year&gt;</c> for any other.</summary>
    [Id(0)] public string Id { get; init; } = "";
    [Id(1)] public int Year { get; init; }
    [Id(2)] public string SetCode { get; init; } = "";
    /// <summary>SHA-256 of the set file; its text lies in the blob store, so a changed file changes no open round.</summary>
    [Id(3)] public string SetSha256 { get; init; } = "";
    [Id(4)] public RoundState State { get; init; } = RoundState.Planned;
    [Id(5)] public ImmutableArray<Participant> Participants { get; init; } = [];
    [Id(6)] public ImmutableArray<Quarter> Quarters { get; init; } = [];
    [Id(7)] public ImmutableArray<PastScore> History { get; init; } = [];
    /// <summary>Shown on every page and report of the round; null for official figures.</summary>
    [Id(8)] public string? Notice { get; init; }
    /// <summary>The editions published from it, oldest first.</summary>
    [Id(9)] public ImmutableArray<string> Editions { get; init; } = [];
    [Id(11)] public OfficeOfIssue Office { get; init; } = new("", "", "", "");

    /// <summary>Where units would stand today, for those who run the round; not official. Empty until first computed.</summary>
    [Id(13)] public ImmutableArray<Standing> Standings { get; init; } = [];

    /// <summary>The schedule's slot the standings were computed for, so that it is neither missed nor done twice.</summary>
    [Id(14)] public string? StandingsSlot { get; init; }

    /// <summary>Entries of the write under way; never kept in the row.</summary>
    [Id(12)] public IReadOnlyList<JournalEntry> Journal { get; set; } = [];

    /// <summary>Periods whose reports nobody owes yet: a missing one says nothing of its unit.</summary>
    public ImmutableArray<Quarter> NotDue(DateTimeOffset at) => [.. Quarters.Where(quarter => at <= quarter.Due)];
}

public enum RoundState { Planned, Open, Frozen, Published }

/// <summary>
/// A unit in the round; <see cref="Until"/> is its last day where it ends, so that no forecast is made of what will not be, and
/// <see cref="From"/> its first where it began. <see cref="Lineage"/> says where its past results stand.
/// </summary>
[GenerateSerializer, Alias("dti.participant"), Immutable]
public sealed record Participant(
    [property: Id(0)] string Unit, [property: Id(1)] string NameVi, [property: Id(2)] string? NameEn, [property: Id(3)] string Group,
    [property: Id(4)] string Pool, [property: Id(5)] bool Ranked, [property: Id(6)] string? Remark = null,
    [property: Id(7)] DateOnly? Until = null, [property: Id(8)] DateOnly? From = null, [property: Id(9)] EditionLineage? Lineage = null)
{
    /// <summary>Whether it was there when the quarter ended, so that a report of it could be asked for; what is reported once a year always is.</summary>
    public bool LivedThrough(int year, string quarter)
    {
        if (quarter is not ['q', >= '1' and <= '4'])
            return true;
        var last = new DateOnly(year, 1, 1).AddMonths(3 * (quarter[1] - '0')).AddDays(-1);
        return (From is not { } from || from <= last) && (Until is not { } until || until >= last);
    }
}

/// <summary>A reporting period: <c>q1</c> … <c>q4</c> or <c>year</c>; entries from <see cref="Opens"/> until <see cref="Closes"/>, on time until <see cref="Due"/>.</summary>
[GenerateSerializer, Alias("dti.quarter"), Immutable]
public sealed record Quarter(
    [property: Id(0)] string Code, [property: Id(1)] DateTimeOffset Opens, [property: Id(2)] DateTimeOffset Due,
    [property: Id(3)] DateTimeOffset Closes, [property: Id(4)] QuarterState State);

public enum QuarterState { Scheduled, Open, Closed }

/// <summary>A published score of an earlier year; not comparable = made by another method without a map.</summary>
[GenerateSerializer, Alias("dti.past-score"), Immutable]
public sealed record PastScore(
    [property: Id(0)] string Unit, [property: Id(1)] string Code, [property: Id(2)] int Year,
    [property: Id(3)] double Score, [property: Id(4)] string Origin, [property: Id(5)] bool Comparable = true);

/// <summary>Who signs the round's edition (see <see cref="Publisher"/>); data, because departments merge and are renamed.</summary>
[GenerateSerializer, Alias("dti.office-of-issue"), Immutable]
public sealed record OfficeOfIssue(
    [property: Id(0)] string Parent, [property: Id(1)] string Name, [property: Id(2)] string Place,
    [property: Id(3)] string SignerTitle, [property: Id(4)] string? SignerName = null);

/// <summary>A unit's score so far (verified values, else measured, else its own); null = nothing known yet.</summary>
[GenerateSerializer, Alias("dti.standing"), Immutable]
public sealed record Standing([property: Id(0)] string Unit, [property: Id(1)] double? Score, [property: Id(2)] double? Rank);
