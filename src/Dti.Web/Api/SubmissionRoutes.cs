using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;
using Dti.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Dti.Web.Api;

/// <summary>What a unit reports for a quarter: read, save, submit (contract §4).</summary>
internal static class SubmissionRoutes
{
    public const string Address = "/rounds/{year}/units/{unit}/submissions/{quarter}";
    public const string SeenVersion = "The ETag of the version the change was made on, for example \"7\".";
    private const long MostBytes = 1024 * 1024;
    private const int LongestKey = 128;

    public static void MapSubmissions(this RouteGroupBuilder api)
    {
        var submission = api.MapGroup(Address).WithTags("Submissions").ProducesProblem(401).ProducesProblem(403).ProducesProblem(404);
        submission.MapGet("", Read)
            .RequireAuthorization(nameof(Right.ReadSubmission))
            .WithSummary("The submission with every input the unit is asked for; its version is the ETag.");
        submission.MapPut("", Save)
            .RequireAuthorization(nameof(Right.SaveSubmission))
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Accepts<DraftDocument>("application/json")
            .WithSummary("Saves what is named, clears what is null, leaves the rest. Needs If-Match.")
            .NeedsHeader("If-Match", SeenVersion)
            .ProducesProblem(409).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
        submission.MapPost("/submit", Submit)
            .RequireAuthorization(nameof(Right.SubmitSubmission))
            .WithSummary("Submits for the unit. Needs Idempotency-Key: the same key answers the same thing and acts once.")
            .NeedsHeader("Idempotency-Key", "A code of its own for this act, for example a UUID.")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<Results<Ok<SubmissionDocument>, ProblemHttpResult>> Read(
        [AsParameters] SubmissionAddress address, HttpContext http, IGrainFactory grains, SetLibrary sets)
    {
        if (Refusal(address, http.User, Right.ReadSubmission) is { } refusal)
            return refusal;
        var view = await Grain(grains, address).Get();
        if (view.Due is null || view.Asked.IsEmpty)
            return Unknown(address);
        http.Response.SetVersion(view.Submission.Version);
        return TypedResults.Ok(await Document(view, sets, http.RequestAborted));
    }

    private static async Task<Results<Ok<SubmissionDocument>, ProblemHttpResult>> Save(
        [AsParameters] SubmissionAddress address, HttpContext http, IGrainFactory grains, SetLibrary sets, EvidenceFiles files)
    {
        if (Refusal(address, http.User, Right.SaveSubmission) is { } refusal)
            return refusal;
        if (!http.Request.HasJsonContentType())
            return Problems.OfStatus(415);
        if (http.Request.Seen() is not { } seen)
            return Versions.Missing;
        var body = await Body(http);
        if (body.Fault is { } malformed)
            return malformed;
        var (change, faults) = await Change(body.Draft!, address, files, http.RequestAborted);
        var grain = Grain(grains, address);
        if (faults.Count > 0)
            return Problems.Broken([.. faults, .. await Misfits(await grain.Get(), body.Draft!, sets, http.RequestAborted)]);
        return await Answer(await grain.Save(change, seen, Principals.ActorOf(http.User)), http, sets);
    }

    private static async Task<Results<Ok<ReceiptDocument>, ProblemHttpResult>> Submit(
        [AsParameters] SubmissionAddress address, HttpContext http, IGrainFactory grains)
    {
        if (Refusal(address, http.User, Right.SubmitSubmission) is { } refusal)
            return refusal;
        string key = http.Request.Headers["Idempotency-Key"].ToString().Trim();
        if (key.Length == 0)
            return Problems.Of(400, "idempotency-key-missing", "Thiếu tiêu đề Idempotency-Key: một mã riêng cho lần trình này, ví dụ một UUID.");
        if (key.Length > LongestKey || !key.All(c => c is > ' ' and < '\x7f'))
            return Problems.Of(400, "idempotency-key-malformed", $"Idempotency-Key là 1 đến {LongestKey} ký tự ASCII không có dấu cách.");
        var reply = await Grain(grains, address).Submit(key, Principals.ActorOf(http.User));
        if (reply.Outcome != Outcome.Done || reply.Receipt is not { } receipt)
            return Refused(reply);
        http.Response.SetVersion(receipt.Version);
        return TypedResults.Ok(ReceiptDocument.Of(reply.View.Submission, receipt));
    }

    internal static ISubmissionGrain Grain(IGrainFactory grains, SubmissionAddress address) => grains.GetGrain<ISubmissionGrain>(address.Key.ToString());

    /// <summary>Ownership comes before existence: who may not see a unit does not learn what it has.</summary>
    internal static ProblemHttpResult? Refusal(SubmissionAddress address, ClaimsPrincipal user, Right right) =>
        !address.IsPossible ? Unknown(address) : user.May(right, address.Unit) ? null : Problems.OutsideScope();

    internal static async Task<Results<Ok<SubmissionDocument>, ProblemHttpResult>> Answer(SubmissionReply reply, HttpContext http, SetLibrary sets)
    {
        if (reply.Outcome != Outcome.Done)
            return Refused(reply);
        http.Response.SetVersion(reply.View.Submission.Version);
        return TypedResults.Ok(await Document(reply.View, sets, http.RequestAborted));
    }

    private static ProblemHttpResult Refused(SubmissionReply reply) => Problems.Of(
        reply.Outcome, reply.Broken,
        ("state", reply.View.Submission.State.ToString().ToLowerInvariant()), ("version", reply.View.Submission.Version));

    private static ProblemHttpResult Unknown(SubmissionAddress address) => Problems.NotFound(
        "no-such-submission", $"Không có vòng “{address.Year}”, đơn vị “{address.Unit}” trong vòng đó, hoặc kỳ “{address.Quarter}” (q1 … q4, year).");

    private static async Task<SubmissionDocument> Document(SubmissionView view, SetLibrary sets, CancellationToken cancellation) =>
        SubmissionDocument.Of(view, (await sets.FindAsync(view.SetSha256, cancellation)).Set);

    private static async Task<(DraftBody? Draft, ProblemHttpResult? Fault)> Body(HttpContext http)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, ApiJson.Document, http.RequestAborted);
            return (DraftBody.Read(document.RootElement), null);
        }
        catch (JsonException fault)
        {
            return (null, ProblemHandling.Malformed(fault));
        }
        catch (InvalidOperationException)
        {
            // A string holds half of a surrogate pair (\ud800): JSON by its grammar, but no text.
            return (null, Problems.Of(400, "malformed-json", "Có chuỗi không phải Unicode hợp lệ."));
        }
    }

    private static async Task<(SubmissionChange Change, List<BrokenRule> Faults)> Change(
        DraftBody draft, SubmissionAddress address, EvidenceFiles files, CancellationToken cancellation)
    {
        var faults = draft.Faults.ToList();
        var evidence = ImmutableDictionary.CreateBuilder<string, ImmutableArray<EvidenceLink>>();
        foreach (var (key, references) in draft.Evidence)
        {
            var links = ImmutableArray.CreateBuilder<EvidenceLink>();
            foreach (var reference in references.DistinctBy(reference => reference.Sha256))
            {
                if (await files.OfUnitAsync(reference.Sha256, address.Unit, cancellation) is { } file)
                    links.Add(new(file.Sha256, reference.Name ?? file.Name, file.Bytes, file.Type, reference.Citation));
                else
                    faults.Add(new(key, "evidence-unknown", $"{key}: đơn vị chưa tải lên tệp {reference.Sha256}; gửi tệp tới /api/v1/evidence trước."));
            }
            evidence[key] = links.ToImmutable();
        }
        return (new(draft.Values.ToImmutableDictionary(), evidence.ToImmutable()), faults);
    }

    /// <summary>When the body already has faults the grain is not asked to save; what it would say of the rest is said too.</summary>
    private static async Task<IEnumerable<BrokenRule>> Misfits(SubmissionView view, DraftBody draft, SetLibrary sets, CancellationToken cancellation)
    {
        if (view.Asked.IsEmpty)
            return [];
        var columns = Columns.Of((await sets.FindAsync(view.SetSha256, cancellation)).Set).Where(column => column.Input is not null).ToDictionary(column => column.Key);
        return draft.Values.Select(pair =>
            !view.Asked.Contains(pair.Key) ? new BrokenRule(pair.Key, "unknown-key", $"Đơn vị không được hỏi mục “{pair.Key}”. Danh sách mục nằm trong “values” của phiếu.")
            : pair.Value is { } value && columns.GetValueOrDefault(pair.Key) is { } column ? SubmissionForm.Misfit(new(column.Key, column.Node, column.Input!), value)
            : null).OfType<BrokenRule>();
    }
}

/// <summary>The shape of a PUT, for the OpenAPI document.</summary>
internal sealed record DraftDocument(IReadOnlyDictionary<string, InputValue?>? Values, IReadOnlyDictionary<string, IReadOnlyList<string>>? Evidence);
