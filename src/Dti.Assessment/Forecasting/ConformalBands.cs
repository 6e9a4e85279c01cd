namespace Dti.Assessment.Forecasting;

/// <summary>
/// Split-conformal 80 % intervals over origins. An error counts in the scale its series had when it was made, so that a quiet series is not
/// given a restless one's interval: the series' changes while origins are few, its own earlier one-step errors once there are enough.
/// </summary>
internal sealed class ConformalBands(Backtest backtest, IForecastMethod method)
{
    /// <summary>Origins whose errors only say how large a series' errors are.</summary>
    private const int Learning = 3;

    private readonly double[]?[] _own = new double[]?[backtest.Origins.Count + 1];

    /// <summary>From the errors of the first so many origins, for a forecast made at the next or after all; null when they are too few.</summary>
    internal ConformalBand? After(int origins)
    {
        bool own = IsOwn(origins);
        double[] widths = new double[backtest.Horizon];
        for (int step = 1; step <= widths.Length; step++)
        {
            var (quantile, spread) = Quantile(origins, own, step);
            double before = step > 1 ? widths[step - 2] : 0;
            if (quantile is null && step == 1)
                return null;
            // Where hardly any origin reaches so far: as a random walk widens. Never narrower than a nearer period's.
            widths[step - 1] = quantile is { } q && (step == 1 || spread >= Backtest.MinimumOrigins) ? Math.Max(before, q) : before * Math.Sqrt(step / (step - 1.0));
        }
        return double.IsFinite(widths[^1]) ? new ConformalBand(widths, Scales(origins, own)) : null;
    }

    private static bool IsOwn(int origins) => origins >= 2 * Learning;

    private (double? Quantile, int Origins) Quantile(int origins, bool own, int step)
    {
        List<double> scores = [];
        HashSet<int> seen = [];
        for (int i = 0; i < backtest.Cases.Count && backtest.Cases[i].Origin < origins; i++)
        {
            var at = backtest.Cases[i];
            double error = Math.Abs(backtest.Error(method, i, step));
            // An error of several steps is known only when its period has come.
            bool known = origins == backtest.Origins.Count || backtest.Origins[at.Origin] + step <= backtest.Origins[origins];
            if (double.IsNaN(error) || !known || (own && at.Origin < Learning))
                continue;
            double scale = Scales(at.Origin, own)[at.Series];
            scores.Add(error == 0 ? 0 : error / scale);
            seen.Add(at.Origin);
        }
        return (ConformalInterval.HalfWidth(scores), seen.Count);
    }

    private double[] Scales(int origins, bool own)
    {
        if (own)
            return _own[origins] ??= Own(origins);
        return origins < backtest.Origins.Count ? backtest.Past[origins].Scales : backtest.Panel.Scales;
    }

    private double[] Own(int origins)
    {
        var sums = new (double Sum, int Count)[backtest.Panel.All.Count];
        for (int i = 0; i < backtest.Cases.Count && backtest.Cases[i].Origin < origins; i++)
        {
            ref var sum = ref sums[backtest.Cases[i].Series];
            sum = (sum.Sum + Math.Abs(backtest.Error(method, i, 1)), sum.Count + 1);
        }
        return SeriesScale.Of(backtest.Panel.All, i => sums[i] is { Count: > 0 } s ? (s.Sum / s.Count, s.Count) : (0, 0));
    }
}

/// <summary>Half the width of each series' interval, in its scale, by periods ahead.</summary>
internal sealed record ConformalBand(double[] Widths, double[] Scales)
{
    internal double HalfWidth(int series, int step) => Widths[step - 1] == 0 ? 0 : Widths[step - 1] * Scales[series];
}
