using System.Globalization;
using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;
using Dti.Web.Numbers;

namespace Dti.Web.Pages.Entering;

/// <summary>One answer as it stands in a form field, and back.</summary>
public static class FieldText
{
    public static string Of(InputValue? value) => value switch
    {
        { Number: { } number } => VietnameseNumber.Format(number),
        { Flag: { } flag } => flag ? "true" : "false",
        { Word: { } word } => word,
        _ => "",
    };

    /// <summary>The value (null = nothing answered) or a Vietnamese message.</summary>
    public static (InputValue? Value, string? Fault) Read(Input input, string? text)
    {
        string typed = (text ?? "").Trim();
        if (typed.Length == 0)
            return (null, null);
        return input.Type switch
        {
            InputType.YesNo => typed is "true" or "false" ? (InputValue.Of(typed == "true"), null) : (null, "Chọn Có hoặc Không."),
            InputType.Choice => input.Options.Any(option => option.Code == typed)
                ? (InputValue.Of(typed), null)
                : (null, $"Chọn một trong: {string.Join("; ", input.Options.Select(option => option.Name.Vi))}."),
            InputType.Date => Date(typed),
            _ => Number(VietnameseNumber.Read(typed, input.Type switch
            {
                InputType.Count => NumberKind.Count,
                InputType.Percent => NumberKind.Percent,
                _ => NumberKind.Any,
            })),
        };
    }

    private static (InputValue?, string?) Number(NumberReading reading) =>
        reading.Value is { } value ? (InputValue.Of(value), null) : (null, reading.Fault);

    // A browser's date field sends year first; people who type write the day first.
    private static (InputValue?, string?) Date(string typed) =>
        DateOnly.TryParseExact(typed, (string[])["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (InputValue.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), null)
            : (null, "Ghi ngày dạng ngày/tháng/năm, ví dụ 30/06/2025.");
}
