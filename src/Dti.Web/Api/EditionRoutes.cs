using System.Text;
using System.Text.Json;
using Dti.Assessment.Editions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Dti.Web.Api;

/// <summary>Published editions: public, and immutable once published.</summary>
internal static class EditionRoutes
{
    internal const string Forever = "public, max-age=31536000, immutable";
    /// <summary>A newer version of the software may set or explain the same figures better.</summary>
    internal const string AnHour = "public, max-age=3600";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapEditions(this RouteGroupBuilder api)
    {
        var editions = api.MapGroup("/editions").WithTags("Editions").AllowAnonymous().ProducesProblem(404);
        editions.MapGet("", List).WithSummary("Published editions, newest first.");
        editions.MapGet("/{id}", File).WithSummary("The edition file itself, byte for byte; its SHA-256 is the ETag.");
        editions.MapGet("/{id}.sig", Signature).WithSummary("The detached signature of the file.");
        editions.MapUnitExplanation();
        editions.MapTargets();
        editions.MapGet("/{id}/ranking.json", RankingJson).WithSummary("Its ranking.");
        editions.MapGet("/{id}/ranking.csv", RankingCsv).WithSummary("Its ranking as a table.");
        editions.MapGet("/{id}/statistics.csv", StatisticsTable).WithSummary("Statistics of its set in each peer group: indicators, correlations, Cronbach's alpha, importance against weight.");
        editions.MapGet("/{id}/ranking.xlsx", Workbook).WithRequestTimeout(TimeSpan.FromMinutes(2)).WithSummary("Its report as a workbook.");
        editions.MapGet("/{id}/ranking.pdf", Pdf).WithRequestTimeout(TimeSpan.FromMinutes(2)).WithSummary("Its report as a document.");
    }

    public static void MapKeys(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/.well-known/dti-keys.json", Keys).AllowAnonymous().WithTags("Editions").WithSummary("Public keys that editions are signed with.");

    private static async Task<Ok<EditionsDocument>> List(EditionQueries editions, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(new EditionsDocument([.. (await editions.ListAsync(cancellation)).Select(EditionDocument.Of)]));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> File(string id, EditionQueries editions, HttpResponse response, CancellationToken cancellation)
    {
        if (await editions.FindAsync(id, cancellation) is not { } published || await editions.BytesAsync(published, cancellation) is not { } bytes)
            return Unknown(id);
        return Immutable(response, bytes, "application/json", published.Sha256, published.PublishedAt);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Signature(string id, EditionQueries editions, HttpResponse response, CancellationToken cancellation)
    {
        if (await editions.FindAsync(id, cancellation) is not { } published)
            return Unknown(id);
        byte[] bytes = Encoding.UTF8.GetBytes(published.Signature);
        return Immutable(response, bytes, "application/json", EditionFile.Sha256(bytes), published.PublishedAt);
    }

    private static async Task<Results<Ok<RankingDocument>, ProblemHttpResult>> RankingJson(string id, Rankings rankings, HttpResponse response, CancellationToken cancellation)
    {
        if (await rankings.FindAsync(id, cancellation) is not { } ranking)
            return Unknown(id);
        response.Headers.CacheControl = Forever;
        return TypedResults.Ok(ranking);
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> RankingCsv(string id, Rankings rankings, HttpResponse response, CancellationToken cancellation)
    {
        if (await rankings.FindAsync(id, cancellation) is not { } ranking)
            return Unknown(id);
        byte[] bytes = Encoding.UTF8.GetBytes(ranking.Csv());
        return Immutable(response, bytes, "text/csv; charset=utf-8", EditionFile.Sha256(bytes), null, $"{id}.csv");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> StatisticsTable(string id, EditionReportFiles files, EditionQueries editions, HttpResponse response, CancellationToken cancellation)
    {
        if (await editions.FindAsync(id, cancellation) is null)
            return Unknown(id);
        var file = await files.StatisticsAsync(id).WaitAsync(cancellation);
        response.Headers.CacheControl = AnHour;
        return TypedResults.File(file.Bytes, "text/csv; charset=utf-8", $"{id}-thong-ke.csv", entityTag: new($"\"{file.Sha256}\""));
    }

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> Workbook(
        string id, EditionQueries editions, EditionReportFiles files, HttpResponse response, CancellationToken cancellation) =>
        Report(id, editions, files.WorkbookAsync, response, Xlsx, $"{id}.xlsx", cancellation);

    private static Task<Results<FileContentHttpResult, ProblemHttpResult>> Pdf(
        string id, EditionQueries editions, EditionReportFiles files, HttpResponse response, CancellationToken cancellation) =>
        Report(id, editions, files.PdfAsync, response, "application/pdf", $"{id}.pdf", cancellation);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Report(
        string id, EditionQueries editions, Func<string, Task<ReportFile>> make, HttpResponse response, string type, string name, CancellationToken cancellation)
    {
        if (await editions.FindAsync(id, cancellation) is null)
            return Unknown(id);
        var file = await make(id).WaitAsync(cancellation);
        response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
        response.Headers.CacheControl = AnHour;
        return TypedResults.File(file.Bytes, type, entityTag: new($"\"{file.Sha256}\""));
    }

    private static async Task<FileContentHttpResult> Keys(SigningKeys keys, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.File((await keys.PublicAsync(cancellation)).Write(), "application/jwk-set+json");
    }

    private static FileContentHttpResult Immutable(HttpResponse response, byte[] bytes, string type, string sha256, DateTimeOffset? at, string? name = null)
    {
        response.Headers.CacheControl = Forever;
        return TypedResults.File(bytes, type, name, lastModified: at, entityTag: new($"\"{sha256}\""));
    }

    /// <summary>What is read out of an edition, with a strong ETag.</summary>
    /// <param name="cache">How long it may be kept.</param>
    internal static FileContentHttpResult Json<T>(HttpResponse response, T document, JsonOptions json, string cache)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(document, json.SerializerOptions);
        response.Headers.CacheControl = cache;
        return TypedResults.File(bytes, "application/json", entityTag: new($"\"{EditionFile.Sha256(bytes)}\""));
    }

    internal static ProblemHttpResult Unknown(string id) => Problems.NotFound("edition-unknown", $"Không có ấn bản “{id}”.");
}

internal sealed record EditionsDocument(IReadOnlyList<EditionDocument> Editions);

internal sealed record EditionDocument(
    string Id, string Round, int Year, int Number, string Title, DateTimeOffset PublishedAt, string Sha256, string? Notice, IReadOnlyList<string> Errata)
{
    public static EditionDocument Of(PublishedEdition edition) => new(
        edition.Id, edition.Round, edition.Year, edition.Number, edition.TitleVi, edition.PublishedAt, edition.Sha256, edition.Notice, edition.Errata);
}
