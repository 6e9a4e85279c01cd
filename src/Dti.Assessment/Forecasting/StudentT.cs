namespace Dti.Assessment.Forecasting;

internal static class StudentT
{
    /// <summary>P(T &gt; t) with so many degrees of freedom, by the continued fraction of the incomplete beta function (Abramowitz and Stegun 26.5.8, 26.7.1).</summary>
    internal static double UpperTail(double t, int freedom)
    {
        double half = Beta(freedom / (freedom + t * t), freedom / 2.0, 0.5) / 2;
        return t > 0 ? half : 1 - half;
    }

    private static double Beta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
            return x <= 0 ? 0 : 1;
        double front = Math.Exp(a * Math.Log(x) + b * Math.Log(1 - x) + LogGamma(a + b) - LogGamma(a) - LogGamma(b));
        // The fraction converges quickly below the mean; above it the mirror image does.
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - front * Fraction(1 - x, b, a) / b;
    }

    /// <summary>Lentz's method.</summary>
    private static double Fraction(double x, double a, double b)
    {
        double c = 1, d = 1 / (1 - (a + b) * x / (a + 1)), value = d;
        for (int m = 1; m <= 300; m++)
        {
            Step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            if (Math.Abs(Step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))) - 1) < 1e-15)
                break;
        }
        return value;

        double Step(double numerator)
        {
            d = 1 / (1 + numerator * d);
            c = 1 + numerator / c;
            value *= c * d;
            return c * d;
        }
    }

    /// <summary>For whole and half numbers, which are all that occur: Γ(x + 1) = x Γ(x).</summary>
    private static double LogGamma(double x)
    {
        double log = x == Math.Floor(x) ? 0 : Math.Log(Math.PI) / 2;
        for (double i = x == Math.Floor(x) ? 1 : 0.5; i < x; i++)
            log += Math.Log(i);
        return log;
    }
}
