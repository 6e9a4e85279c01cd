using Dti.Assessment.Targets;
using Dti.Web.Pages.Public;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Dti.Web.Api;

/// <summary>How far the strategy's targets are in a published edition.</summary>
internal static class TargetsRoute
{
    public static void MapTargets(this RouteGroupBuilder editions) => editions.MapGet("/{id}/targets", Targets)
        .WithSummary("The strategy's targets: each unit's readings, distance, actual and required pace a year, state, and the forecast's chance of reaching it by its day.")
        .Produces<TargetsDocument>();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Targets(
        string id, EditionShelf shelf, IOptions<JsonOptions> json, HttpResponse response, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(id, cancellation) is not { } open)
            return EditionRoutes.Unknown(id);
        return EditionRoutes.Json(response, new TargetsDocument(id, open.Edition.Targets ?? []), json.Value, EditionRoutes.Forever);
    }
}

internal sealed record TargetsDocument(string Edition, IReadOnlyList<TargetProgress> Targets);
