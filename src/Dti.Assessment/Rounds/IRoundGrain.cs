using System.Collections.Immutable;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Rounds;

/// <summary>Single writer of a round; key <c>round/&lt;id&gt;</c>.</summary>
[Alias("dti.round-grain")]
public interface IRoundGrain : IGrainWithStringKey
{
    [Alias("get"), Orleans.Concurrency.AlwaysInterleave]
    Task<Round> Get();

    /// <summary>Creates the round or, while it is planned or open, brings participants and calendar up to date. Idempotent.</summary>
    [Alias("plan")]
    Task<RoundReply> Plan(RoundPlan plan, Actor actor);

    /// <summary>Opens every quarter whose time has come and closes those past; what the schedule calls.</summary>
    [Alias("turn")]
    Task<RoundReply> Turn(Actor actor);

    /// <summary>Opens or closes one quarter by hand.</summary>
    [Alias("set-quarter")]
    Task<RoundReply> SetQuarter(string quarter, QuarterState state, Actor actor);

    [Alias("import-history")]
    Task<RoundReply> ImportHistory(ImmutableArray<PastScore> history, Actor actor);

    /// <summary>Computes provisional standings once for the slot (for example the day); a slot already done is left alone.</summary>
    [Alias("recompute")]
    Task<RoundReply> Recompute(string slot, Actor actor);

    /// <summary>Freezes inputs, scores, ranks, forecasts, signs and publishes. <paramref name="errata"/> is required from the second edition on.</summary>
    [Alias("publish")]
    Task<RoundReply> Publish(ImmutableArray<string> notes, ImmutableArray<string> errata, Actor actor);
}

[GenerateSerializer, Alias("dti.round-plan"), Immutable]
public sealed record RoundPlan(
    [property: Id(0)] int Year, [property: Id(1)] string SetYaml, [property: Id(2)] ImmutableArray<Participant> Participants,
    [property: Id(3)] ImmutableArray<Quarter> Quarters, [property: Id(4)] string? Notice, [property: Id(5)] OfficeOfIssue Office);

[GenerateSerializer, Alias("dti.round-reply"), Immutable]
public sealed record RoundReply(
    [property: Id(0)] Outcome Outcome, [property: Id(1)] Round Round, [property: Id(2)] ImmutableArray<BrokenRule> Broken,
    [property: Id(3)] string? Edition = null);
