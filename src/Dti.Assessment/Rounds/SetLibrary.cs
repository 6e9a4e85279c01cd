using System.Collections.Concurrent;
using System.Text;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Storage;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Rounds;

/// <summary>Indicator sets by the hash of their text. A set never changes under its hash, so every silo may keep what it has parsed.</summary>
public sealed class SetLibrary(IBlobStore blobs)
{
    private const long LargestSet = 5 * 1024 * 1024;
    private readonly ConcurrentDictionary<string, StoredSet> _parsed = new(StringComparer.Ordinal);

    /// <summary>Keeps a set that has no fault and answers its hash.</summary>
    public async Task<SetReading> KeepAsync(string yaml, string fileName, CancellationToken cancellation = default)
    {
        var reading = SetFile.Parse(yaml, fileName);
        if (reading.Set is null)
            return reading;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(yaml));
        string sha256 = await blobs.SaveAsync(content, "application/yaml", LargestSet, cancellation);
        _parsed[sha256] = new(reading.Set, yaml, sha256);
        return reading with { Sha256 = sha256 };
    }

    /// <exception cref="InvalidOperationException">The store lacks the set or it no longer parses: the store is damaged.</exception>
    public async Task<StoredSet> FindAsync(string sha256, CancellationToken cancellation = default)
    {
        if (_parsed.TryGetValue(sha256, out var known))
            return known;
        await using var stream = await blobs.OpenAsync(sha256, cancellation)
            ?? throw new InvalidOperationException($"The store lacks indicator set {sha256}; restore it from a backup.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        string yaml = await reader.ReadToEndAsync(cancellation);
        var reading = SetFile.Parse(yaml, sha256);
        return _parsed[sha256] = new(
            reading.Set ?? throw new InvalidOperationException($"Indicator set {sha256} no longer reads: {reading.Faults[0]}"), yaml, sha256);
    }
}

/// <summary>A parsed set with the text and hash it came from.</summary>
public sealed record StoredSet(IndicatorSet Set, string Yaml, string Sha256);
