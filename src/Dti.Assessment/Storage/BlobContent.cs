using System.Buffers;
using System.Security.Cryptography;

namespace Dti.Assessment.Storage;

internal static class BlobContent
{
    public static bool IsName(string sha256) => sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower);

    /// <summary>Copies and hashes in one pass, and stops at the first byte too many.</summary>
    public static async Task<(string Sha256, long Length)> CopyAsync(Stream from, Stream to, long maxBytes, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            var length = 0L;
            while (await from.ReadAsync(buffer, cancellation) is var read and > 0)
            {
                length += read;
                if (length > maxBytes)
                {
                    throw new BlobTooLargeException(maxBytes);
                }

                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            return (Convert.ToHexStringLower(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
