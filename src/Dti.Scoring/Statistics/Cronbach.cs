namespace Dti.Scoring.Statistics;

/// <summary>
/// Cronbach's alpha (1951): k / (k − 1) · (1 − Σ variances / Σ of the whole covariance matrix), covariances over pairwise complete
/// units, as COINr 1.1 does. Standardised: the same of the correlation matrix. Children without spread are left out.
/// </summary>
internal static class Cronbach
{
    public static (int Children, Figure Alpha, Figure Standardised) Of(IReadOnlyList<StatisticsColumn> children)
    {
        StatisticsColumn[] varying = [.. children.Where(child => child.Varies)];
        int k = varying.Length;
        if (k < 2)
            return (k, Figure.Missing(Gap.OneChild), Figure.Missing(Gap.OneChild));
        int largest = varying.Max(child => child.Exponent);
        double variances = 0, all = 0, correlations = k;
        Gap gap = Gap.None;
        for (int a = 0; a < k; a++)
            for (int b = 0; b <= a; b++)
            {
                var (covariance, pairs) = Pearson.Covariance(varying[a].Scaled, varying[b].Scaled);
                if (pairs < StatisticsLimits.Correlation)
                    return (k, Figure.Missing(Gap.TooFew), Figure.Missing(Gap.TooFew));
                double common = Math.ScaleB(covariance, varying[a].Exponent + varying[b].Exponent - 2 * largest);
                all += a == b ? common : 2 * common;
                variances += a == b ? common : 0;
                if (a == b)
                    continue;
                var r = Pearson.Of(varying[a].Scaled, varying[b].Scaled).R;
                if (r.Value is { } known)
                    correlations += 2 * known;
                else
                    gap = r.Gap;
            }
        return (k, Alpha(k, variances, all), gap == Gap.None ? Alpha(k, k, correlations) : Figure.Missing(gap));
    }

    private static Figure Alpha(double k, double variances, double all) =>
        all <= 1e-12 * variances ? Figure.Missing(Gap.NoCommonVariance) : Figure.Of(k / (k - 1) * (1 - variances / all));
}
