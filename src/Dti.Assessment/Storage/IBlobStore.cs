namespace Dti.Assessment.Storage;

/// <summary>Keeps bytes under the SHA-256 of their content: the same evidence twice is one blob.</summary>
public interface IBlobStore
{
    /// <returns>SHA-256 in lower-case hex.</returns>
    /// <exception cref="BlobTooLargeException">The stream holds more than <paramref name="maxBytes"/>; nothing is kept.</exception>
    Task<string> SaveAsync(Stream content, string contentType, long maxBytes, CancellationToken cancellation = default);

    Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default);

    Task<long?> LengthAsync(string sha256, CancellationToken cancellation = default);
}

public sealed class BlobTooLargeException(long maxBytes)
    : Exception(FormattableString.Invariant($"The content is larger than the {maxBytes} bytes allowed."))
{
    public long MaxBytes { get; } = maxBytes;
}
