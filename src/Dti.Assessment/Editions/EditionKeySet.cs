using System.Text.Json;

namespace Dti.Assessment.Editions;

/// <summary>
/// The public keys that editions may be signed with, as <c>/.well-known/dti-keys.json</c> has them: a JSON Web Key Set (RFC 7517)
/// <c>{"keys":[{kty,crv,x,y,kid,use,alg}]}</c>. Retired keys stay in it, since old editions stay.
/// </summary>
public sealed record EditionKeySet(IReadOnlyList<EditionKey> Keys)
{
    // Key sets may carry members and kinds of keys that are of no use here (RFC 7517 §5).
    private static readonly JsonSerializerOptions Options = new(EditionFile.Options) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip };

    public EditionKey? Find(string kid) => Keys.FirstOrDefault(key => key.Kid == kid);

    public byte[] Write() =>
        CanonicalJson.Canonicalise(JsonSerializer.SerializeToUtf8Bytes(new JsonWebKeySet([.. Keys.Select(key => key.ToJson())]), Options));

    /// <summary>Null, with the fault, when the text is no key set or holds no key of ours.</summary>
    public static EditionKeySet? Read(byte[] bytes, out string? fault)
    {
        fault = null;
        try
        {
            var read = JsonSerializer.Deserialize<JsonWebKeySet>(bytes, Options);
            EditionKey[] keys = [.. (read?.Keys ?? []).Select(key => key is null ? null : EditionKey.From(key)).OfType<EditionKey>()];
            if (keys.Length > 0)
                return new(keys);
            fault = "the key set holds no P-256 key";
        }
        catch (JsonException)
        {
            fault = "the key set is not a JSON Web Key Set {\"keys\":[…]}";
        }
        return null;
    }

    private sealed record JsonWebKeySet(IReadOnlyList<JsonWebKey?> Keys);
}
