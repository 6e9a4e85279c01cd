using System.Globalization;

namespace Dti.Assessment.Forecasting;

/// <summary>Back-tests and forecasts the series of one frequency.</summary>
internal sealed class PanelForecast
{
    private readonly int _horizon;
    private readonly ValueRange _range;
    private readonly Backtest _backtest;
    private readonly BacktestVerdict _verdict;
    private readonly Forecasters _forecasters;

    internal PanelForecast(IEnumerable<NamedSeries> series, int season, int horizon, int seed, ValueRange range)
    {
        (_horizon, _range) = (horizon, range);
        // Not the input's order: its rows may come in any.
        NamedSeries[] known = [.. series.Where(s => s.Known > 0)];
        Array.Sort(known, (a, b) => string.CompareOrdinal(a.Code, b.Code) is not 0 and var code ? code : string.CompareOrdinal(a.Unit, b.Unit));
        for (int place = 0; place < known.Length; place++)
            known[place].Place = place;
        var groups = known.Select(s => s.Code).Distinct().Select((code, i) => (code, i)).ToDictionary();
        _backtest = new Backtest(new SeriesPanel([.. known.Select(s => s.ToSeries(groups[s.Code]))], season), Candidates.For(season, seed), horizon, range);
        _verdict = new BacktestVerdict(_backtest);
        _forecasters = new Forecasters(_backtest, _verdict);
    }

    /// <summary>Yearly: two changes to learn from and one to check; quarterly: two years.</summary>
    private int Minimum => _backtest.Panel.Season > 1 ? 2 * _backtest.Panel.Season : 4;

    internal IEnumerable<(string Method, BacktestTally Tally, bool Chosen)> Tallies() =>
        _backtest.Methods.Select(m => (m.Name, _verdict[m], _backtest.Enough && m == _verdict.Chosen));

    internal IEnumerable<SeriesForecastRow> Rows(NamedSeries series) => Reason(series) is { } reason ? None(series, reason) : Some(series, _forecasters.Of(series.Place));

    private string? Reason(NamedSeries series)
    {
        int known = series.Known;
        if (known < Minimum && series.Break is { } cut)
            return ForecastReason.Because(cut.Break is { Length: > 0 } why ? why : $"Chuỗi gián đoạn từ kỳ {cut.Period}", $"chuỗi mới có {Text(known)} kỳ, cần ít nhất {Text(Minimum)} kỳ.");
        if (known < Minimum)
            return $"Chuỗi quá ngắn: có {Text(known)} kỳ, cần ít nhất {Text(Minimum)} kỳ.";
        return _backtest.Enough ? null : $"Mới kiểm định lùi được ở {Text(_backtest.Origins.Count)} kỳ gốc, cần ít nhất {Text(Backtest.MinimumOrigins)}, nên không dự báo.";
    }

    private IEnumerable<SeriesForecastRow> None(NamedSeries series, string reason)
    {
        var last = series.Last;
        for (int step = 1; step <= _horizon; step++)
            yield return new(series.Unit, series.Code, last.Plus(step), null, null, null, null, reason);
    }

    private IEnumerable<SeriesForecastRow> Some(NamedSeries series, Forecaster by)
    {
        int place = series.Place;
        var last = series.Last;
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
