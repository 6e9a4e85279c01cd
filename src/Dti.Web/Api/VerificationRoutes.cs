using System.Collections.Immutable;
using System.Security.Claims;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Api;

/// <summary>Verification of a submission: verdicts on cells, sending cells back, closing.</summary>
internal static class VerificationRoutes
{
    private const int MostItems = 1000;

    public static void MapVerification(this RouteGroupBuilder api)
    {
        var submission = api.MapGroup(SubmissionRoutes.Address).WithTags("Verification")
            .RequireAuthorization(nameof(Right.Verify))
            .ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428)
            .NeedsHeader("If-Match", SubmissionRoutes.SeenVersion);
        submission.MapPost("/judge", Judge).WithSummary("Accepts or corrects cells; a correction needs a reason. Needs If-Match.");
        submission.MapPost("/return", Return).WithSummary("Sends the named cells back, each with a reason. Needs If-Match.");
        submission.MapPost("/accept", Accept).WithSummary("Closes verification when every answered cell has a verdict. Needs If-Match.");
    }

    private static async Task<Results<Ok<SubmissionDocument>, ProblemHttpResult>> Judge(
        [AsParameters] SubmissionAddress address, JudgementsDocument body, HttpContext http, IGrainFactory grains, SetLibrary sets)
    {
        if (Refusal(address, http.User, body.Items.Select(item => item.Key)) is { } refusal)
            return refusal;
        if (http.Request.Seen() is not { } seen)
            return Versions.Missing;
        if (Fault(body.Items.Select(item => item.Reason)) is { } fault)
            return fault;
        ImmutableArray<Judgement> judgements = [.. body.Items.Select(item => new Judgement(item.Key, item.Verdict, item.Value, item.Reason))];
        var reply = await SubmissionRoutes.Grain(grains, address).Judge(judgements, seen, Principals.ActorOf(http.User));
        return await SubmissionRoutes.Answer(reply, http, sets);
    }

    private static async Task<Results<Ok<SubmissionDocument>, ProblemHttpResult>> Return(
        [AsParameters] SubmissionAddress address, ReturnsDocument body, HttpContext http, IGrainFactory grains, SetLibrary sets)
    {
        if (Refusal(address, http.User, body.Items.Select(item => item.Key)) is { } refusal)
            return refusal;
        if (http.Request.Seen() is not { } seen)
            return Versions.Missing;
        if (Fault(body.Items.Select(item => item.Reason)) is { } fault)
            return fault;
        ImmutableArray<Judgement> items = [.. body.Items.Select(item => new Judgement(item.Key, Verdict.Returned, null, item.Reason))];
        var reply = await SubmissionRoutes.Grain(grains, address).Return(items, seen, Principals.ActorOf(http.User));
        return await SubmissionRoutes.Answer(reply, http, sets);
    }

    private static async Task<Results<Ok<SubmissionDocument>, ProblemHttpResult>> Accept(
        [AsParameters] SubmissionAddress address, HttpContext http, IGrainFactory grains, SetLibrary sets)
    {
        if (SubmissionRoutes.Refusal(address, http.User, Right.Verify) is { } refusal)
            return refusal;
        // Who verifies some indicators does not close the others' work.
        if (Principals.ScopeOf(http.User).Indicators.Count > 0)
            return Problems.OutsideScope();
        if (http.Request.Seen() is not { } seen)
            return Versions.Missing;
        return await SubmissionRoutes.Answer(await SubmissionRoutes.Grain(grains, address).Accept(seen, Principals.ActorOf(http.User)), http, sets);
    }

    private static ProblemHttpResult? Refusal(SubmissionAddress address, ClaimsPrincipal user, IEnumerable<string> keys)
    {
        if (SubmissionRoutes.Refusal(address, user, Right.Verify) is { } refusal)
            return refusal;
        var scope = Principals.ScopeOf(user);
        return keys.All(scope.CoversKey) ? null : Problems.OutsideScope();
    }

    private static ProblemHttpResult? Fault(IEnumerable<string?> reasons)
    {
        int count = 0;
        foreach (string? reason in reasons)
        {
            if (reason is not null && !Texts.IsPlain(reason))
                return Problems.Of(422, "text-invalid", $"Lý do dài quá {Texts.Longest} ký tự hoặc có ký tự điều khiển.");
            count++;
        }
        return count <= MostItems ? null : Problems.Of(422, "too-many", $"Mỗi lần tối đa {MostItems} mục.");
    }
}

internal sealed record JudgementsDocument(IReadOnlyList<JudgementDocument> Items);

internal sealed record JudgementDocument(string Key, Verdict Verdict, InputValue? Value = null, string? Reason = null);

internal sealed record ReturnsDocument(IReadOnlyList<ReturnDocument> Items);

internal sealed record ReturnDocument(string Key, string Reason);
