using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Rolling origins: at each past year every method learns from what was known then and forecasts the next year of every unit that has
/// both. All methods are judged on the same cases.
/// </summary>
internal sealed class Backtest
{
    /// <summary>The second origin is the first whose interval can be checked, so fewer say nothing.</summary>
    internal const int MinimumOrigins = 2;
    /// <summary>Two lags and one year to learn from.</summary>
    private const int MinimumYears = 3;

    private readonly Dictionary<string, List<Case>> _cases = [];
    private readonly double _scale;

    private sealed record Case(int Origin, string Unit, double Error);

    /// <summary>The methods that could be judged; naive first and always among them.</summary>
    internal IReadOnlyList<IForecastMethod> Methods { get; }
    internal IReadOnlyList<int> Origins { get; }
    internal bool Enough => Origins.Count >= MinimumOrigins;

    internal Backtest(ScorePanel panel, int lastYear, IReadOnlyList<IForecastMethod> methods, double scaleMax)
    {
        int[] origins = [.. panel.Years.Where((year, i) => i >= MinimumYears - 1 && year < lastYear && Both(panel, year).Any())];
        Dictionary<int, IForecastModel?[]> models = origins.ToDictionary(o => o, o => Fit(panel, o, methods));
        // Where the origins at which every method could learn are too few, naive alone over all: a method that cannot be judged must not be chosen.
        int[] shared = [.. origins.Where(o => !models[o].Contains(null))];
        (Methods, Origins) = shared.Length >= MinimumOrigins ? (methods, shared) : ([methods[0]], origins);
        double scale = 0;
        foreach (int origin in Origins)
        {
            ScorePanel past = panel.UpTo(origin);
            string[] units = [.. Both(panel, origin)];
            foreach ((IForecastMethod method, IForecastModel? model) in Methods.Zip(models[origin]))
            {
                IEnumerable<Case> cases = units.Select(u => new Case(origin, u, panel.Score(u, origin + 1)!.Value - Math.Clamp(model!.Predict(u), 0, scaleMax)));
                (_cases.TryGetValue(method.Name, out List<Case>? all) ? all : _cases[method.Name] = []).AddRange(cases);
            }
            scale += units.Sum(u => past.Changes(u).Select(Math.Abs).DefaultIfEmpty(0).Average());
        }
        _scale = scale;
    }

    /// <summary>
    /// MASE divides the error by the in-sample error of the naive forecast (Hyndman and Koehler 2006), pooled: Σ|error| over the cases by Σ of
    /// the same unit's mean yearly change up to the same origin, so that a flat series does not divide by zero. Null when all were flat.
    /// Coverage: share of cases inside the 80 % interval made from earlier origins' errors alone; null when none could be made.
    /// </summary>
    internal BacktestRow Row(IForecastMethod method, bool chosen)
    {
        List<Case> cases = _cases[method.Name];
        Dictionary<int, double?> halves = Origins.ToDictionary(o => o, o => ConformalInterval.HalfWidth(cases.Where(e => e.Origin < o).Select(e => e.Error)));
        bool[] inside = [.. cases.Where(c => halves[c.Origin] is not null).Select(c => Math.Abs(c.Error) <= halves[c.Origin])];
        return new BacktestRow(method.Name, cases.Select(c => c.Unit).Distinct().Count(), Origins.Count, Mae(method),
            _scale > 0 ? cases.Sum(c => Math.Abs(c.Error)) / _scale : null,
            inside.Length > 0 ? (double)inside.Count(i => i) / inside.Length : null, chosen);
    }

    internal double Mae(IForecastMethod method) => _cases[method.Name].Average(c => Math.Abs(c.Error));

    internal double? HalfWidth(IForecastMethod method) => ConformalInterval.HalfWidth(_cases[method.Name].Select(c => c.Error));

    /// <summary>The least mean absolute error; naive unless another is better by more than rounding.</summary>
    internal IForecastMethod Best() => Methods.Skip(1).Where(m => Mae(m) < Mae(Methods[0]) - 1e-9).MinBy(Mae) ?? Methods[0];

    private static IEnumerable<string> Both(ScorePanel panel, int origin) =>
        panel.Units.Where(u => panel.Score(u, origin) is not null && panel.Score(u, origin + 1) is not null);

    private static IForecastModel?[] Fit(ScorePanel panel, int origin, IReadOnlyList<IForecastMethod> methods)
    {
        ScorePanel past = panel.UpTo(origin);
        return [.. methods.Select(m => m.Fit(past, origin))];
    }
}
