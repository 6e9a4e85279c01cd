using System.Globalization;
using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Microsoft.Extensions.Caching.Memory;

namespace Dti.Web.Pages.Public;

/// <summary>Published editions, parsed once: what lies under a hash never changes, so only their number is bounded.</summary>
public sealed class EditionShelf(EditionQueries editions) : IDisposable
{
    private const int Kept = 8;
    private readonly MemoryCache _open = new(new MemoryCacheOptions { SizeLimit = Kept });

    public Task<IReadOnlyList<PublishedEdition>> ListAsync(CancellationToken cancellation) => editions.ListAsync(cancellation);

    /// <summary>The province's newest (its rounds are named by the year alone), else the newest of any set.</summary>
    public static PublishedEdition? Latest(IReadOnlyList<PublishedEdition> newestFirst) =>
        newestFirst.FirstOrDefault(edition => edition.Round == edition.Year.ToString(CultureInfo.InvariantCulture)) ?? (newestFirst is [var newest, ..] ? newest : null);

    public async Task<OpenEdition?> FindAsync(string id, CancellationToken cancellation) =>
        await editions.FindAsync(id, cancellation) is { } published ? await OpenAsync(published, cancellation) : null;

    /// <exception cref="InvalidOperationException">The stored file is damaged.</exception>
    public async Task<OpenEdition?> OpenAsync(PublishedEdition published, CancellationToken cancellation)
    {
        if (_open.TryGetValue(published.Sha256, out OpenEdition? known))
            return known;
        if (await editions.BytesAsync(published, cancellation) is not { } bytes)
            return null;
        var reading = EditionFile.Read(bytes);
        if (reading.Edition is not { } edition)
            throw new InvalidOperationException($"The stored edition {published.Id} does not read: {reading.Fault}. Restore it from a backup.");
        var set = SetFile.Parse(edition.Set.Yaml, published.Id).Set
            ?? throw new InvalidOperationException($"The indicator set inside edition {published.Id} does not read. Restore it from a backup.");
        return _open.Set(published.Sha256, new OpenEdition(edition, set, reading.Sha256), new MemoryCacheEntryOptions { Size = 1 });
    }

    public void Dispose() => _open.Dispose();
}
