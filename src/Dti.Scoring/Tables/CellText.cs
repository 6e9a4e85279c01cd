using System.Globalization;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Tables;

/// <summary>
/// One cell of a table as text: numbers with a point and no grouping, <c>yes_no</c> as 1, 0, true or false, a choice by its
/// option's code, dates as yyyy-MM-dd, timeliness as on_time, late, none or not_due. An empty cell is a missing value (NaN).
/// </summary>
public static class CellText
{
    /// <summary>Whole numbers above this are no longer exact in a double.</summary>
    private const double LargestCount = 9007199254740992;

    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <param name="input">What the column holds; null = a normalised leaf, any number.</param>
    /// <param name="text">The cell; blanks around it do not matter.</param>
    /// <param name="value">The value as a number (<see cref="UnitTable"/>); NaN when the cell is empty or at fault.</param>
    /// <param name="fault">What is wrong and what would be right; null when nothing is.</param>
    public static bool TryParse(Input? input, string text, out double value, out string? fault)
    {
        string cell = text.Trim();
        fault = null;
        value = double.NaN;
        if (cell.Length == 0)
            return true;

        (value, fault) = (input?.Type ?? InputType.Number) switch
        {
            InputType.Count => Count(cell),
            InputType.Percent => Percent(cell),
            InputType.YesNo => YesNo(cell),
            InputType.Choice => Choice(cell, input!.Options),
            InputType.Date => Date(cell),
            InputType.Timeliness => Quarter(cell),
            _ => Finite(cell),
        };
        return fault is null;
    }

    /// <summary>The text that <see cref="TryParse"/> reads back as the same value; NaN gives an empty cell.</summary>
    public static string Format(Input? input, double value)
    {
        if (double.IsNaN(value))
            return "";
        return input?.Type switch
        {
            InputType.YesNo => value != 0 ? "1" : "0",
            InputType.Choice => input.Options[(int)value].Code,
            InputType.Date => DateOnly.FromDayNumber((int)value).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            InputType.Timeliness => value switch { Timeliness.OnTime => "on_time", Timeliness.Late => "late", Timeliness.NotDue => "not_due", _ => "none" },
            _ => value.ToString(CultureInfo.InvariantCulture),
        };
    }

    private static (double, string?) Finite(string cell)
    {
        if (cell.Contains(',', StringComparison.Ordinal))
            return Fault($"\"{Shown(cell)}\" holds a comma; write numbers with a point and without grouping, for example 12.5");
        if (!double.TryParse(cell, Number, CultureInfo.InvariantCulture, out double value) || double.IsNaN(value))
            return Fault($"\"{Shown(cell)}\" is not a number; write digits with a point, for example 12.5");
        if (double.IsInfinity(value))
            return Fault($"\"{Shown(cell)}\" is not a finite number, or larger than a number can be");
        return (value == 0 ? 0 : value, null);
    }

    private static (double, string?) Count(string cell)
    {
        var (value, fault) = Finite(cell);
        if (fault is not null)
            return (value, fault);
        if (value < 0 || value != Math.Floor(value))
            return Fault($"\"{Shown(cell)}\" is not a count; write a whole number, 0 or more");
        return value > LargestCount ? Fault($"\"{Shown(cell)}\" is too large for a count (at most 9007199254740992)") : (value, null);
    }

    private static (double, string?) Percent(string cell)
    {
        var (value, fault) = Finite(cell);
        return fault is null && value is < 0 or > 100 ? Fault($"\"{Shown(cell)}\" is not a percentage; write a number from 0 to 100") : (value, fault);
    }

    private static (double, string?) YesNo(string cell) => cell.ToUpperInvariant() switch
    {
        "1" or "TRUE" => (1, null),
        "0" or "FALSE" => (0, null),
        _ => Fault($"\"{Shown(cell)}\" is neither yes nor no; write 1, 0, true or false"),
    };

    private static (double, string?) Choice(string cell, IReadOnlyList<ChoiceOption> options)
    {
        for (int i = 0; i < options.Count; i++)
            if (string.Equals(options[i].Code, cell, StringComparison.Ordinal))
                return (i, null);
        return Fault($"\"{Shown(cell)}\" is not an option; write one of {string.Join(", ", options.Select(option => option.Code))}");
    }

    private static (double, string?) Date(string cell) =>
        DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date.DayNumber, null)
            : Fault($"\"{Shown(cell)}\" is not a date; write year-month-day, for example 2025-12-31");

    private static (double, string?) Quarter(string cell) => cell switch
    {
        "on_time" => (Timeliness.OnTime, null),
        "late" => (Timeliness.Late, null),
        "none" => (Timeliness.None, null),
        "not_due" => (Timeliness.NotDue, null),
        _ => Fault($"\"{Shown(cell)}\" is not known; write on_time, late or none (not_due where no report was due)"),
    };

    private static (double, string?) Fault(string fault) => (double.NaN, fault);

    /// <summary>A cell may be megabytes long; a message is not.</summary>
    private static string Shown(string cell) => cell.Length <= 40 ? cell : string.Concat(cell.AsSpan(0, 40), "…");
}
