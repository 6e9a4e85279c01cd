using System.Globalization;
using System.Text.RegularExpressions;
using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads single values. A null in gives null out without a fault, so optional keys need no test.</summary>
internal sealed partial class Scalars(FaultList faults)
{
    public FaultList Faults { get; } = faults;

    /// <summary>A code is text even where YAML sees a number: <c>1.10</c> is not <c>1.1</c>.</summary>
    public string? Code(YamlValue? value, string what)
    {
        if (value is null)
            return null;
        if (value is not YamlScalar { Kind: ScalarKind.Text or ScalarKind.Number } scalar)
            return Wrong(value, $"{what} is a code such as \"1.1\", not {value.Shape}");
        bool tooLarge = scalar.Kind is ScalarKind.Number && !double.IsFinite(scalar.Number());
        if (CodeForm().IsMatch(scalar.Text) && !tooLarge)
            return scalar.Text;
        return Add(value, SetFaultCodes.BadCode, $"'{scalar.Text}' is no code; {what} has letters, digits, '.', '-' and '_' and starts with a letter or digit");
    }

    /// <summary>A name written by hand in rules: no dot, so that <c>1.1.listed</c> has one reading.</summary>
    public string? Name(YamlValue? value, string what)
    {
        if (value is null)
            return null;
        if (value is not YamlScalar { Kind: ScalarKind.Text } scalar)
            return Wrong(value, $"{what} is a word such as 'listed', not {value.Shape}");
        return NameForm().IsMatch(scalar.Text)
            ? scalar.Text
            : Add(value, SetFaultCodes.BadName, $"'{scalar.Text}' is no name; {what} has letters, digits, '_' and '-' and starts with a letter");
    }

    public string? Line(YamlValue? value, string what)
    {
        if (value is null)
            return null;
        return value is YamlScalar { Kind: ScalarKind.Text } scalar && !string.IsNullOrWhiteSpace(scalar.Text)
            ? scalar.Text
            : Wrong(value, $"{what} is a text that is not empty, not {value.Shape}; put quotes around it if it is one");
    }

    public Text? Text(YamlValue? value, string what)
    {
        if (value is not YamlMap)
            return Line(value, what) is { } text ? new(text) : null;
        var fields = Fields.Of(value, Faults, what, ["vi", "en"])!;
        var (vi, en) = (Line(fields.Required("vi"), $"{what} in Vietnamese"), Line(fields["en"], $"{what} in English"));
        return vi is null ? null : new(vi, en);
    }

    public T? Word<T>(YamlValue? value, string what) where T : struct, Enum
    {
        if (value is null)
            return null;
        if (value is YamlScalar { Kind: ScalarKind.Text } scalar)
        {
            if (Words<T>.All.TryGetValue(scalar.Text, out var word))
                return word;
            Faults.Add(value.Place, SetFaultCodes.UnknownWord,
                $"{what} cannot be '{scalar.Text}'{Suggestion.For(scalar.Text, Words<T>.All.Keys)}; it is {Choices<T>()}");
            return null;
        }
        Wrong(value, $"{what} is {Choices<T>()}, not {value.Shape}");
        return null;
    }

    public bool? Flag(YamlValue? value, string what)
    {
        if (value is null)
            return null;
        if (value is YamlScalar { Kind: ScalarKind.Flag } scalar)
            return scalar.IsTrue;
        Wrong(value, $"{what} is true or false, not {value.Shape}");
        return null;
    }

    public double? Number(YamlValue? value, string what)
    {
        if (value is null)
            return null;
        if (value is YamlScalar { Kind: ScalarKind.Number } scalar && double.IsFinite(scalar.Number()))
            return scalar.Number();
        if (value is YamlScalar { Kind: ScalarKind.Number or ScalarKind.Text })
            Add(value, SetFaultCodes.NotANumber, $"{what} is a number such as 0.5, unquoted, not {value.Shape}");
        else
            Wrong(value, $"{what} is a number, not {value.Shape}");
        return null;
    }

    public int? Whole(YamlValue? value, string what, int least, int most, string code)
    {
        if (Number(value, what) is not { } number)
            return null;
        if (number != Math.Floor(number))
            Add(value!, SetFaultCodes.NotWhole, $"{what} is a whole number");
        else if (number < least || number > most)
            Add(value!, code, string.Create(CultureInfo.InvariantCulture, $"{what} is from {least} to {most}"));
        else
            return (int)number;
        return null;
    }

    public DateOnly? Date(YamlValue? value, string what)
    {
        if (value is null)
            return null;
        if (value is not YamlScalar { Kind: ScalarKind.Text } scalar)
        {
            Wrong(value, $"{what} is a date such as 2025-01-15, not {value.Shape}");
            return null;
        }
        if (DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Add(value, SetFaultCodes.NotADate, $"'{scalar.Text}' is no day of the calendar; {what} is written year-month-day, such as 2025-01-15");
        return null;
    }

    /// <summary>The items of a list that is not empty; none when it is something else.</summary>
    public IReadOnlyList<YamlValue> Items(YamlValue? value, string what)
    {
        if (value is YamlList { Items.Count: > 0 } list)
            return list.Items;
        if (value is not null)
            Wrong(value, value is YamlList ? $"{what} is empty; give at least one or leave the key out" : $"{what} is a list, not {value.Shape}");
        return [];
    }

    public string? Wrong(YamlValue value, string message) => Add(value, SetFaultCodes.WrongShape, message);

    public string? Add(YamlValue value, string code, string message)
    {
        Faults.Add(value.Place, code, message);
        return null;
    }

    private static string Choices<T>() where T : struct, Enum => string.Join(" | ", Words<T>.All.Keys);

    [GeneratedRegex(@"\A[\p{L}\p{N}][\p{L}\p{N}\p{M}._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_-]*\z", RegexOptions.CultureInvariant)]
    public static partial Regex NameForm();
}
