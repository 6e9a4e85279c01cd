namespace Dti.Assessment.Forecasting;

/// <summary>
/// Which series of a group keep a method that serves the group as a whole better than naive. A series' loss difference over its origins is
/// drawn towards the group's mean, the more the less the series differ beyond chance (empirical Bayes; Efron and Morris 1975, JASA 70,
/// 311–319): a group of one kind decides together, in a mixed one each series must show it for itself.
/// </summary>
internal sealed class SeriesEvidence
{
    /// <summary>The group's usual variance counts in a series' own as so many origins more: a few differences hardly know theirs.</summary>
    private const int Shared = 4;
    /// <summary>The normal quantile of 1 %, one-sided: series are many, and of those that gain nothing few may go by the method.</summary>
    private const double Quantile = 2.326;

    private readonly Dictionary<int, Differences> _series;
    private readonly double _overlap, _usual, _mean, _between;

    /// <param name="cases">Each case's series and the loss of the method less naive's.</param>
    /// <param name="horizon">The periods ahead that a loss is the mean over.</param>
    internal SeriesEvidence(IEnumerable<(int Series, double Difference)> cases, int horizon)
    {
        // Losses of neighbouring origins share periods, on the mean over the horizon (h + 1)/2 of them.
        _overlap = (horizon + 1) / 2.0;
        _series = cases.GroupBy(c => c.Series, c => c.Difference).ToDictionary(g => g.Key, g => Differences.Of([.. g]));
        var own = _series.Values;
        int free = own.Sum(s => s.Count - 1);
        _usual = free > 0 ? own.Sum(s => s.Squares) / free : double.PositiveInfinity;
        _mean = own.Sum(s => s.Count * s.Mean) / own.Sum(s => s.Count);
        // Of a group of one nothing can be borrowed.
        _between = own.Count > 1 && free > 0 ? Math.Max(0, own.Average(s => (s.Mean - _mean) * (s.Mean - _mean) - Variance(s))) : double.PositiveInfinity;
    }

    /// <summary>That the method is no better than naive on the series has a chance under 1 %. One without origins is as unsure as the group is mixed.</summary>
    internal bool Supports(int series)
    {
        if (!_series.TryGetValue(series, out var own))
            return _mean + Quantile * Math.Sqrt(_between) < 0;
        double variance = Variance(own), weight = variance == 0 || double.IsInfinity(_between) ? 1 : _between / (_between + variance);
        return _mean + weight * (own.Mean - _mean) + Quantile * Math.Sqrt(weight * variance) < 0;
    }

    /// <summary>Of the mean of a series' differences.</summary>
    private double Variance(Differences own) => (own.Squares + Shared * _usual) / (own.Count - 1 + Shared) / own.Count * _overlap;

    private readonly record struct Differences(int Count, double Mean, double Squares)
    {
        internal static Differences Of(double[] values)
        {
            double mean = values.Average();
            return new(values.Length, mean, values.Sum(v => (v - mean) * (v - mean)));
        }
    }
}
