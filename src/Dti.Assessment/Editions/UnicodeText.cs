using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dti.Assessment.Editions;

/// <summary>Refuses half of a surrogate pair on writing, where the writer itself would silently put U+FFFD in its place.</summary>
internal sealed class UnicodeText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString() : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        for (int i = 0; i < value.Length; i++)
        {
            if (!char.IsSurrogate(value[i]))
                continue;
            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
                throw new CanonicalJsonException("lone-surrogate", "a text holds half of a surrogate pair");
            i++;
        }
        writer.WriteStringValue(value);
    }
}
