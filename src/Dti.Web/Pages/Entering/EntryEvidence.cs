using System.Text;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Dti.Web.Api;

namespace Dti.Web.Pages.Entering;

/// <summary>Files and citations of the form into the blob store. What is kept stays kept when the rest of the form is at fault.</summary>
internal sealed class EntryEvidence(IBlobStore blobs, EvidenceFiles files)
{
    public const long MostBytes = 15 * 1024 * 1024;
    private const string CitationName = "Trích dẫn văn bản.txt";

    public async Task<(EvidenceLink? Link, string? Fault)> TakeAsync(IFormFile file, string? citation, Actor actor, CancellationToken cancellation)
    {
        if (FileNames.Clean(file.FileName) is not { } name)
            return (null, "Tệp không có tên; đặt tên tệp rồi tải lại.");
        if (file.Length == 0)
            return (null, $"Tệp “{name}” rỗng.");
        if (file.Length > MostBytes)
            return (null, $"Tệp “{name}” lớn hơn 15 MB.");
        await using var content = file.OpenReadStream();
        byte[] head = new byte[EvidenceTypes.Head];
        int read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        if (TypeOf(file, name, head.AsSpan(0, read)) is not { } type)
            return (null, $"Tệp “{name}” không thuộc loại được nhận (PDF, ảnh PNG hoặc JPEG, Word, Excel, PowerPoint, ODF, ZIP, CSV, văn bản).");
        content.Position = 0;
        return (await KeepAsync(content, name, type, citation, actor, cancellation), null);
    }

    /// <summary>A citation alone is evidence too: document, date, passage. It is kept as a text so that it has a hash.</summary>
    public async Task<EvidenceLink> CiteAsync(string citation, Actor actor, CancellationToken cancellation)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(citation));
        return await KeepAsync(content, CitationName, "text/plain", citation, actor, cancellation);
    }

    public async Task<EvidenceLink?> FindAsync(string sha256, string unit, CancellationToken cancellation) =>
        await files.OfUnitAsync(sha256, unit, cancellation) is { } file ? new(file.Sha256, file.Name, file.Bytes, file.Type, null) : null;

    private async Task<EvidenceLink> KeepAsync(Stream content, string name, string type, string? citation, Actor actor, CancellationToken cancellation)
    {
        string sha256 = await blobs.SaveAsync(content, type, MostBytes, cancellation);
        long bytes = await blobs.LengthAsync(sha256, cancellation) ?? 0;
        await files.NoteAsync(sha256, name, bytes, type, actor, cancellation);
        return new(sha256, name, bytes, type, citation);
    }

    // Windows calls a .csv an Excel file: what the name says is tried after what the browser says.
    private static string? TypeOf(IFormFile file, string name, ReadOnlySpan<byte> head)
    {
        if (EvidenceTypes.Known(file.ContentType) is { } said && EvidenceTypes.Fits(said, head))
            return said;
        string? named = Path.GetExtension(name).ToLowerInvariant() switch
        {
            ".csv" => "text/csv",
            ".txt" => "text/plain",
            ".pdf" => "application/pdf",
            ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".zip" => "application/zip",
            _ => null,
        };
        return named is not null && EvidenceTypes.Fits(named, head) ? named : null;
    }
}
