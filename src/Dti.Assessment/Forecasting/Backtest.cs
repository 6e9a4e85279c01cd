namespace Dti.Assessment.Forecasting;

/// <summary>Least and most a value can be; forecasts and intervals stay inside.</summary>
internal readonly record struct ValueRange(double Low, double High)
{
    internal static ValueRange Unbounded => new(double.NegativeInfinity, double.PositiveInfinity);

    internal double Clip(double value) => Math.Clamp(value, Low, High);
}

/// <summary>A series forecast at an origin whose next value is known.</summary>
/// <param name="Origin">Its place among the origins.</param>
/// <param name="Series">Its place in the panel.</param>
/// <param name="Scale">The series' scale as known then; 1 where everything was flat.</param>
/// <param name="Change">The mean size of its changes until then.</param>
internal readonly record struct BacktestCase(int Origin, int Series, double Scale, double Change);

/// <summary>
/// Rolling origins: at each past period every method learns from what was known then and forecasts the next of every series that has both.
/// All methods are judged on the same cases.
/// </summary>
internal sealed class Backtest
{
    /// <summary>The second origin is the first whose interval can be checked, so fewer say nothing.</summary>
    internal const int MinimumOrigins = 2;
    /// <summary>Fewer cannot tell one method from another.</summary>
    private const int MinimumCases = 10;
    private const int MostOrigins = 10;
    /// <summary>An origin for fewer than one in so many series is not worth learning everything again.</summary>
    private const int FewestShare = 20;
    private const int MostErrors = 400_000;
    private const int MostCaseErrors = 1_200_000;

    private readonly List<BacktestCase> _cases = [];
    private readonly Dictionary<IForecastMethod, double[]> _errors;

    /// <summary>The methods that could be judged; naive first and always among them.</summary>
    internal IReadOnlyList<IForecastMethod> Methods { get; }
    internal IReadOnlyList<int> Origins { get; }
    internal SeriesPanel Panel { get; }
    /// <summary>The panel as known at each origin.</summary>
    internal IReadOnlyList<SeriesPanel> Past { get; }
    internal int Horizon { get; }
    internal IReadOnlyList<BacktestCase> Cases => _cases;
    internal bool Enough => Origins.Count >= MinimumOrigins;

    internal Backtest(SeriesPanel panel, IReadOnlyList<IForecastMethod> methods, int horizon, ValueRange range)
    {
        (Panel, Horizon) = (panel, horizon);
        int most = Math.Clamp(MostErrors / Math.Max(1, panel.All.Count * horizon), MinimumOrigins + 1, MostOrigins);
        int[] origins = Last(panel, most);
        // Of very many series some stand for the rest.
        int stride = 1 + (int)((long)panel.All.Count * origins.Length * horizon / MostCaseErrors);
        var past = origins.ToDictionary(o => o, panel.UpTo);
        var models = origins.ToDictionary(o => o, o => methods.Select(m => m.Fit(past[o])).ToArray());
        (Methods, Origins) = Judged(methods, origins, models);
        Past = [.. Origins.Select(o => past[o])];
        for (int o = 0; o < Origins.Count; o++)
        {
            double[] scales = Past[o].Scales;
            for (int i = 0; i < panel.All.Count; i += stride)
            {
                if (HasBoth(panel.All[i], Origins[o]))
                    _cases.Add(new(o, i, scales[i] > 0 ? scales[i] : 1, panel.All[i].Changes(Origins[o]).Mean));
            }
        }
        if (_cases.Count < MinimumCases)
            Methods = [methods[0]];
        _errors = Methods.ToDictionary(m => m, m => Errors(models, methods.ToList().IndexOf(m), range));
    }

    /// <summary>Value less forecast; NaN where that period has no value.</summary>
    internal double Error(IForecastMethod method, int at, int step) => _errors[method][at * Horizon + step - 1];

    /// <summary>Mean size of a case's errors over the horizon, in the series' scale.</summary>
    internal double Loss(IForecastMethod method, int at)
    {
        double sum = 0;
        int count = 0;
        for (int step = 1; step <= Horizon; step++)
        {
            double error = Error(method, at, step);
            if (double.IsNaN(error))
                continue;
            sum += Math.Abs(error);
            count++;
        }
        return sum / count / _cases[at].Scale;
    }

    /// <summary>The last origins of every series, so many of each; where they end at different times, those that most series share.</summary>
    private static int[] Last(SeriesPanel panel, int most)
    {
        if (panel.All.Count == 0)
            return [];
        // Two lags and one change to learn from; by quarters two of each.
        int least = panel.Season > 1 ? 2 * panel.Season : 3, first = panel.All.Min(s => s.Start) + least - 1;
        Dictionary<int, int> sharing = [];
        foreach (var series in panel.All)
        {
            for (int origin = series.End - 1, found = 0; origin >= Math.Max(first, series.Start) && found < most; origin--)
            {
                if (!HasBoth(series, origin))
                    continue;
                sharing[origin] = sharing.GetValueOrDefault(origin) + 1;
                found++;
            }
        }
        int fewest = panel.All.Count / FewestShare;
        return [.. sharing.Where(o => o.Value >= fewest).OrderByDescending(o => o.Value).ThenByDescending(o => o.Key).Take(3 * most).Select(o => o.Key).Order()];
    }

    private static bool HasBoth(Series series, int origin) => series.Has(origin) && series.Has(origin + 1);

    /// <summary>A method that could not yet learn at more than a fifth of the origins is left out, or the others would be judged on fewer for its sake.</summary>
    private static (IForecastMethod[], int[]) Judged(IReadOnlyList<IForecastMethod> methods, int[] origins, Dictionary<int, IForecastModel?[]> models)
    {
        int least = Math.Max(MinimumOrigins, origins.Length - origins.Length / 5);
        int[] able = [.. Enumerable.Range(0, methods.Count).Where(m => m == 0 || origins.Count(o => models[o][m] is not null) >= least)];
        int[] shared = [.. origins.Where(o => able.All(m => models[o][m] is not null))];
        return shared.Length >= MinimumOrigins ? ([.. able.Select(m => methods[m])], shared) : ([methods[0]], origins);
    }

    private double[] Errors(Dictionary<int, IForecastModel?[]> models, int method, ValueRange range)
    {
        double[] errors = new double[_cases.Count * Horizon];
        for (int at = 0; at < _cases.Count; at++)
        {
            int origin = Origins[_cases[at].Origin];
            double[] path = models[origin][method]!.Forecast(_cases[at].Series, origin, Horizon);
            for (int i = 0; i < Horizon; i++)
                errors[at * Horizon + i] = Panel.All[_cases[at].Series][origin + i + 1] - range.Clip(path[i]);
        }
        return errors;
    }
}
