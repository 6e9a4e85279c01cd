namespace Dti.Scoring.Composites;

/// <summary>
/// Logarithm and exponential in plain double arithmetic. The runtime's own come from the machine's C library and may differ in
/// the last bit from one processor or system to another; scores must be the same bytes everywhere. Error below 2 units in the last place.
/// </summary>
internal static class Elementary
{
    internal const double Ln2High = 6.93147180369123816490e-01;
    internal const double Ln2Low = 1.90821492927058770002e-10;

    /// <param name="x">Above 0 and finite.</param>
    public static double Ln(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > 1.4142135623730951)
        {
            mantissa *= 0.5;
            exponent++;
        }
        // ln m = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …), |s| < 0.172
        double s = (mantissa - 1) / (mantissa + 1), square = s * s, sum = 0;
        foreach (double coefficient in OddReciprocals)
            sum = square * (coefficient + sum);
        return exponent * Ln2High + (2 * s + (2 * s * sum + exponent * Ln2Low));
    }

    public static double Log10(double x)
    {
        double log = Ln(x) / 2.302585092994045684;
        double whole = Math.Round(log);
        // Powers of ten that a double holds exactly have whole logarithms.
        return whole is >= 0 and <= 22 && x == PowersOfTen[(int)whole] ? whole : log;
    }

    public static double Exp(double x)
    {
        double k = Math.Round(x / 0.693147180559945309417);
        if (k > 2000)
            return double.PositiveInfinity;
        if (k < -2000)
            return 0;
        double r = x - k * Ln2High - k * Ln2Low, sum = 0;
        foreach (double coefficient in FactorialReciprocals)
            sum = coefficient + r * sum;
        return Math.ScaleB(sum, (int)k);
    }

    // 1/25, 1/23 … 1/3
    internal static readonly double[] OddReciprocals = [.. Enumerable.Range(1, 12).Select(k => 1.0 / (2 * k + 1)).Reverse()];

    // 1/16!, 1/15! … 1/0!; each factorial is exact in a double
    internal static readonly double[] FactorialReciprocals = [.. Enumerable.Range(0, 17).Select(n => 1 / Enumerable.Range(1, n).Aggregate(1.0, (product, k) => product * k)).Reverse()];

    private static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];
}
