using Dti.Assessment.Storage;

namespace Dti.Assessment.Editions;

/// <summary>Reads published editions: the series' rows in place, the file from the blob store.</summary>
public sealed class EditionQueries(IStateReader rows, IBlobStore blobs)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<PublishedEdition>> ListAsync(CancellationToken cancellation = default)
    {
        var all = new List<PublishedEdition>();
        await foreach (var series in rows.ListAsync<EditionSeries>("series", "series/", cancellation))
            all.AddRange(series.Value.Published);
        return [.. all.OrderByDescending(edition => edition.PublishedAt).ThenBy(edition => edition.Id, StringComparer.Ordinal)];
    }

    public async Task<PublishedEdition?> FindAsync(string id, CancellationToken cancellation = default) =>
        (await ListAsync(cancellation)).FirstOrDefault(edition => edition.Id == id);

    /// <summary>The edition file as published, byte for byte; null when the store has no such edition.</summary>
    public async Task<byte[]?> BytesAsync(PublishedEdition edition, CancellationToken cancellation = default)
    {
        await using var stream = await blobs.OpenAsync(edition.Sha256, cancellation);
        if (stream is null)
            return null;
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, cancellation);
        return memory.ToArray();
    }
}
