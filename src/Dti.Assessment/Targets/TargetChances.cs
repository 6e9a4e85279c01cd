using System.Globalization;
using Dti.Assessment.Forecasting;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>
/// The forecast's chance that a target is met on its day: the share of the back-test's past errors, each added to the forecast in the
/// series' own scale, that reach it. One panel for all units of a target, so that short series lend each other strength. The share of n
/// errors is (k + 1) / (n + 2): past errors prove neither never nor always. Beyond the periods the back-test could look ahead errors widen
/// as a random walk's do.
/// </summary>
internal sealed class TargetChances
{
    /// <summary>Fewer past errors give no distribution.</summary>
    private const int MinimumErrors = 10;
    /// <summary>By quarters two years, as for any other series; by years four.</summary>
    private const int MinimumQuarters = 8, MinimumYears = 4;

    private readonly Target _target;
    private readonly SeriesPanel _panel;
    private readonly Backtest _backtest;
    private readonly Dictionary<string, int> _places;
    private readonly ValueRange _range;
    private readonly Forecasters? _forecasters;

    /// <param name="target">What is to be reached.</param>
    /// <param name="series">Readings by unit.</param>
    /// <param name="seed">Starts the learning methods.</param>
    public TargetChances(Target target, IReadOnlyDictionary<string, IReadOnlyList<TargetReading>> series, int seed)
    {
        _target = target;
        Series[] all = [.. series.Where(one => one.Value.Count > 0).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => SeriesOf(one.Key, one.Value))];
        int season = series.Values.SelectMany(readings => readings).Select(reading => Period.Read(reading.Period)!.Value.Season).FirstOrDefault(1);
        _panel = new(all, season);
        _places = all.Select((one, i) => (one.Name, i)).ToDictionary(StringComparer.Ordinal);
        _range = target.Of.IsPercent ? new(0, 100) : ValueRange.Unbounded;
        int horizon = Math.Clamp(all.Length == 0 ? 1 : all.Max(one => TargetPace.Steps(At(one.End), target.By)), 1, SeriesForecast.MostHorizon);
        bool long_ = all.Any(one => one.Count(one.End) >= Minimum);
        _backtest = new(long_ ? _panel : new([], season), Candidates.Plain(season, seed), horizon, _range);
        if (!_backtest.Enough)
            return;
        _forecasters = new(_backtest, new BacktestVerdict(_backtest));
    }

    /// <summary>The method chosen; null when nothing can be forecast.</summary>
    public string? Method => _forecasters?.Chosen.Method.Name;

    private int Minimum => _panel.Season > 1 ? MinimumQuarters : MinimumYears;

    /// <summary>A chance, or why there is none.</summary>
    public (double? Chance, string? Reason) Of(string unit)
    {
        if (!_places.TryGetValue(unit, out int place))
            return (null, "Chưa có số liệu.");
        var series = _panel.All[place];
        int steps = TargetPace.Steps(At(series.End), _target.By), known = series.Count(series.End);
        if (steps < 1)
            return (null, "Không còn kỳ số liệu nào trước hạn.");
        if (known < Minimum)
            return (null, string.Create(CultureInfo.InvariantCulture, $"Chuỗi quá ngắn: có {known} kỳ, cần ít nhất {Minimum} kỳ."));
        if (_forecasters is null)
            return (null, string.Create(CultureInfo.InvariantCulture, $"Quá khứ quá ngắn để thử dự báo lại: được {_backtest.Origins.Count} kỳ, cần ít nhất {Backtest.MinimumOrigins}."));
        if (series.End < _panel.End)
            return (null, "Thiếu số liệu của kỳ gần nhất.");
        if (steps > SeriesForecast.MostHorizon)
            return (null, string.Create(CultureInfo.InvariantCulture, $"Hạn còn quá xa: {steps} kỳ, dự báo xa nhất {SeriesForecast.MostHorizon} kỳ."));
        var by = _forecasters.Of(place);
        return Errors(by.Method, steps) is { Count: >= MinimumErrors } errors ? (Chance(by.Model, place, steps, errors), null) : (null, "Chưa đủ sai số quá khứ để nói khả năng đạt.");
    }

    private double Chance(IForecastModel model, int place, int steps, List<double> errors)
    {
        double value = _range.Clip(model.Forecast(place, _panel.All[place].End, steps)[steps - 1]);
        double scale = _panel.Scales[place];
        int reached = errors.Count(error => _target.IsReachedBy(_range.Clip(value + error * scale)));
        return (reached + 1.0) / (errors.Count + 2);
    }

    /// <summary>Past errors so many periods ahead, in their series' scale; the farthest ahead that has enough, widened, where so far has not.</summary>
    private List<double> Errors(IForecastMethod method, int steps)
    {
        for (int step = Math.Min(steps, _backtest.Horizon); step >= 1; step--)
        {
            List<double> errors = [];
            HashSet<int> origins = [];
            for (int at = 0; at < _backtest.Cases.Count; at++)
            {
                double error = _backtest.Error(method, at, step);
                if (double.IsNaN(error))
                    continue;
                errors.Add(error / _backtest.Cases[at].Scale * Math.Sqrt((double)steps / step));
                origins.Add(_backtest.Cases[at].Origin);
            }
            if (errors.Count >= MinimumErrors && (origins.Count >= Backtest.MinimumOrigins || step == 1))
                return errors;
        }
        return [];
    }

    private Period At(int place) => new(place, _panel.Season, true);

    private static Series SeriesOf(string unit, IReadOnlyList<TargetReading> readings)
    {
        var periods = readings.Select(reading => Period.Read(reading.Period)!.Value.Place).ToList();
        double[] values = new double[periods[^1] - periods[0] + 1];
        Array.Fill(values, double.NaN);
        for (int i = 0; i < periods.Count; i++)
            values[periods[i] - periods[0]] = readings[i].Value;
        return new(unit, 0, periods[0], values);
    }
}
