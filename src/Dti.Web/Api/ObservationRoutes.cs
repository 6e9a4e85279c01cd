using System.Runtime.CompilerServices;
using System.Security.Claims;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Api;

/// <summary>Measured values of a round, read from the indicators' own rows.</summary>
internal static class ObservationRoutes
{
    public static void MapObservations(this RouteGroupBuilder api) =>
        api.MapGroup("/observations").WithTags("Observations").RequireAuthorization(nameof(Right.ReadObservations))
            .MapGet("", List).WithSummary("Measured values of a round, the newest unless `round` names one; `indicator` and `unit` narrow.").ProducesProblem(400);

    private static async Task<Results<Ok<Page<ObservationDocument>>, ProblemHttpResult>> List(
        ClaimsPrincipal user, IStateReader rows, CancellationToken cancellation,
        string? round = null, string? indicator = null, string? unit = null, int? limit = null, string? after = null)
    {
        if (round is not null && !SubmissionAddress.IsCode(round))
            return Problems.Of(400, "round-malformed", "Tham số “round” là mã một kỳ, ví dụ ?round=2025.");
        if (Paging.Fault(limit) is { } fault)
            return fault;
        if (unit is not null && !user.May(Right.ReadObservations, unit))
            return Problems.OutsideScope();
        string? only = unit ?? user.OnlyUnit(Right.ReadObservations);
        round ??= await NewestAsync(rows, cancellation);
        if (round is null)
            return TypedResults.Ok(new Page<ObservationDocument>([], null));
        var observations = Of(rows, round, indicator, cancellation).Where(o => (only is null || o.Unit == only) && user.May(Right.ReadObservations, o.Unit));
        return TypedResults.Ok(await observations.PageAsync(o => o.Id, limit, after));
    }

    private static async Task<string?> NewestAsync(IStateReader rows, CancellationToken cancellation) =>
        await rows.ListAsync<Round>("round", "round/", cancellation).Select(row => row.Value).MaxByAsync(round => round.Year, cancellationToken: cancellation) is { } newest ? newest.Id : null;

    private static async IAsyncEnumerable<ObservationDocument> Of(
        IStateReader rows, string round, string? indicator, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in rows.ListAsync<IndicatorObservations>("indicator", $"{round}/", cancellation))
        {
            if (indicator is not null && row.Value.Code != indicator)
                continue;
            foreach (var (key, observation) in row.Value.Values.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                yield return ObservationDocument.Of(round, row.Value.Code, key, observation);
        }
    }
}

internal sealed record ObservationDocument(
    string Id, string Round, string Indicator, string Unit, string Quarter, string Key, string Metric, InputValue Value, string At, string Source, string Run)
{
    public static ObservationDocument Of(string round, string indicator, string key, MeasuredValue o) =>
        new($"{indicator}/{key}", round, indicator, o.Unit, o.Quarter, o.Key, o.Metric, o.Value, SubmissionDocument.Local(o.At)!, o.Source, o.Run);
}
