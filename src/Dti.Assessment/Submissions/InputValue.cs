using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dti.Assessment.Submissions;

/// <summary>An answer: a number, a yes/no, or a word (the code of a choice, or a date as yyyy-MM-dd). In JSON it is just that.</summary>
[GenerateSerializer, Alias("dti.input-value"), Immutable]
[JsonConverter(typeof(InputValueConverter))]
public readonly record struct InputValue
{
    [Id(0)] public double? Number { get; init; }
    [Id(1)] public bool? Flag { get; init; }
    [Id(2)] public string? Word { get; init; }

    public static InputValue Of(double number) => new() { Number = number };
    public static InputValue Of(bool flag) => new() { Flag = flag };
    public static InputValue Of(string word) => new() { Word = word };

    /// <summary>Invariant, shortest round-trip: as a table cell holds it.</summary>
    public override string ToString() =>
        Number?.ToString("R", CultureInfo.InvariantCulture) ?? (Flag is { } flag ? flag ? "true" : "false" : Word ?? "");
}

internal sealed class InputValueConverter : JsonConverter<InputValue>
{
    public override InputValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetDouble(out double number) && double.IsFinite(number) => InputValue.Of(number),
        JsonTokenType.True => InputValue.Of(true),
        JsonTokenType.False => InputValue.Of(false),
        JsonTokenType.String => InputValue.Of(reader.GetString()!),
        _ => throw new JsonException("a value is a JSON number, true, false or a string"),
    };

    public override void Write(Utf8JsonWriter writer, InputValue value, JsonSerializerOptions options)
    {
        if (value.Number is { } number)
            writer.WriteNumberValue(number);
        else if (value.Flag is { } flag)
            writer.WriteBooleanValue(flag);
        else
            writer.WriteStringValue(value.Word);
    }
}
