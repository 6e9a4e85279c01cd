using System.Collections.Immutable;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Dti.Web.Api;

/// <summary>Rounds: read by everybody who takes part, run by the office in charge.</summary>
internal static class RoundRoutes
{
    public static void MapRounds(this RouteGroupBuilder api)
    {
        var rounds = api.MapGroup("/rounds").WithTags("Rounds").ProducesProblem(401).ProducesProblem(403);
        rounds.MapGet("", List).RequireAuthorization(nameof(Right.ReadRounds)).WithSummary("All rounds.");
        rounds.MapGet("/{year}", Find).RequireAuthorization(nameof(Right.ReadRounds)).WithSummary("One round with its quarters and units.").ProducesProblem(404);
        var run = rounds.MapGroup("/{year}").RequireAuthorization(nameof(Right.RunRound)).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        run.MapPost("/quarters/{quarter}/open", Open).WithSummary("Opens a quarter for entries by hand.");
        run.MapPost("/quarters/{quarter}/close", Close).WithSummary("Closes a quarter for entries by hand.");
        run.MapPost("/publish", Publish).WithRequestTimeout(TimeSpan.FromMinutes(5)).WithSummary("Freezes, computes, signs and publishes an edition; errata from the second on.");
    }

    private static async Task<Ok<RoundsDocument>> List(IStateReader rows, CancellationToken cancellation)
    {
        var rounds = new List<RoundSummary>();
        await foreach (var row in rows.ListAsync<Round>("round", "round/", cancellation))
            rounds.Add(RoundSummary.Of(row.Value));
        return TypedResults.Ok(new RoundsDocument(rounds));
    }

    private static async Task<Results<Ok<RoundDocument>, ProblemHttpResult>> Find(string year, IStateReader rows, CancellationToken cancellation) =>
        await rows.ReadAsync<Round>("round", RoundKey.Of(year), cancellation) is { } row ? TypedResults.Ok(RoundDocument.Of(row.Value)) : Unknown(year);

    private static Task<Results<Ok<RoundDocument>, ProblemHttpResult>> Open(string year, string quarter, HttpContext http, IStateReader rows, IGrainFactory grains) =>
        Turn(year, quarter, QuarterState.Open, http, rows, grains);

    private static Task<Results<Ok<RoundDocument>, ProblemHttpResult>> Close(string year, string quarter, HttpContext http, IStateReader rows, IGrainFactory grains) =>
        Turn(year, quarter, QuarterState.Closed, http, rows, grains);

    private static async Task<Results<Ok<RoundDocument>, ProblemHttpResult>> Turn(
        string year, string quarter, QuarterState state, HttpContext http, IStateReader rows, IGrainFactory grains)
    {
        if (!await Exists(year, rows, http.RequestAborted))
            return Unknown(year);
        return Answer(await grains.GetGrain<IRoundGrain>(RoundKey.Of(year)).SetQuarter(quarter, state, Principals.ActorOf(http.User)));
    }

    private static async Task<Results<Ok<RoundDocument>, ProblemHttpResult>> Publish(
        string year, PublishDocument body, HttpContext http, IStateReader rows, IGrainFactory grains)
    {
        if (!await Exists(year, rows, http.RequestAborted))
            return Unknown(year);
        ImmutableArray<string> notes = [.. body.Notes ?? []], errata = [.. body.Errata ?? []];
        if (notes.Concat(errata).Any(text => !Texts.IsPlain(text)))
            return Problems.Of(422, "text-invalid", $"Ghi chú hoặc đính chính dài quá {Texts.Longest} ký tự hoặc có ký tự điều khiển.");
        return Answer(await grains.GetGrain<IRoundGrain>(RoundKey.Of(year)).Publish(notes, errata, Principals.ActorOf(http.User)));
    }

    private static Results<Ok<RoundDocument>, ProblemHttpResult> Answer(RoundReply reply) => reply.Outcome == Outcome.Done
        ? TypedResults.Ok(RoundDocument.Of(reply.Round) with { Edition = reply.Edition })
        : Problems.Of(reply.Outcome, reply.Broken, ("state", reply.Round.State.ToString().ToLowerInvariant()));

    /// <summary>Only a round that is stored reaches its grain.</summary>
    private static async Task<bool> Exists(string year, IStateReader rows, CancellationToken cancellation) =>
        SubmissionAddress.IsCode(year) && await rows.ReadAsync<Round>("round", RoundKey.Of(year), cancellation) is not null;

    private static ProblemHttpResult Unknown(string year) => Problems.NotFound("round-unknown", $"Không có vòng đánh giá “{year}”.");
}

internal sealed record PublishDocument(IReadOnlyList<string>? Notes = null, IReadOnlyList<string>? Errata = null);

internal sealed record RoundsDocument(IReadOnlyList<RoundSummary> Rounds);

internal sealed record RoundSummary(string Id, int Year, string Set, string State, string? Notice, IReadOnlyList<string> Editions)
{
    public static RoundSummary Of(Round round) => new(round.Id, round.Year, round.SetCode, round.State.ToString().ToLowerInvariant(), round.Notice, round.Editions);
}

internal sealed record RoundDocument(
    string Id, int Year, string Set, string SetSha256, string State, string? Notice, IReadOnlyList<QuarterDocument> Quarters,
    IReadOnlyList<ParticipantDocument> Units, IReadOnlyList<string> Editions, string? Edition = null)
{
    public static RoundDocument Of(Round round) => new(
        round.Id, round.Year, round.SetCode, round.SetSha256, round.State.ToString().ToLowerInvariant(), round.Notice,
        [.. round.Quarters.Select(QuarterDocument.Of)], [.. round.Participants.Select(ParticipantDocument.Of)], round.Editions);
}

internal sealed record QuarterDocument(string Code, string Opens, string Due, string Closes, string State)
{
    public static QuarterDocument Of(Quarter quarter) => new(
        quarter.Code, SubmissionDocument.Local(quarter.Opens)!, SubmissionDocument.Local(quarter.Due)!, SubmissionDocument.Local(quarter.Closes)!,
        quarter.State.ToString().ToLowerInvariant());
}

internal sealed record ParticipantDocument(string Code, NameDocument Name, string Group, string Pool, bool Ranked)
{
    public static ParticipantDocument Of(Participant participant) =>
        new(participant.Unit, new(participant.NameVi, participant.NameEn), participant.Group, participant.Pool, participant.Ranked);
}
