namespace Dti.Assessment.Editions;

/// <summary>Every edition carries the SHA-256 of the one published before it in the same store, so that none can be changed or left out unseen.</summary>
public static class EditionChain
{
    /// <param name="published">Id and bytes of every edition, in the order they were published.</param>
    /// <returns>The first broken link, or null when the chain holds.</returns>
    public static EditionFault? Check(IReadOnlyList<(string Id, byte[] Bytes)> published)
    {
        (string Id, string Sha256)? before = null;
        foreach (var (id, bytes) in published)
        {
            var reading = EditionFile.Read(bytes);
            if (reading.Edition is not { } edition)
                return new("unreadable", id, reading.Fault!.ToString());
            if (edition.Id != id)
                return new("wrong-id", id, $"the file is of the edition {edition.Id}");
            if (edition.PreviousSha256 != before?.Sha256)
                return new("broken-link", id, Broken(edition.PreviousSha256, before));
            before = (id, reading.Sha256);
        }
        return null;
    }

    private static string Broken(string? previous, (string Id, string Sha256)? before) => (previous, before) switch
    {
        (null, { } expected) => $"it names no edition before it, where {expected.Id} ({expected.Sha256}) belongs",
        ({ } found, null) => $"it follows an edition with SHA-256 {found} that is not there",
        ({ } found, { } expected) => $"it follows an edition with SHA-256 {found}, where {expected.Id} has {expected.Sha256}",
        _ => "",
    };
}
