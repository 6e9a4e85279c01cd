using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Dti.Assessment.Tests.IndicatorSets;

/// <summary>A YAML document as an editor hands it to a JSON Schema, by YAML 1.2's core schema; written apart from the loader's own reading.</summary>
internal static class YamlAsJson
{
    public static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static JsonValue? Plain(string text)
    {
        if (text is "" or "~" or "null" or "Null" or "NULL")
            return null;
        if (text is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
            return JsonValue.Create(char.ToUpperInvariant(text[0]) == 'T');
        // JSON has no infinity: such a number becomes null, as in JavaScript.
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return char.IsAsciiDigit(text.TrimStart('+', '-', '.').FirstOrDefault()) && double.TryParse(text, Style, CultureInfo.InvariantCulture, out double number)
            ? double.IsFinite(number) ? JsonValue.Create(number) : null
            : text.TrimStart('+', '-').ToUpperInvariant() is ".INF" or ".NAN" ? null : JsonValue.Create(text);
    }
}
