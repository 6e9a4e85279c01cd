using Dti.Assessment.Agencies;
using Dti.Assessment.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Dti.Web.Api;

/// <summary>Reference data: the units, public as their names are.</summary>
internal static class UnitRoutes
{
    public static void MapUnits(this RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units").WithTags("Units").AllowAnonymous();
        units.MapGet("", List).WithSummary("Units by code, a page at a time; `group` narrows.").ProducesProblem(400);
        units.MapGet("/{unit}", Find).WithSummary("One unit.").ProducesProblem(404);
    }

    private static async Task<Results<Ok<Page<UnitDocument>>, ProblemHttpResult>> List(
        IStateReader rows, CancellationToken cancellation, string? group = null, int? limit = null, string? after = null)
    {
        if (Paging.Fault(limit) is { } fault)
            return fault;
        var units = rows.ListAsync<Agency>("agency", "agency/", cancellation)
            .Select(row => row.Value.Record).OfType<AgencyRecord>()
            .Where(record => group is null || record.Group == group)
            .Select(UnitDocument.Of);
        return TypedResults.Ok(await units.PageAsync(unit => unit.Code, limit, after));
    }

    private static async Task<Results<Ok<UnitDocument>, ProblemHttpResult>> Find(string unit, IStateReader rows, CancellationToken cancellation) =>
        await rows.ReadAsync<Agency>("agency", $"agency/{unit}", cancellation) is { Value.Record: { } record }
            ? TypedResults.Ok(UnitDocument.Of(record))
            : Problems.NotFound("unit-unknown", $"Không có đơn vị “{unit}”.");
}

internal sealed record NameDocument(string Vi, string? En);

internal sealed record UnitDocument(
    string Code, NameDocument Name, string Group, string? Parent, DateOnly? ValidFrom, DateOnly? ValidUntil, IReadOnlyList<PredecessorDocument> Predecessors)
{
    public static UnitDocument Of(AgencyRecord record) => new(
        record.Code, new(record.NameVi, record.NameEn), record.Group, record.Parent, record.ValidFrom, record.ValidUntil,
        record.Predecessors.IsDefault ? [] : [.. record.Predecessors.Select(p => new PredecessorDocument(p.Code, p.Weight))]);
}

internal sealed record PredecessorDocument(string Code, double Weight);
