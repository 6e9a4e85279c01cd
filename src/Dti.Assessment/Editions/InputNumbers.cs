using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Assessment.Editions;

/// <summary>An answer as the number that scoring works on (<see cref="UnitTable"/>): the same rules for a cell as for a table's text.</summary>
public static class InputNumbers
{
    /// <param name="input">What is asked; null = a normalised leaf, any number.</param>
    /// <param name="value">Counts, numbers and percentages are JSON numbers, a yes/no is true or false, all else a word.</param>
    /// <param name="fault">What is wrong and what would be right; null when nothing is.</param>
    /// <returns>NaN when there is a fault.</returns>
    public static double ToNumber(Input? input, InputValue value, out string? fault)
    {
        fault = Kind(input?.Type ?? InputType.Number, value);
        if (fault is not null)
            return double.NaN;
        CellText.TryParse(input, value.ToString(), out double number, out fault);
        return number;
    }

    private static string? Kind(InputType type, InputValue value) => type switch
    {
        InputType.Count or InputType.Number or InputType.Percent when value.Number is null => $"{Shown(value)} is not a number",
        InputType.YesNo when value.Flag is null => $"{Shown(value)} is neither true nor false",
        InputType.Choice or InputType.Date or InputType.Timeliness when string.IsNullOrWhiteSpace(value.Word) => type switch
        {
            InputType.Choice => $"{Shown(value)} is not the code of an option",
            InputType.Date => $"{Shown(value)} is not a date as yyyy-MM-dd",
            _ => $"{Shown(value)} is not on_time, late, none or not_due",
        },
        _ => null,
    };

    private static string Shown(InputValue value) => value.Word switch
    {
        null => value.ToString() is { Length: > 0 } text ? text : "an empty value",
        { Length: > 40 } word => $"\"{word[..40]}…\"",
        var word => $"\"{word}\"",
    };
}
