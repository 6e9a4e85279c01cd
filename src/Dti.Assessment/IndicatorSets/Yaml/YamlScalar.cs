using System.Globalization;
using System.Text.RegularExpressions;

namespace Dti.Assessment.IndicatorSets.Yaml;

internal enum ScalarKind { Text, Number, Flag, Null }

/// <summary>A scalar by YAML 1.2's core schema: only <c>true</c> and <c>false</c> are flags, <c>yes</c> is a word.</summary>
internal sealed partial class YamlScalar : YamlValue
{
    public YamlScalar(Place place, string text, bool plain) : base(place)
    {
        Text = text;
        Kind = plain ? Resolve(text) : ScalarKind.Text;
    }

    /// <summary>As written: an unquoted <c>1.10</c> keeps its zero.</summary>
    public string Text { get; }
    public ScalarKind Kind { get; }
    public bool IsTrue => Text is "true" or "True" or "TRUE";

    public override string Shape => Kind switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Text => $"the text '{Short}'",
        _ => $"'{Short}'",
    };

    private string Short => Text.Length <= 40 ? Text : Text[..40] + "…";

    /// <summary>The number as a double; infinite or NaN for <c>.inf</c>, <c>.nan</c> and <c>1e999</c>.</summary>
    public double Number()
    {
        if (Text.StartsWith("0x", StringComparison.Ordinal) || Text.StartsWith("0o", StringComparison.Ordinal))
            return WithBase(Text[1] == 'x' ? 16 : 8);
        return Text.TrimStart('+', '-').ToLowerInvariant() switch
        {
            ".inf" => Text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
            ".nan" => double.NaN,
            _ => double.Parse(Text, NumberStyles.Float, CultureInfo.InvariantCulture),
        };
    }

    private double WithBase(int radix) =>
        Text[2..].Aggregate(0d, (sum, digit) => (sum * radix) + Convert.ToInt32(digit.ToString(), 16));

    private static ScalarKind Resolve(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Flag,
        _ => NumberForm().IsMatch(text) ? ScalarKind.Number : ScalarKind.Text,
    };

    [GeneratedRegex(@"\A(?:0x[0-9a-fA-F]+|0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z", RegexOptions.CultureInvariant)]
    private static partial Regex NumberForm();
}
