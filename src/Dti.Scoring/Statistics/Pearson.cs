namespace Dti.Scoring.Statistics;

/// <summary>Moments of two columns over the rows where both have a value.</summary>
internal static class Pearson
{
    public static (Figure R, int Pairs) Of(double[] x, double[] y)
    {
        var (xx, xy, yy, pairs) = Products(x, y);
        Figure r = pairs == 0 ? Figure.Missing(Gap.NoData)
            : pairs < StatisticsLimits.Correlation ? Figure.Missing(Gap.TooFew)
            : xx == 0 || yy == 0 ? Figure.Missing(Gap.Constant)
            : Figure.Of(Math.Clamp(xy / (Math.Sqrt(xx) * Math.Sqrt(yy)), -1, 1));
        return (r, pairs);
    }

    /// <summary>Covariance (n − 1); NaN below two pairs.</summary>
    public static (double Covariance, int Pairs) Covariance(double[] x, double[] y)
    {
        var (_, xy, _, pairs) = Products(x, y);
        return (pairs < 2 ? double.NaN : xy / (pairs - 1), pairs);
    }

    /// <summary>Sums of products of deviations from the pairs' own means; a column constant over the pairs gives exactly 0.</summary>
    private static (double XX, double XY, double YY, int Pairs) Products(double[] x, double[] y)
    {
        double sumX = 0, sumY = 0, minX = double.PositiveInfinity, maxX = double.NegativeInfinity, minY = minX, maxY = maxX;
        int pairs = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i]))
                continue;
            pairs++;
            sumX += x[i];
            sumY += y[i];
            (minX, maxX) = (Math.Min(minX, x[i]), Math.Max(maxX, x[i]));
            (minY, maxY) = (Math.Min(minY, y[i]), Math.Max(maxY, y[i]));
        }
        double meanX = minX == maxX ? minX : sumX / pairs, meanY = minY == maxY ? minY : sumY / pairs;
        double xx = 0, xy = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i]))
                continue;
            double dx = x[i] - meanX, dy = y[i] - meanY;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        return (xx, xy, yy, pairs);
    }
}
