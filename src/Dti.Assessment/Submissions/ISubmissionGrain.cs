using System.Collections.Immutable;

namespace Dti.Assessment.Submissions;

/// <summary>
/// Single writer of one unit's quarter; key <c>&lt;round&gt;/&lt;unit&gt;/&lt;quarter&gt;</c>. Commands are idempotent or guarded by
/// the version the caller saw.
/// </summary>
[Alias("dti.submission-grain")]
public interface ISubmissionGrain : IGrainWithStringKey
{
    /// <summary>The submission and every cell asked for, also before the first save.</summary>
    [Alias("get")]
    Task<SubmissionView> Get();

    /// <summary>Saves what is named; null clears. <paramref name="seen"/> is the version of If-Match.</summary>
    [Alias("save")]
    Task<SubmissionReply> Save(SubmissionChange change, int seen, Actor actor);

    /// <summary>The leader's submission; the same key answers the same receipt and acts once.</summary>
    [Alias("submit")]
    Task<SubmissionReply> Submit(string idempotencyKey, Actor actor);

    /// <summary>Accepts or corrects cells. A correction needs a reason.</summary>
    [Alias("judge")]
    Task<SubmissionReply> Judge(ImmutableArray<Judgement> judgements, int seen, Actor actor);

    /// <summary>Sends named cells back to the unit with a reason each.</summary>
    [Alias("return")]
    Task<SubmissionReply> Return(ImmutableArray<Judgement> items, int seen, Actor actor);

    /// <summary>Closes verification: every answered cell has a verdict.</summary>
    [Alias("accept")]
    Task<SubmissionReply> Accept(int seen, Actor actor);

    /// <summary>Marks the published values; called by the round after an edition.</summary>
    [Alias("finish")]
    Task<SubmissionReply> Finish(string edition, Actor actor);
}

/// <summary>Values to set (null clears) and evidence lists to replace.</summary>
[GenerateSerializer, Alias("dti.submission-change"), Immutable]
public sealed record SubmissionChange(
    [property: Id(0)] ImmutableDictionary<string, InputValue?> Values,
    [property: Id(1)] ImmutableDictionary<string, ImmutableArray<EvidenceLink>> Evidence)
{
    public static SubmissionChange None { get; } = new(
        ImmutableDictionary<string, InputValue?>.Empty, ImmutableDictionary<string, ImmutableArray<EvidenceLink>>.Empty);
}

/// <summary>A verdict on one cell. <see cref="Value"/> only for a correction (null there = "nothing is proven").</summary>
[GenerateSerializer, Alias("dti.judgement"), Immutable]
public sealed record Judgement(
    [property: Id(0)] string Key, [property: Id(1)] Verdict Verdict, [property: Id(2)] InputValue? Value, [property: Id(3)] string? Reason);

/// <summary>What a command answered: the new view, or why not.</summary>
[GenerateSerializer, Alias("dti.submission-reply"), Immutable]
public sealed record SubmissionReply(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] SubmissionView View,
    [property: Id(2)] ImmutableArray<BrokenRule> Broken, [property: Id(3)] Receipt? Receipt = null);

/// <summary>Done 200 · Stale 412 · WrongState 409 · Refused 422 · Forbidden 403 · NotFound 404.</summary>
public enum Outcome { Done, Stale, WrongState, Refused, Forbidden, NotFound }

/// <summary>A submission as people and programs see it (contract §4).</summary>
[GenerateSerializer, Alias("dti.submission-view"), Immutable]
public sealed record SubmissionView
{
    [Id(0)] public required Submission Submission { get; init; }
    [Id(1)] public DateTimeOffset? Due { get; init; }
    /// <summary>Whether the quarter accepts entries now.</summary>
    [Id(2)] public bool Open { get; init; }
    /// <summary>Keys the unit is asked for, in tree order; metric inputs included (their value is measured).</summary>
    [Id(3)] public ImmutableArray<string> Asked { get; init; } = [];
    /// <summary>Measured values of this unit and quarter by key.</summary>
    [Id(4)] public ImmutableDictionary<string, Entry> Measured { get; init; } = ImmutableDictionary<string, Entry>.Empty;
    /// <summary>What stands in the way of submitting, each with its key.</summary>
    [Id(5)] public ImmutableArray<BrokenRule> Faults { get; init; } = [];
    /// <summary>SHA-256 of the round's indicator set.</summary>
    [Id(6)] public string SetSha256 { get; init; } = "";
}
