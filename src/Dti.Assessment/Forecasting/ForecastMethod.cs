namespace Dti.Assessment.Forecasting;

/// <summary>A candidate of the back-test: learns from a panel and forecasts the periods after.</summary>
internal interface IForecastMethod
{
    /// <summary>The code that files carry.</summary>
    string Name { get; }
    /// <summary>Null when the panel is too short to learn from.</summary>
    IForecastModel? Fit(SeriesPanel past);
}

internal interface IForecastModel
{
    /// <summary>The series' values 1, 2, … <paramref name="horizon"/> periods after <paramref name="origin"/>, where the series has a value; nothing later is looked at.</summary>
    double[] Forecast(int series, int origin, int horizon);
    /// <summary>Everything the forecast follows from besides the values, as text: what the model's hash is made of.</summary>
    string Parameters { get; }
}

/// <summary>
/// The methods that compete; naive is first and always among them.
/// </summary>
internal static class Candidates
{
    /// <summary>Those without trees, which take the longest and need more rows than the nodes of a set are worth.</summary>
    internal static IReadOnlyList<IForecastMethod> Plain(int season, int seed) => [.. For(season, seed).Where(m => m is not FastTreeMethod)];

    internal static IReadOnlyList<IForecastMethod> For(int season, int seed)
    {
        NaiveMethod naive = new();
        // The average learns from the same past as its parts, which need not be learnt twice.
        IForecastMethod holt = new LastFit(new DampedHolt()), linear = new LastFit(new LinearMethod(seed));
        IForecastMethod[] all = [naive, new DriftMethod(), holt, linear, new FastTreeMethod(seed), new SsaMethod(), new AverageMethod([naive, holt, linear])];
        return season > 1 ? [.. all, new SeasonalNaiveMethod()] : all;
    }
}

/// <summary>A method that remembers what it learnt last.</summary>
internal sealed class LastFit(IForecastMethod method) : IForecastMethod
{
    private (SeriesPanel Past, IForecastModel? Model)? _last;

    public string Name => method.Name;

    public IForecastModel? Fit(SeriesPanel past)
    {
        if (_last?.Past != past)
            _last = (past, method.Fit(past));
        return _last.Value.Model;
    }
}
