using System.Globalization;
using System.Text;

namespace Dti.Assessment.Editions;

/// <summary>A double as ECMAScript's Number::toString writes it (RFC 8785 §3.2.2.3): shortest digits that round-trip, no <c>-0</c>.</summary>
public static class EcmaScriptNumber
{
    /// <exception cref="CanonicalJsonException">NaN and infinities have no JSON form.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value))
            throw new CanonicalJsonException("not-finite", "NaN and infinite numbers have no JSON form");
        if (value == 0)
            return "0";
        var (digits, point) = Decompose(Math.Abs(value));
        var text = new StringBuilder(32);
        if (value < 0)
            text.Append('-');
        if (point is > 0 and <= 21)
            AppendPlain(text, digits, point);
        else if (point is > -6 and <= 0)
            text.Append("0.").Append('0', -point).Append(digits);
        else
            AppendExponent(text, digits, point - 1);
        return text.ToString();
    }

    private static void AppendPlain(StringBuilder text, string digits, int point)
    {
        if (digits.Length <= point)
            text.Append(digits).Append('0', point - digits.Length);
        else
            text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
    }

    private static void AppendExponent(StringBuilder text, string digits, int exponent)
    {
        text.Append(digits[0]);
        if (digits.Length > 1)
            text.Append('.').Append(digits, 1, digits.Length - 1);
        text.Append('e').Append(exponent < 0 ? '-' : '+').Append(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The shortest digits without zeros at either end, and where the point stands: value = 0.digits × 10^point.</summary>
    private static (string Digits, int Point) Decompose(double value)
    {
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        int exponentAt = shortest.IndexOf('E', StringComparison.Ordinal);
        int exponent = exponentAt < 0 ? 0 : int.Parse(shortest.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = exponentAt < 0 ? shortest : shortest[..exponentAt];
        int dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        int point = exponent + (dot < 0 ? mantissa.Length : dot);
        string digits = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        string significant = digits.TrimStart('0');
        return (significant.TrimEnd('0'), point - (digits.Length - significant.Length));
    }
}
