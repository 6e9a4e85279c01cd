using System.Globalization;

namespace Dti.Reports.Formatting;

/// <summary>
/// Numbers and dates as Vietnamese documents write them. The separators are ours, not ICU's: a machine without ICU, or with another
/// version of it, prints the same report. The minus is U+2212, as wide as the plus; what is typed or read by machines has its own formats.
/// </summary>
public static class VietnameseFormat
{
    /// <summary>Empty cell of a table.</summary>
    public const string Nothing = "–";

    private static readonly TimeSpan _vietnam = TimeSpan.FromHours(7);

    public static NumberFormatInfo Numbers { get; } = NumberFormatInfo.ReadOnly(new NumberFormatInfo
    {
        NumberDecimalSeparator = ",",
        NumberGroupSeparator = ".",
        PercentDecimalSeparator = ",",
        PercentGroupSeparator = ".",
        NegativeSign = "−",
    });

    /// <summary>1234.5 at 2 decimals is <c>1.234,50</c>; rounds half away from zero on the shortest decimal that round-trips.</summary>
    public static string Number(double value, int decimals) => Beyond(value) ?? Rounded(value, decimals).ToString($"N{decimals}", Numbers);

    public static string Number(double? value, int decimals) => value is { } known ? Number(known, decimals) : Nothing;

    /// <summary>As many decimals as the number has, four at most: 10 is <c>10</c>, 0.75 is <c>0,75</c>.</summary>
    public static string Plain(double value) => Beyond(value) ?? Rounded(value, 4).ToString("#,##0.####", Numbers);

    /// <summary>A share in [0, 1] as a percentage: 0.71636 at 1 decimal is <c>71,6%</c>.</summary>
    public static string Percent(double? share, int decimals) =>
        share is { } known ? Number(known * 100, decimals) + "%" : Nothing;

    /// <summary>05/01/2026.</summary>
    public static string Date(DateOnly date) => date.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>Date in Vietnam's time, which has had one offset for the whole life of these reports.</summary>
    public static string Date(DateTimeOffset moment) => Date(DayIn(moment));

    /// <summary>"ngày 05 tháng 01 năm 2026": days below 10 and months 1 and 2 are padded (Decree 30/2020, Annex I).</summary>
    public static string LongDate(DateOnly date)
    {
        string month = date.Month.ToString(date.Month <= 2 ? "00" : "0", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"ngày {date.Day:00} tháng {month} năm {date.Year}");
    }

    public static string LongDate(DateTimeOffset moment) => LongDate(DayIn(moment));

    private static DateOnly DayIn(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(_vietnam).DateTime);

    /// <summary>No number, or one with more digits than anybody reads (and than a decimal holds): 1,5E+300.</summary>
    private static string? Beyond(double value) => double.IsNaN(value) ? Nothing : Math.Abs(value) < 1e24 ? null : value.ToString("R", Numbers);

    private static decimal Rounded(double value, int decimals) => Math.Round(
        decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture),
        decimals, MidpointRounding.AwayFromZero);
}
