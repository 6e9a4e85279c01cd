using Dti.Assessment.Editions.Explanations;
using Dti.Web.Pages.Public;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Dti.Web.Api;

/// <summary>Why one unit has its score and rank in a published edition.</summary>
internal static class UnitExplanationRoute
{
    public static void MapUnitExplanation(this RouteGroupBuilder editions) => editions.MapGet("/{id}/units/{unit}", Explain)
        .WithSummary("Why a unit has its score and rank: every node's formula, operands with layer, source and time, evidence; what to fix first; why it changed.")
        .WithDescription(
            "A node's formula is plain arithmetic with the unit's own figures, unrounded and with a decimal point, such as 10 × min(1, 98 / 120); "
            + "its words and the remark are English in every language of the pages. Each operand's cells carry the values by layer, the layer that counted, who and when, and the evidence's SHA-256, name and citation.")
        .Produces<UnitExplanation>();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Explain(
        string id, string unit, EditionShelf shelf, IOptions<JsonOptions> json, HttpResponse response, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(id, cancellation) is not { } open)
            return EditionRoutes.Unknown(id);
        if (open.Explain(unit) is not { } explanation)
            return Problems.NotFound("unit-unknown", $"Ấn bản {id} không có đơn vị “{unit}”; danh sách đơn vị có trong bảng xếp hạng của ấn bản.");
        return EditionRoutes.Json(response, explanation, json.Value, EditionRoutes.AnHour);
    }
}
