using System.Globalization;

namespace Dti.Web.Numbers;

/// <summary>
/// Numbers as people in Vietnam type them: a comma before the fraction, dots or spaces between thousands. The framework's parsers
/// take "12,5" for 125 under one culture and "12.5" for 125 under another, both without a word; here a text that could be two numbers is
/// refused and both are shown.
/// </summary>
public static class VietnameseNumber
{
    /// <summary>Longest text looked at, and most digits that a double keeps exactly.</summary>
    public const int LongestText = 40;
    public const int MostDigits = 15;

    private const double LargestCount = 999_999_999_999_999;

    public static NumberReading Read(string? text, NumberKind kind = NumberKind.Any)
    {
        string typed = (text ?? "").Trim();
        if (typed.Length == 0)
            return NumberReading.Empty;
        if (typed.Length > LongestText)
            return NumberReading.Refuse($"Số dài quá {LongestText} ký tự; hãy kiểm tra lại.");
        string body = typed;
        if (body[^1] == '%')
        {
            if (kind != NumberKind.Percent)
                return NumberReading.Refuse("Ô này không nhận dấu %; chỉ ghi con số.");
            body = body[..^1].TrimEnd();
        }
        bool negative = body is ['-' or '\u2212', ..];
        if (negative || body is ['+', ..])
            body = body[1..];
        if (NumberText.Strange(body) is { } strange)
            return NumberReading.Refuse(strange);
        if (NumberText.Plain(body, out string? plain) is { } fault)
            return NumberReading.Refuse(fault);
        double value = double.Parse(plain!, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return Fit(negative && value != 0 ? -value : value, kind);
    }

    /// <summary>The text that <see cref="Read"/> takes back as the same number: 1250.75 is <c>1.250,75</c>.</summary>
    public static string Format(double value)
    {
        string text = Math.Abs(value) is var size and < 1e28 ? ((decimal)size).ToString("0.#############################", CultureInfo.InvariantCulture) : "";
        if (text.Length == 0 || double.Parse(text, CultureInfo.InvariantCulture) != Math.Abs(value))
            text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        if (text.Contains('E', StringComparison.Ordinal))
            return (value < 0 ? "-" : "") + text.Replace('.', ',');
        string[] halves = text.Split('.');
        string whole = Grouped(halves[0]);
        string fraction = halves.Length == 1 ? "" : halves[1];
        // "1,255" could be a thousand typed the English way; a fourth digit says that it is not.
        if (fraction.Length == 3 && whole.Length <= 3 && whole != "0")
            fraction += "0";
        return (value < 0 ? "-" : "") + whole + (fraction.Length == 0 ? "" : "," + fraction);
    }

    private static string Grouped(string digits)
    {
        for (int at = digits.Length - 3; at > 0; at -= 3)
            digits = digits.Insert(at, ".");
        return digits;
    }

    private static NumberReading Fit(double value, NumberKind kind) => kind switch
    {
        NumberKind.Count when value < 0 => NumberReading.Refuse("Số lượng không thể âm; ghi từ 0 trở lên."),
        NumberKind.Count when value != Math.Floor(value) =>
            NumberReading.Refuse($"Số lượng phải là số nguyên; đang đọc được {Format(value)}."),
        NumberKind.Count when value > LargestCount => NumberReading.Refuse("Số lượng quá lớn; hãy kiểm tra lại."),
        NumberKind.Percent when value is < 0 or > 100 => NumberReading.Refuse($"Tỷ lệ phần trăm từ 0 đến 100; đang đọc được {Format(value)}."),
        _ => NumberReading.Of(value),
    };
}
