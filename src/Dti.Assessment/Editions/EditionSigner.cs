using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Dti.Assessment.Editions;

/// <summary>Signs edition files with ECDSA on P-256 and SHA-256 (ES256). Safe to use from several threads.</summary>
public sealed class EditionSigner
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private readonly ECParameters key;

    private EditionSigner(ECParameters key)
    {
        this.key = key;
        PublicKey = new EditionKey(key.Q);
    }

    public EditionKey PublicKey { get; }

    /// <summary>A new private key, PKCS#8 in PEM. Whoever holds the text can sign.</summary>
    public static string NewPem()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return made.ExportPkcs8PrivateKeyPem();
    }

    /// <exception cref="CryptographicException">The text is not the private key of an ECDSA key pair on P-256.</exception>
    public static EditionSigner FromPem(string pem)
    {
        using var read = ECDsa.Create();
        try
        {
            read.ImportFromPem(pem);
            var key = read.ExportParameters(includePrivateParameters: true);
            if (key.Curve.Oid.Value == P256 && key.D is not null)
                return new(key);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw new CryptographicException("the signing key is not an ECDSA P-256 private key in PEM (PKCS#8)", fault);
        }
        throw new CryptographicException("the signing key is not on the curve P-256");
    }

    /// <summary>The bytes of <c>&lt;file&gt;.sig</c> (<see cref="EditionSignature"/>).</summary>
    public byte[] Sign(byte[] file)
    {
        using var signing = ECDsa.Create(key);
        byte[] signature = signing.SignData(file, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        var document = new EditionSignature("ES256", PublicKey.Kid, EditionFile.Sha256(file), Base64Url.EncodeToString(signature), PublicKey.ToJson());
        return CanonicalJson.Canonicalise(JsonSerializer.SerializeToUtf8Bytes(document, EditionFile.Options));
    }

    /// <summary>The key set document of this key and of the keys used before it.</summary>
    public EditionKeySet KeySet(params IEnumerable<EditionKey> retired) =>
        new([PublicKey, .. retired.Where(old => old.Kid != PublicKey.Kid).DistinctBy(old => old.Kid)]);
}
