using System.Collections.Immutable;
using Dti.Assessment.Storage;

namespace Dti.Assessment.Submissions;

/// <summary>
/// What one unit reports for one quarter. A cell is the unit of value, verdict and evidence. Verbs answer a new state or every
/// broken rule; they change nothing themselves.
/// </summary>
[GenerateSerializer, Alias("dti.submission"), Immutable]
public sealed record Submission : IJournaled
{
    [Id(0)] public string Round { get; init; } = "";
    [Id(1)] public int Year { get; init; }
    [Id(2)] public string Unit { get; init; } = "";
    [Id(3)] public string Quarter { get; init; } = "";
    [Id(4)] public SubmissionState State { get; init; } = SubmissionState.Draft;
    /// <summary>0 before the first save, then one more a change; the ETag.</summary>
    [Id(5)] public int Version { get; init; }
    [Id(6)] public ImmutableDictionary<string, Cell> Cells { get; init; } = ImmutableDictionary<string, Cell>.Empty;
    /// <summary>The first time it was submitted: what timeliness is judged on.</summary>
    [Id(7)] public DateTimeOffset? FirstSubmittedAt { get; init; }
    [Id(8)] public string? SubmittedBy { get; init; }
    /// <summary>While returned: the only cells that may change.</summary>
    [Id(9)] public ImmutableHashSet<string> Reopened { get; init; } = [];
    /// <summary>Answers already given to an Idempotency-Key, newest last; at most <see cref="ReceiptsKept"/>.</summary>
    [Id(10)] public ImmutableArray<Receipt> Receipts { get; init; } = [];

    /// <summary>Entries of the write under way; never kept in the row.</summary>
    [Id(11)] public IReadOnlyList<JournalEntry> Journal { get; set; } = [];

    public const int ReceiptsKept = 16;

    public Cell CellOf(string key) => Cells.GetValueOrDefault(key) ?? Cell.Empty;
}

public enum SubmissionState { Draft, Submitted, Verifying, Returned, Accepted, Final }

/// <summary>The layers of one answer, apart from the first day: what the unit says, what was verified, what was published.</summary>
[GenerateSerializer, Alias("dti.cell"), Immutable]
public sealed record Cell
{
    public static Cell Empty { get; } = new();

    [Id(0)] public Entry? Self { get; init; }
    [Id(1)] public Entry? Verified { get; init; }
    [Id(2)] public Entry? Published { get; init; }
    [Id(3)] public ImmutableArray<EvidenceLink> Evidence { get; init; } = [];
    [Id(4)] public Verdict Verdict { get; init; } = Verdict.None;
    /// <summary>Why the verifier corrected or returned it; never empty when they did.</summary>
    [Id(5)] public string? Reason { get; init; }
}

public enum Verdict { None, Accepted, Corrected, Returned }

/// <summary>A value with who gave it and when; a null value is an accepted "nothing".</summary>
[GenerateSerializer, Alias("dti.entry"), Immutable]
public sealed record Entry([property: Id(0)] InputValue? Value, [property: Id(1)] string By, [property: Id(2)] DateTimeOffset At);

/// <summary>A file by its SHA-256 and the legal citation it stands for.</summary>
[GenerateSerializer, Alias("dti.evidence-link"), Immutable]
public sealed record EvidenceLink(
    [property: Id(0)] string Sha256, [property: Id(1)] string Name, [property: Id(2)] long Bytes,
    [property: Id(3)] string Type, [property: Id(4)] string? Citation);

/// <summary>What <c>/submit</c> answered, so that the same Idempotency-Key gets the same answer.</summary>
[GenerateSerializer, Alias("dti.receipt"), Immutable]
public sealed record Receipt(
    [property: Id(0)] string Key, [property: Id(1)] int Version, [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] bool OnTime, [property: Id(4)] string By);

/// <summary>Who acts: account name, role and the unit the account belongs to (null = the whole province).</summary>
[GenerateSerializer, Alias("dti.actor"), Immutable]
public sealed record Actor([property: Id(0)] string Name, [property: Id(1)] Role Role, [property: Id(2)] string? Unit = null)
{
    /// <summary>The platform itself: schedules, imports, harvests.</summary>
    public static Actor System { get; } = new("system", Role.System);
}

public enum Role { Officer, Leader, Verifier, Soict, Committee, Admin, System }

/// <summary>A broken rule, named so that people and programs know the place and the mend. <see cref="Message"/> is Vietnamese.</summary>
[GenerateSerializer, Alias("dti.rule-broken"), Immutable]
public sealed record BrokenRule([property: Id(0)] string? Key, [property: Id(1)] string Code, [property: Id(2)] string Message);
