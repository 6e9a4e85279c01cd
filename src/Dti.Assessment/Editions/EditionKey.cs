using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dti.Assessment.Editions;

/// <summary>A public key of editions: a point on P-256, as a JSON Web Key (RFC 7517) has it. <see cref="Kid"/> is its RFC 7638 thumbprint.</summary>
public sealed class EditionKey
{
    private readonly ECParameters parameters;

    internal EditionKey(ECPoint point)
    {
        parameters = new() { Curve = ECCurve.NamedCurves.nistP256, Q = point };
        X = Base64Url.EncodeToString(point.X);
        Y = Base64Url.EncodeToString(point.Y);
        Kid = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{X}}","y":"{{Y}}"}""")));
    }

    public string X { get; }
    public string Y { get; }
    public string Kid { get; }

    /// <summary>Null when the key is of another kind, or its point is not on the curve.</summary>
    internal static EditionKey? From(JsonWebKey key)
    {
        if (key is not { Kty: "EC", Crv: "P-256" } || Decode(key.X, 32) is not { } x || Decode(key.Y, 32) is not { } y)
            return null;
        var result = new EditionKey(new ECPoint { X = x, Y = y });
        try
        {
            using var onCurve = ECDsa.Create(result.parameters);
            return result;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal JsonWebKey ToJson() => new("EC", "P-256", X, Y, Kid, "sig", "ES256");

    internal bool Verifies(byte[] bytes, byte[] signature)
    {
        using var key = ECDsa.Create(parameters);
        return key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Exactly <paramref name="length"/> bytes from their only base64url form: a changed last character must not decode to the same bytes.</summary>
    internal static byte[]? Decode(string? text, int length)
    {
        byte[] bytes = new byte[length];
        return text is not null && text.Length == Base64Url.GetEncodedLength(length)
            && Base64Url.DecodeFromChars(text, bytes, out _, out int written) == OperationStatus.Done && written == length && Base64Url.EncodeToString(bytes) == text
            ? bytes : null;
    }
}

/// <summary>The members of a JSON Web Key that are read and written here.</summary>
internal sealed record JsonWebKey(string? Kty, string? Crv, string? X, string? Y, string? Kid = null, string? Use = null, string? Alg = null);
