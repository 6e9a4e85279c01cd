namespace Dti.Assessment.Forecasting;

/// <summary>
/// Diebold and Mariano (1995): is the mean of loss differences above zero? With the small-sample correction of Harvey, Leybourne and Newbold
/// (1997): the statistic times √((n + 1 − 2h + h(h − 1)/n) / n), against Student's t with n − 1 degrees of freedom. Errors of one origin share
/// that period's shocks, so the n observations are the origins (each the sum over its series), never the single errors.
/// </summary>
internal static class DieboldMariano
{
    internal const double Level = 0.05;

    /// <summary>Chance of a mean this high or higher were the true one zero; null when there are fewer than two origins.</summary>
    internal static double? Worse(IReadOnlyList<double> differences, int horizon)
    {
        int n = differences.Count;
        if (n < 2)
            return null;
        double mean = differences.Average(), size = differences.Max(Math.Abs);
        double correction = Correction(n, horizon), variance = Variance(differences, mean, horizon);
        // Too few origins for the horizon's lags, or lags that outweigh the variance: without them, as the authors advise.
        if (correction <= 0 || variance <= 0)
            (correction, variance) = (Correction(n, 1), Variance(differences, mean, 1));
        if (variance <= 1e-24 * size * size)
            return Math.Abs(mean) <= 1e-12 * size ? 0.5 : mean > 0 ? 0 : 1;
        return StudentT.UpperTail(Math.Sqrt(correction) * mean / Math.Sqrt(variance / n), n - 1);
    }

    private static double Correction(int n, int h) => (n + 1 - 2.0 * h + h * (h - 1.0) / n) / n;

    /// <summary>Long-run variance: forecasts h ahead overlap, so errors up to h − 1 apart go together.</summary>
    private static double Variance(IReadOnlyList<double> d, double mean, int horizon)
    {
        double sum = 0;
        for (int lag = 0; lag < Math.Min(horizon, d.Count); lag++)
        {
            double covariance = 0;
            for (int i = lag; i < d.Count; i++)
                covariance += (d[i] - mean) * (d[i - lag] - mean);
            sum += (lag == 0 ? 1 : 2) * covariance / d.Count;
        }
        return sum;
    }
}
