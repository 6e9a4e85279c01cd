namespace Dti.Assessment.Editions;

/// <summary>What checking an edition file found. <see cref="FirstDifference"/> is null exactly when it is accepted.</summary>
/// <param name="Differences">The first difference of each part of the file, in the order checked.</param>
/// <param name="Remarks">What was taken on trust or not checked.</param>
/// <param name="Sha256">Of the file as given; "" when it could not be read at all.</param>
/// <param name="KeyId">The key the signature names.</param>
/// <param name="Edition">The edition, when the file has the form of one.</param>
public sealed record EditionVerdict(IReadOnlyList<string> Differences, IReadOnlyList<string> Remarks, string Sha256, string? KeyId, Edition? Edition)
{
    public bool Ok => Differences.Count == 0;

    public string? FirstDifference => Differences.Count > 0 ? Differences[0] : null;

    internal static EditionVerdict Unreadable(string difference, string sha256 = "") => new([difference], [], sha256, null, null);
}
