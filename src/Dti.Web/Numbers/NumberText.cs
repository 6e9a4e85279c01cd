namespace Dti.Web.Numbers;

/// <summary>From typed text without its sign to digits with a point, or why there is more than one way or none.</summary>
internal static class NumberText
{
    private const string Spaces = " \u00A0\u2007\u2009\u202F";

    /// <summary>What cannot be part of a number at all; null when every character can.</summary>
    public static string? Strange(string body)
    {
        if (body.Length == 0)
            return "Chưa có chữ số nào; ghi ví dụ 12,5.";
        foreach (char c in body)
        {
            if (char.IsAsciiDigit(c) || c is '.' or ',' || Spaces.Contains(c))
                continue;
            if (char.IsDigit(c) || char.GetNumericValue(c) >= 0)
                return "Chỉ dùng các chữ số 0–9, không dùng chữ số của hệ chữ khác.";
            if (c is 'e' or 'E')
                return "Không dùng dạng luỹ thừa (như 1e5); ghi đủ các chữ số, ví dụ 100.000.";
            return c is '-' or '+' or '\u2212'
                ? "Dấu âm chỉ đứng một lần ở đầu, sát chữ số, ví dụ -5."
                : "Chỉ ghi chữ số, dấu phẩy trước phần thập phân và dấu chấm giữa các hàng nghìn, ví dụ 1.250,75.";
        }
        return Spaces.Contains(body[0]) ? "Dấu âm đứng sát chữ số, ví dụ -5." : null;
    }

    /// <summary>Null, with invariant digits, when the text is one number and only one.</summary>
    public static string? Plain(string body, out string? plain)
    {
        plain = null;
        body = string.Concat(body.Select(c => Spaces.Contains(c) ? ' ' : c));
        int commas = body.Count(c => c == ','), dots = body.Count(c => c == '.');
        string digits = string.Concat(body.Where(char.IsAsciiDigit));
        if (digits.Length == 0)
            return "Chưa có chữ số nào; ghi ví dụ 12,5.";
        if (digits.TrimStart('0').Length > VietnameseNumber.MostDigits)
            return $"Số có hơn {VietnameseNumber.MostDigits} chữ số nên không giữ được chính xác; hãy kiểm tra lại.";
        if (commas > 1)
            return English(body, dots);
        if (commas == 1)
            return WithFraction(body, out plain);
        if (dots == 1 && !Groups(body, '.'))
            return OneDot(body, digits);
        if (dots == 0 && !body.Contains(' ', StringComparison.Ordinal) || Groups(body, '.') || Groups(body, ' '))
        {
            plain = digits;
            return null;
        }
        return dots > 0 && body.Contains(' ', StringComparison.Ordinal)
            ? $"Dùng một loại dấu giữa các hàng nghìn, hoặc chấm hoặc khoảng trắng; nếu là số nguyên thì ghi {digits}."
            : $"Các nhóm hàng nghìn phải đủ ba chữ số; nếu là số nguyên thì ghi {digits}.";
    }

    private static string? WithFraction(string body, out string? plain)
    {
        plain = null;
        int comma = body.IndexOf(',', StringComparison.Ordinal);
        string whole = body[..comma], fraction = body[(comma + 1)..];
        if (fraction.Contains('.', StringComparison.Ordinal))
        {
            string digits = string.Concat(fraction.Where(char.IsAsciiDigit));
            string english = Digits(whole) + Digits(fraction[..fraction.IndexOf('.', StringComparison.Ordinal)]);
            string rest = Digits(fraction[fraction.IndexOf('.', StringComparison.Ordinal)..]);
            return fraction.Count(c => c == '.') == 1 && rest.Length > 0
                ? $"Không rõ là {english},{rest} hay {Digits(whole)},{digits}; phần thập phân viết sau dấu phẩy, ví dụ {english},{rest}."
                : $"Dấu chấm không đứng sau dấu phẩy; nếu là số nguyên thì ghi {Digits(body)}.";
        }
        if (whole.Length == 0)
            return $"Thiếu phần trước dấu phẩy; nếu nhỏ hơn 1 thì ghi 0,{fraction}.";
        if (fraction.Length == 0)
            return $"Thiếu phần sau dấu phẩy; nếu là số nguyên thì ghi {Digits(whole)}.";
        if (fraction.Contains(' ', StringComparison.Ordinal))
            return $"Sau dấu phẩy không có khoảng trắng; ghi {whole},{Digits(fraction)} hoặc kiểm tra lại.";
        bool grouped = !whole.All(char.IsAsciiDigit);
        if (grouped && !Groups(whole, '.') && !Groups(whole, ' '))
            return $"Các nhóm hàng nghìn phải đủ ba chữ số và một loại dấu; ghi {Digits(whole)},{fraction} nếu đúng là số đó.";
        // Three digits after a short whole part: the English way to write a thousand looks the same.
        if (!grouped && fraction.Length == 3 && whole.Length <= 3 && whole[0] != '0')
            return $"Không rõ là {Shorter(whole, fraction)} hay {whole}{fraction}; ghi {Clear(whole, fraction)} nếu là số thập phân, {whole}{fraction} nếu là số nguyên.";
        plain = $"{Digits(whole)}.{fraction}";
        return null;
    }

    private static string OneDot(string body, string digits)
    {
        int dot = body.IndexOf('.', StringComparison.Ordinal);
        string whole = Digits(body[..dot]), fraction = Digits(body[dot..]);
        if (whole.Length == 0)
            return $"Phần thập phân viết sau dấu phẩy; nếu nhỏ hơn 1 thì ghi 0,{fraction}.";
        if (fraction.Length == 0)
            return $"Sau dấu chấm không có chữ số; nếu là số nguyên thì ghi {digits}.";
        // A leading zero leaves only one sensible reading.
        return whole[0] == '0'
            ? $"Phần thập phân viết sau dấu phẩy: ghi {whole},{fraction}."
            : $"Không rõ là {whole},{fraction} hay {digits}; phần thập phân viết sau dấu phẩy ({whole},{fraction}), số nguyên viết {digits}.";
    }

    private static string English(string body, int dots)
    {
        string whole = Digits(dots == 1 ? body[..body.IndexOf('.', StringComparison.Ordinal)] : body);
        string tail = dots == 1 ? Digits(body[body.IndexOf('.', StringComparison.Ordinal)..]) : "";
        return tail.Length > 0
            ? $"Chỉ có một dấu phẩy, trước phần thập phân; nếu là số viết kiểu Anh thì ghi {whole},{tail}."
            : $"Chỉ có một dấu phẩy, trước phần thập phân; hàng nghìn dùng dấu chấm; nếu là số nguyên thì ghi {whole}.";
    }

    /// <summary>1–3 digits that begin with no zero, then groups of exactly three.</summary>
    private static bool Groups(string text, char separator)
    {
        string[] groups = text.Split(separator);
        return groups.Length > 1 && groups[0].Length is >= 1 and <= 3 && groups[0][0] != '0'
            && groups.Skip(1).All(group => group.Length == 3) && groups.All(group => group.All(char.IsAsciiDigit));
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Shorter(string whole, string fraction) => fraction.TrimEnd('0') is { Length: > 0 } kept ? $"{whole},{kept}" : whole;

    /// <summary>The same fraction in a form that cannot be taken for thousands.</summary>
    private static string Clear(string whole, string fraction) => fraction[^1] == '0' ? Shorter(whole, fraction) : $"{whole},{fraction}0";
}
