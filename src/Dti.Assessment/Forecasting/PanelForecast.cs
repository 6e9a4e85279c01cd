using System.Globalization;

namespace Dti.Assessment.Forecasting;

/// <summary>Back-tests and forecasts the series of one frequency.</summary>
internal sealed class PanelForecast
{
    private readonly NamedSeries[] _series;
    private readonly int _horizon;
    private readonly ValueRange _range;
    private readonly SeriesPanel _panel;
    private readonly Dictionary<(string, string), int> _places;
    private readonly Backtest _backtest;
    private readonly BacktestVerdict _verdict;

    internal PanelForecast(NamedSeries[] series, int season, int horizon, int seed, ValueRange range)
    {
        (_series, _horizon, _range) = (series, horizon, range);
        // Not the input's order: its rows may come in any.
        NamedSeries[] sorted = [.. series.Where(s => s.Known > 0).OrderBy(s => s.Code, StringComparer.Ordinal).ThenBy(s => s.Unit, StringComparer.Ordinal)];
        var groups = sorted.Select(s => s.Code).Distinct().Select((code, i) => (code, i)).ToDictionary();
        _places = sorted.Select((s, i) => ((s.Unit, s.Code), i)).ToDictionary();
        _panel = new SeriesPanel([.. sorted.Select(s => s.ToSeries(groups[s.Code]))], season);
        _backtest = new Backtest(_panel, Candidates.For(season, seed), horizon, range);
        _verdict = new BacktestVerdict(_backtest);
    }

    internal int Season => _panel.Season;

    /// <summary>Yearly: two changes to learn from and one to check; quarterly: two years.</summary>
    private int Minimum => _panel.Season > 1 ? 2 * _panel.Season : 4;

    internal IEnumerable<(string Method, BacktestTally Tally, bool Chosen)> Tallies() =>
        _backtest.Methods.Select(m => (m.Name, _verdict[m], _backtest.Enough && m == _verdict.Chosen));

    internal IEnumerable<SeriesForecastRow> Rows()
    {
        var forecasters = new Forecasters(_backtest, _verdict);
        foreach (var series in _series)
        {
            var rows = Reason(series) is { } reason ? None(series, reason) : Some(series, forecasters.Of(Place(series)));
            foreach (var row in rows)
                yield return row;
        }
    }

    private int Place(NamedSeries series) => _places[(series.Unit, series.Code)];

    private string? Reason(NamedSeries series)
    {
        if (series.Known < Minimum && series.Break is { } cut)
            return ForecastReason.Because(cut.Break is { Length: > 0 } why ? why : $"Chuỗi gián đoạn từ kỳ {cut.Period}", $"chuỗi mới có {Text(series.Known)} kỳ, cần ít nhất {Text(Minimum)} kỳ.");
        if (series.Known < Minimum)
            return $"Chuỗi quá ngắn: có {Text(series.Known)} kỳ, cần ít nhất {Text(Minimum)} kỳ.";
        return _backtest.Enough ? null : $"Mới kiểm định lùi được ở {Text(_backtest.Origins.Count)} kỳ gốc, cần ít nhất {Text(Backtest.MinimumOrigins)}, nên không dự báo.";
    }

    private IEnumerable<SeriesForecastRow> None(NamedSeries series, string reason)
    {
        var last = series.Last;
        for (int step = 1; step <= _horizon; step++)
            yield return new(series.Unit, series.Code, last.Period.Plus(step), null, null, null, null, reason);
    }

    private IEnumerable<SeriesForecastRow> Some(NamedSeries series, Forecaster by)
    {
        int place = Place(series);
        var last = series.Last.Period;
        double[] path = by.Model.Forecast(place, last.Place, _horizon);
        for (int step = 1; step <= _horizon; step++)
        {
            double value = _range.Clip(path[step - 1]);
            yield return by.Band?.HalfWidth(place, step) is { } half
                ? new(series.Unit, series.Code, last.Plus(step), value, _range.Clip(value - half), _range.Clip(value + half), by.Method.Name, null)
                : new(series.Unit, series.Code, last.Plus(step), value, null, null, by.Method.Name, ForecastReason.NoInterval);
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
