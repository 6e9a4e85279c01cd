namespace Dti.Scoring.Uncertainty;

/// <summary>
/// Sobol indices from a radial design: outputs at points A, at points B, and at A with one coordinate taken from B.
/// First order S = mean(yB (yAB − yA)) / V (Saltelli et al. 2010), total order T = mean((yA − yAB)²) / 2V (Jansen 1999);
/// V is the sample variance (n − 1) of yA and yB together.
/// </summary>
public static class Sobol
{
    /// <returns>NaN where the output does not vary.</returns>
    public static SobolIndex Of(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> ab)
    {
        if (a.Length != b.Length || a.Length != ab.Length)
            throw new ArgumentException("The three samples differ in length.", nameof(ab));
        int n = a.Length;
        double mean = 0, variance = 0, first = 0, total = 0;
        for (int i = 0; i < n; i++)
            mean += a[i] + b[i];
        mean /= 2 * n;
        for (int i = 0; i < n; i++)
        {
            variance += (a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean);
            first += b[i] * (ab[i] - a[i]);
            total += (a[i] - ab[i]) * (a[i] - ab[i]);
        }
        variance /= 2 * n - 1;
        return variance > 0 ? new(first / n / variance, total / (2 * n) / variance) : new(double.NaN, double.NaN);
    }

    /// <summary>
    /// Standard errors of both indices: each is a mean of n independent terms over V, so its error is the terms' standard
    /// deviation over √n V (V's own error left out).
    /// </summary>
    /// <returns>NaN where the output does not vary or n is 1.</returns>
    public static SobolIndex ErrorOf(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> ab)
    {
        var index = Of(a, b, ab);
        int n = a.Length;
        double variance = 0, mean = 0, first = 0, total = 0;
        for (int i = 0; i < n; i++)
            mean += (a[i] + b[i]) / (2 * n);
        for (int i = 0; i < n; i++)
            variance += ((a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean)) / (2 * n - 1);
        for (int i = 0; i < n; i++)
        {
            double ofFirst = b[i] * (ab[i] - a[i]) / variance - index.First;
            double ofTotal = (a[i] - ab[i]) * (a[i] - ab[i]) / 2 / variance - index.Total;
            first += ofFirst * ofFirst;
            total += ofTotal * ofTotal;
        }
        return new(Math.Sqrt(first / (n - 1) / n), Math.Sqrt(total / (n - 1) / n));
    }
}

/// <summary>Share of the output's variance that a choice explains alone, and with all it does together with others.</summary>
public readonly record struct SobolIndex(double First, double Total);
