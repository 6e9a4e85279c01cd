using System.Globalization;

namespace Dti.Scoring.Rankings;

/// <summary>
/// Rounding half away from zero, done on the shortest decimal that round-trips: 0.716355 at 5 decimals is 0.71636 although
/// the stored binary number lies just below the tie.
/// </summary>
public static class DecimalRounding
{
    private const int LongestDouble = 32;

    /// <param name="value">Any number; NaN and infinities come back as they are.</param>
    /// <param name="decimals">Digits kept after the point; negative ones round to tens, hundreds and so on.</param>
    /// <returns>The double nearest to the rounded decimal. A result of zero has no sign.</returns>
    public static double Round(double value, int decimals)
    {
        if (!double.IsFinite(value) || value == 0)
            return double.IsFinite(value) ? 0 : value;

        Span<char> text = stackalloc char[LongestDouble];
        Math.Abs(value).TryFormat(text, out int length, provider: CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[LongestDouble];
        int count = Digits(text[..length], digits, out int point);

        long kept = (long)point + decimals;
        if (kept >= count)
            return value;
        if (kept < 0)
            return 0;

        bool up = digits[(int)kept] >= '5';
        double rounded = Compose(digits, (int)kept, point, up);
        return value < 0 && rounded != 0 ? -rounded : rounded;
    }

    /// <summary>Splits "12.5E-07" into its digits and where the point stands after the first of them.</summary>
    private static int Digits(ReadOnlySpan<char> text, Span<char> digits, out int point)
    {
        int exponent = 0;
        int e = text.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }
        int dot = text.IndexOf('.');
        point = (dot < 0 ? text.Length : dot) + exponent;
        int count = 0;
        foreach (char c in text)
            if (c != '.')
                digits[count++] = c;
        return count;
    }

    private static double Compose(Span<char> digits, int kept, int point, bool up)
    {
        int carry = kept - 1;
        for (; up && carry >= 0; carry--)
        {
            if (digits[carry] != '9')
            {
                digits[carry]++;
                up = false;
                break;
            }
            digits[carry] = '0';
        }
        Span<char> text = stackalloc char[2 * LongestDouble];
        text[0] = up ? '1' : '0';
        text[1] = '.';
        digits[..kept].CopyTo(text[2..]);
        text[2 + kept] = 'E';
        point.TryFormat(text[(3 + kept)..], out int length, provider: CultureInfo.InvariantCulture);
        return double.Parse(text[..(3 + kept + length)], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
