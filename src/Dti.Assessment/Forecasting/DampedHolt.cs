using System.Globalization;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Holt's exponential smoothing with a damped trend (Gardner and McKenzie 1985), its three parameters shared by all series, which are too
/// short to carry their own: those of a grid whose squared one-step errors, in each series' own scale, sum to the least.
/// </summary>
internal sealed class DampedHolt : IForecastMethod
{
    /// <summary>Enough to settle three numbers; more would only cost time.</summary>
    private const int MostSeries = 1000;
    private static readonly double[] Levels = [0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1];
    private static readonly double[] Trends = [0, 0.05, 0.1, 0.2, 0.35, 0.5];
    private static readonly double[] Dampings = [0.8, 0.85, 0.9, 0.95, 0.98];
    /// <summary>The share of the first changes' mean that the trend starts from.</summary>
    private static readonly double[] Starts = [0, 0.5, 1];

    public string Name => "holt";

    internal readonly record struct Smoothing(double Level, double Trend, double Damping, double Start);

    public IForecastModel Fit(SeriesPanel past)
    {
        int stride = (past.All.Count + MostSeries - 1) / MostSeries;
        int[] sample = [.. Enumerable.Range(0, past.All.Count).Where(i => i % stride == 0 && past.Scales[i] > 0 && past.All[i].Start < past.End)];
        var grid = from level in Levels from trend in Trends from damping in Dampings from start in Starts select new Smoothing(level, trend, damping, start);
        return new Model(past, grid.MinBy(g => sample.Sum(i => Run(past.All[i].UpTo(past.End), g).Squares / (past.Scales[i] * past.Scales[i]))));
    }

    /// <summary>Level and trend at the end, and the sum of squared errors; the changes that started the trend are not counted.</summary>
    internal static (double Level, double Trend, double Squares) Run(ReadOnlySpan<double> values, Smoothing by)
    {
        int first = Math.Min(3, values.Length - 1);
        double level = values[0], trend = first > 0 && !double.IsNaN(values[first]) ? by.Start * (values[first] - level) / first : 0, squares = 0;
        // A short series would be left without any error to judge by.
        int judged = values.Length > 6 ? first + 1 : 2;
        for (int i = 1; i < values.Length; i++)
        {
            double expected = level + by.Damping * trend, error = values[i] - expected;
            // A gap moves on as forecast.
            if (double.IsNaN(error))
                error = 0;
            level = expected + by.Level * error;
            trend = by.Damping * trend + by.Level * by.Trend * error;
            squares += i >= judged ? error * error : 0;
        }
        return (level, trend, squares);
    }

    private sealed class Model(SeriesPanel past, Smoothing by) : IForecastModel
    {
        public string Parameters => string.Create(CultureInfo.InvariantCulture, $"holt {by.Level:R} {by.Trend:R} {by.Damping:R} {by.Start:R}");

        public double[] Forecast(int series, int origin, int horizon)
        {
            var (level, trend, _) = Run(past.All[series].UpTo(origin), by);
            double[] path = new double[horizon];
            for (int i = 0; i < horizon; i++)
            {
                trend *= by.Damping;
                path[i] = level += trend;
            }
            return path;
        }
    }
}
