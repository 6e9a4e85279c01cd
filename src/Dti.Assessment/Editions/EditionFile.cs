using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dti.Assessment.Editions;

/// <summary>
/// The edition as one canonical JSON document: camelCase names, enumerations as words, no nulls, times as ISO 8601 with their offset.
/// Reading is strict: only the canonical bytes of a complete edition are read, so that two files of one edition are the same file.
/// </summary>
public static class EditionFile
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new UnicodeText() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNeverNull } },
    };

    /// <exception cref="EditionException">A number is not finite, or a text is not valid Unicode.</exception>
    public static byte[] Write(Edition edition)
    {
        try
        {
            return CanonicalJson.Canonicalise(JsonSerializer.SerializeToUtf8Bytes(edition, Options));
        }
        catch (Exception fault) when (fault is ArgumentException or CanonicalJsonException)
        {
            throw new EditionException([new("not-writable", edition.Id, $"the edition cannot be written as JSON: {fault.Message}")]);
        }
    }

    public static EditionReading Read(byte[] bytes)
    {
        string sha256 = Sha256(bytes);
        try
        {
            if (bytes.Length == 0)
                return Refuse("empty", "", "the file is empty");
            byte[] canonical = CanonicalJson.Canonicalise(bytes);
            if (!canonical.AsSpan().SequenceEqual(bytes))
                return Refuse("not-canonical", Difference(bytes, canonical), "the file is not in canonical form (RFC 8785): it was changed or formatted after it was written");
            if (NullItem(bytes) is { } place)
                return Refuse("wrong-shape", place, "an item of a list is null");
            return JsonSerializer.Deserialize<Edition>(bytes, Options) is { } edition
                ? new(edition, sha256, null)
                : Refuse("wrong-shape", "", "the file is not an edition");
        }
        catch (CanonicalJsonException fault)
        {
            return Refuse(fault.Code, "", fault.Message);
        }
        catch (JsonException fault)
        {
            return Refuse("wrong-shape", Place(fault.Path), Explain(fault));
        }

        EditionReading Refuse(string code, string at, string message) => new(null, sha256, new(code, at, message));
    }

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    // Nulls are left out of the file, so only what may never be null can be demanded; the serialiser's own switch demands both.
    private static void RequireWhatIsNeverNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } parameter && Nullable.GetUnderlyingType(parameter.ParameterType) is null)
                property.IsRequired = true;
    }

    private static string Difference(byte[] found, byte[] canonical)
    {
        int at = found.AsSpan().CommonPrefixLength(canonical);
        int from = Math.Max(0, at - 20);
        return $"byte {at + 1}, after \"{Encoding.UTF8.GetString(found, from, at - from).Trim('\uFFFD')}\"";
    }

    private static string? NullItem(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return Search(document.RootElement, "");

        static string? Search(JsonElement element, string path) => element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().Select((item, i) => item.ValueKind == JsonValueKind.Null ? $"{path}[{i}]" : Search(item, $"{path}[{i}]"))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Object => element.EnumerateObject().Select(member => Search(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}"))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };
    }

    private static string Place(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;

    // The serialiser's messages name types of this program, which say nothing to the reader of a file.
    private static string Explain(JsonException fault)
    {
        const string missing = "missing required properties including: ";
        int at = fault.Message.IndexOf(missing, StringComparison.Ordinal);
        if (at >= 0)
            return $"lacks {fault.Message[(at + missing.Length)..].Split(". ", 2)[0].TrimEnd('.')}";
        if (fault.Message.Contains("could not be mapped", StringComparison.Ordinal))
            return $"is not a member of an edition file: {fault.Message.Split('\'')[1]}";
        return "the value is not of the kind an edition file has there";
    }
}
