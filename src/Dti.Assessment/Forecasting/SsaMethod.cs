namespace Dti.Assessment.Forecasting;

/// <summary>
/// Singular spectrum analysis, each series for itself, on its deviations from its own mean: window half of the values since its last gap (by
/// quarters whole years) and at most <see cref="MostWindow"/>, rank by <see cref="SingularSpectrum.SignalRank"/>. A recurrence that leaves
/// what the series has ever shown by more than its own range is unstable: one component fewer is taken, and in the end the last value.
/// A series that is too short goes by its last value.
/// </summary>
internal sealed class SsaMethod : IForecastMethod
{
    /// <summary>Four windows of four over seven changes; below it two components have nothing to stand out from.</summary>
    internal const int MinimumYears = 8;
    internal const int MinimumSeasons = 4;
    /// <summary>Longer ones cost time and find nothing in series of yearly scores.</summary>
    private const int MostWindow = 24;

    public string Name => "ssa";

    /// <summary>
    /// Null unless at least half of the series have the values for it and for two origins more by the end of the whole panel; at origins before
    /// that they go by their last value, so that no method loses origins for the sake of this one.
    /// </summary>
    public IForecastModel? Fit(SeriesPanel past)
    {
        int able = past.All.Count(s => Run(s.Values).Length >= Minimum(past.Season) + Backtest.MinimumOrigins);
        return able > 0 && 2 * able >= past.All.Count
            ? new RuleModel(Name, past, (series, origin, horizon) => Path(Run(series.UpTo(origin)), past.Season, horizon))
            : null;
    }

    internal static double[] Path(ReadOnlySpan<double> values, int season, int horizon)
    {
        double[] still = new double[horizon];
        Array.Fill(still, values[^1]);
        if (values.Length < Minimum(season))
            return still;
        var (mean, low, high) = (Mean(values), values[0], values[0]);
        double[] deviations = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            deviations[i] = values[i] - mean;
            (low, high) = (Math.Min(low, values[i]), Math.Max(high, values[i]));
        }
        if (high - low <= 1e-12 * Math.Max(Math.Abs(high), Math.Abs(low)))
            return still;
        var spectrum = new SingularSpectrum(deviations, Window(values.Length, season));
        int rank = spectrum.SignalRank();
        // Nothing but noise around the mean.
        if (rank == 0)
            Array.Fill(still, mean);
        for (; rank > 0; rank--)
        {
            if (spectrum.Forecast(rank, horizon) is { } path && path.All(v => v + mean >= low - (high - low) && v + mean <= high + (high - low)))
                return [.. path.Select(v => v + mean)];
        }
        return still;
    }

    internal static int Window(int length, int season)
    {
        int half = Math.Min(length / 2, MostWindow);
        return half - half % season;
    }

    private static int Minimum(int season) => season > 1 ? MinimumSeasons * season : MinimumYears;

    private static ReadOnlySpan<double> Run(ReadOnlySpan<double> values)
    {
        int start = values.Length;
        while (start > 0 && !double.IsNaN(values[start - 1]))
            start--;
        return values[start..];
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += value;
        return sum / values.Length;
    }
}
