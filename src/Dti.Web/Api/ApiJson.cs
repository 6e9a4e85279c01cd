using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dti.Web.Api;

/// <summary>JSON of the API: strict in what it takes (no unknown or repeated members, no numbers in strings), Vietnamese letters as they are.</summary>
internal static class ApiJson
{
    public static JsonDocumentOptions Document { get; } = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    public static void Apply(JsonSerializerOptions options)
    {
        // Answers are never part of a page: their type is stated and not guessed (nosniff).
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.PropertyNameCaseInsensitive = false;
        options.MaxDepth = 32;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
