using System.Text.Json;

namespace Dti.Assessment.Editions;

/// <summary>
/// A detached signature, the document <c>&lt;file&gt;.sig</c>:
/// <code>{"alg":"ES256","jwk":{…},"kid":"…","sha256":"…","signature":"…"}</code>
/// <c>signature</c> is base64url of r‖s (64 bytes, IEEE P1363) over the file's bytes, <c>sha256</c> the file's hash in hex, <c>jwk</c> the
/// public key (RFC 7517) and <c>kid</c> its RFC 7638 thumbprint. The embedded key lets anyone check that the file is whole; that the
/// publisher signed it is known only from a key set got elsewhere.
/// </summary>
internal sealed record EditionSignature(string Alg, string Kid, string Sha256, string Signature, JsonWebKey Jwk)
{
    internal static EditionSignature? Read(byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<EditionSignature>(CanonicalJson.Canonicalise(bytes), EditionFile.Options);
        }
        catch (Exception fault) when (fault is JsonException or CanonicalJsonException)
        {
            return null;
        }
    }

    /// <summary>The first thing that speaks against the signature, or null. <paramref name="remark"/> says what was taken on trust.</summary>
    internal string? Fault(byte[] file, EditionKeySet? trusted, out string? remark)
    {
        remark = null;
        if (Alg != "ES256")
            return $"signature: algorithm {Alg} is not ES256";
        if (EditionKey.From(Jwk) is not { } embedded || (Jwk.Kid ?? Kid) != Kid || Jwk.Use is not (null or "sig") || Jwk.Alg is not (null or "ES256"))
            return "signature: its public key is not a P-256 signing key";
        if (embedded.Kid != Kid)
            return $"signature: key id {Kid} is not the thumbprint of its key ({embedded.Kid})";
        if (trusted is null)
            remark = $"the key {Kid} was taken from the signature itself: compare it with the publisher's /.well-known/dti-keys.json";
        else if (trusted.Find(Kid) is null)
            return $"signature: key {Kid} is not among the trusted keys";
        string found = EditionFile.Sha256(file);
        if (Sha256 != found)
            return $"signature: it is of a file with SHA-256 {Sha256}, this file has {found}";
        return EditionKey.Decode(Signature, 64) is { } signature && embedded.Verifies(file, signature)
            ? null
            : "signature: it does not verify over the file's bytes";
    }
}
