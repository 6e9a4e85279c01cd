using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Dti.Assessment.Storage;

/// <summary>The one JSON shape of stored rows, used by the grains' writes and by queries that read the rows in place.</summary>
public static class StoreJson
{
    public static JsonSerializerOptions Options { get; } = Create(withJournal: true);

    /// <summary>As <see cref="Options"/>, without the journal that travels in an <see cref="IJournaled"/> state.</summary>
    internal static JsonSerializerOptions RowOptions { get; } = Create(withJournal: false);

    private static JsonSerializerOptions Create(bool withJournal)
    {
        var resolver = new DefaultJsonTypeInfoResolver();
        if (!withJournal)
        {
            resolver.Modifiers.Add(LeaveOutJournal);
        }

        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            // jsonb orders keys by length, so "$type" need not come first.
            AllowOutOfOrderMetadataProperties = true,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            TypeInfoResolver = resolver,
        };
        options.MakeReadOnly();
        return options;
    }

    private static void LeaveOutJournal(JsonTypeInfo type)
    {
        if (!typeof(IJournaled).IsAssignableFrom(type.Type))
        {
            return;
        }

        foreach (var property in type.Properties.Where(p => p.PropertyType == typeof(IReadOnlyList<JournalEntry>) && p.Name == "journal"))
        {
            property.ShouldSerialize = static (_, _) => false;
        }
    }
}
