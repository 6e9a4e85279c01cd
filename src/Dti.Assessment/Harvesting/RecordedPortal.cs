using System.Security.Cryptography;
using System.Text.Json;

namespace Dti.Assessment.Harvesting;

/// <summary>
/// A portal replayed from a folder: <c>recording.json</c> lists what was asked and the file that holds each answer. A request recorded several
/// times is answered in that order, its last answer from then on, so that a portal that changes while it is read can be replayed.
/// Open one for each run.
/// </summary>
public sealed class RecordedPortal : IPortalResponses
{
    public const string ManifestName = "recording.json";
    private const long MostManifestBytes = 4 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { MaxDepth = 16, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    private readonly string _folder;
    private readonly Dictionary<string, Queue<Entry>> _entries = new(StringComparer.Ordinal);

    private sealed record Manifest(Uri? Url, string? Licence, IReadOnlyList<Entry?>? Responses);

    private sealed record Entry(string? Request, int Status, string? ContentType, string? File, string? Sha256, string? Location);

    /// <summary>The portal's address, against which the recorded requests are resolved.</summary>
    public Uri Url { get; }

    private RecordedPortal(string folder, Uri url, IReadOnlyList<Entry> entries)
    {
        (_folder, Url) = (folder, url);
        foreach (Entry entry in entries)
        {
            string request = new Uri(url, entry.Request).AbsoluteUri;
            (_entries.TryGetValue(request, out Queue<Entry>? queue) ? queue : _entries[request] = new Queue<Entry>()).Enqueue(entry);
        }
    }

    /// <exception cref="RecordingFaultException">The folder or its manifest is not a recording.</exception>
    public static RecordedPortal Open(string folder)
    {
        string path = Path.Combine(folder, ManifestName);
        Manifest? manifest;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostManifestBytes })
                throw new RecordingFaultException($"{path}: is larger than 4 MB");
            manifest = JsonSerializer.Deserialize<Manifest>(File.ReadAllBytes(path), Json);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new RecordingFaultException($"{path}: cannot be read as a recording's manifest: {e.Message}", e);
        }
        if (manifest?.Url is not { IsAbsoluteUri: true } url || manifest.Responses is not { Count: > 0 } responses)
            throw new RecordingFaultException($"{path}: a manifest has an absolute \"url\" and at least one of \"responses\"");
        foreach (Entry? entry in responses)
        {
            if (entry?.Request is null || !Uri.TryCreate(url, entry.Request, out _) || entry.Status is < 100 or > 599)
                throw new RecordingFaultException($"{path}: response to '{entry?.Request}': \"request\" must be an address and \"status\" an HTTP status");
            if (entry.File is { } file && (Path.IsPathRooted(file) || file.Split('/', '\\').Contains("..")))
                throw new RecordingFaultException($"{path}: file '{file}' must lie in the recording's own folder");
        }
        return new RecordedPortal(folder, url, [.. responses.OfType<Entry>()]);
    }

    /// <exception cref="RecordingFaultException">The answer's file is missing or not the one that was recorded.</exception>
    public async Task<RecordedResponse> GetAsync(Uri request, CancellationToken cancellation)
    {
        if (!_entries.TryGetValue(request.AbsoluteUri, out Queue<Entry>? queue))
            return RecordedResponse.Without(NoAnswer.Unreachable, $"the recording holds no answer to {request}");
        Entry entry = queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        byte[] body = entry.File is null ? [] : await BodyAsync(Path.Combine(_folder, entry.File), entry.Sha256, cancellation);
        return new RecordedResponse(entry.Status, entry.ContentType, body) { Location = entry.Location };
    }

    private static async Task<byte[]> BodyAsync(string path, string? sha256, CancellationToken cancellation)
    {
        byte[] body;
        try
        {
            body = await File.ReadAllBytesAsync(path, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecordingFaultException($"{path}: cannot be read: {e.Message}", e);
        }
        if (sha256 is not null && !string.Equals(Convert.ToHexStringLower(SHA256.HashData(body)), sha256, StringComparison.OrdinalIgnoreCase))
            throw new RecordingFaultException($"{path}: is not the answer that was recorded (its SHA-256 differs from the manifest's)");
        return body;
    }
}

/// <summary>A recording that cannot be replayed; the message names the file.</summary>
public sealed class RecordingFaultException(string message, Exception? inner = null) : Exception(message, inner);
