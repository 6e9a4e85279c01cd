using System.Security.Claims;
using Dti.Assessment.Storage;
using Dti.Web.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace Dti.Web.Api;

/// <summary>Evidence: uploaded first as a raw body, then named by its SHA-256.</summary>
internal static class EvidenceRoutes
{
    private const long MostBytes = 15 * 1024 * 1024;

    public static void MapEvidence(this RouteGroupBuilder api)
    {
        var evidence = api.MapGroup("/evidence").WithTags("Evidence");
        evidence.MapPost("", Upload)
            .RequireAuthorization(nameof(Right.UploadEvidence))
            // A little above the bound, so that the store says what is too large and the connection stays usable.
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes + 1024 * 1024))
            .WithRequestTimeout(TimeSpan.FromMinutes(3))
            .WithSummary("Uploads one file of evidence as a raw body and answers its SHA-256.")
            .NeedsHeader("X-File-Name", "The file's name, percent-encoded UTF-8.")
            .TakesFile()
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        evidence.MapGet("/{sha256}", Download)
            .RequireAuthorization(nameof(Right.ReadEvidence))
            .WithSummary("The file, for those who may see a unit that uploaded it.")
            .ProducesProblem(404);
    }

    private static async Task<Results<Created<UploadedDocument>, ProblemHttpResult>> Upload(
        HttpRequest request, ClaimsPrincipal user, IBlobStore blobs, EvidenceFiles files, CancellationToken cancellation)
    {
        if (EvidenceTypes.Known(request.ContentType) is not { } type)
            return Problems.Of(415, "media-type-unsupported", "Kiểu tệp không được nhận làm minh chứng.", ("allowed", EvidenceTypes.Allowed));
        if (FileNames.Read(request.Headers["X-File-Name"]) is not { } name)
            return Problems.Of(400, "file-name-missing", "Thiếu tiêu đề X-File-Name: tên tệp, mã hoá phần trăm theo UTF-8.");
        if (request.ContentLength > MostBytes)
            return Problems.Of(413, "too-large", $"Tệp lớn hơn {MostBytes / 1024 / 1024} MB cho phép.");
        var head = await request.BodyReader.ReadAtLeastAsync(EvidenceTypes.Head, cancellation);
        if (head.Buffer.IsEmpty)
            return Problems.Of(400, "file-empty", "Tệp rỗng.");
        if (!Fits(type, head.Buffer))
            return Problems.Of(415, "content-misfit", $"Nội dung tệp không phải {type}; chọn đúng tệp hoặc đúng Content-Type.");
        // Nothing is consumed: the stream begins with the bytes just looked at.
        request.BodyReader.AdvanceTo(head.Buffer.Start);
        string sha256 = await blobs.SaveAsync(request.BodyReader.AsStream(), type, MostBytes, cancellation);
        long bytes = await blobs.LengthAsync(sha256, cancellation) ?? 0;
        await files.NoteAsync(sha256, name, bytes, type, Principals.ActorOf(user), cancellation);
        return TypedResults.Created($"/api/v1/evidence/{sha256}", new UploadedDocument(sha256, name, bytes, type));
    }

    private static bool Fits(string type, System.Buffers.ReadOnlySequence<byte> buffer)
    {
        Span<byte> head = stackalloc byte[EvidenceTypes.Head];
        var begin = buffer.Slice(0, Math.Min(buffer.Length, EvidenceTypes.Head));
        System.Buffers.BuffersExtensions.CopyTo(begin, head);
        return EvidenceTypes.Fits(type, head[..(int)begin.Length]);
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> Download(
        string sha256, HttpResponse response, ClaimsPrincipal user, IBlobStore blobs, EvidenceFiles files, CancellationToken cancellation)
    {
        // A file of others is as absent: a hash must not tell whether somebody holds it.
        var seen = (await files.HoldersAsync(sha256, cancellation)).FirstOrDefault(file => user.May(Right.ReadEvidence, file.Unit));
        if (seen is null || await blobs.OpenAsync(sha256, cancellation) is not { } content)
            return Problems.NotFound("evidence-unknown", "Không có minh chứng này, hoặc không thuộc đơn vị được xem.");
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return TypedResults.Stream(content, seen.Type, seen.Name, entityTag: new($"\"{sha256}\""));
    }
}

internal sealed record UploadedDocument(string Sha256, string Name, long Bytes, string Type);
