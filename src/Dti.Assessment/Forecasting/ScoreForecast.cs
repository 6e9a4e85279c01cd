using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>One node's scores a year ahead: the candidates compete in a back-test over all units, and naive wins unless another is better.</summary>
internal sealed class ScoreForecast
{
    private const int MinimumYears = 4;

    private readonly ScorePanel _panel;
    private readonly SeriesCuts _cuts;
    private readonly int _origin;
    private readonly ValueRange _range;
    private readonly SeriesPanel _series;
    private readonly Dictionary<string, int> _places;
    private readonly bool _longEnough;
    private readonly Lazy<Backtest> _backtest;
    private readonly Lazy<Fitted> _fitted;

    /// <param name="panel">Of the node's scores before the target year.</param>
    /// <param name="cuts">Those the panel was cut by, for the reasons.</param>
    /// <param name="origin">The last year before the target.</param>
    /// <param name="scaleMax">Forecasts and intervals stay in [0, scaleMax].</param>
    /// <param name="candidates">Naive first.</param>
    internal ScoreForecast(ScorePanel panel, SeriesCuts cuts, int origin, double scaleMax, IReadOnlyList<IForecastMethod> candidates)
    {
        (_panel, _cuts, _origin, _range) = (panel, cuts, origin, new(0, scaleMax));
        _series = panel.ToSeries();
        _places = _series.All.Select((s, i) => (s.Name, i)).ToDictionary(StringComparer.Ordinal);
        _longEnough = panel.Units.Any(u => TooShort(u) is null);
        _backtest = new(() => new Backtest(_series, candidates, horizon: 1, _range));
        _fitted = new(() => Fitted.Of(_backtest.Value));
    }

    internal bool IsEmpty => _panel.Years.Count == 0;
    internal string? DataSha256 => IsEmpty ? null : _panel.Sha256();
    /// <summary>Null when no unit's series is long enough or too few years could be forecast again.</summary>
    internal Fitted? Model => _longEnough && _backtest.Value.Enough ? _fitted.Value : null;
    internal ValueRange Range => _range;

    /// <summary>Why the method was chosen, or why nothing is forecast.</summary>
    internal string Reason => this switch
    {
        { IsEmpty: true } => "Chưa có kết quả của các năm trước nên không dự báo.",
        { _longEnough: false } => "Chuỗi kết quả của mọi đơn vị đều quá ngắn nên không dự báo.",
        { Model: { } model } => ForecastReason.Of(model.Backtest, model.Verdict),
        _ => TooFewOrigins,
    };

    internal IReadOnlyList<BacktestRow> Backtest => Model is { } model
        ? [.. model.Backtest.Methods.Select(m => model.Verdict[m].Row(m.Name, m == model.Verdict.Chosen))]
        : [];

    /// <summary>Where a unit stands among the series; null when it has none that reaches the year before the target.</summary>
    internal int? Place(string unit) => _panel.Score(unit, _origin) is null ? null : _places[unit];

    internal ForecastRow Row(string unit)
    {
        if (TooShort(unit) is { } reason)
            return new(unit, null, null, null, reason);
        if (Model is not { } model)
            return new(unit, null, null, null, TooFewOrigins);
        int place = _places[unit];
        var by = model.By.Of(place);
        double value = Value(by, place);
        var row = by.Band?.HalfWidth(place, 1) is { } half
            ? new ForecastRow(unit, value, _range.Clip(value - half), _range.Clip(value + half), null)
            : new ForecastRow(unit, value, null, null, ForecastReason.NoInterval);
        return by.Method == model.Verdict.Chosen ? row : row with { Method = by.Method.Name };
    }

    internal double Value(Forecaster by, int place) => _range.Clip(by.Model.Forecast(place, _origin, 1)[0]);

    private string TooFewOrigins => $"Mới kiểm định lùi được ở {Text(_backtest.Value.Origins.Count)} năm gốc, cần ít nhất {Text(Forecasting.Backtest.MinimumOrigins)}, nên không dự báo.";

    private string? TooShort(string unit) => (_panel.Length(unit), _cuts.Of(unit)) switch
    {
        ( < MinimumYears and var years, { } cut) => ForecastReason.Because(cut.Reason, $"chuỗi mới có {Text(years)} năm, cần ít nhất {Text(MinimumYears)} năm."),
        (0, _) => "Đơn vị chưa có kết quả của năm nào trước đây.",
        ( < MinimumYears and var years, _) => $"Đơn vị mới có kết quả của {Text(years)} năm, cần ít nhất {Text(MinimumYears)} năm.",
        _ when _panel.Score(unit, _origin) is null => $"Đơn vị không có kết quả năm {Text(_origin)}, năm liền trước năm dự báo.",
        _ => null,
    };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The back-test, its choice and what each series is forecast by.</summary>
internal sealed record Fitted(Backtest Backtest, BacktestVerdict Verdict, Forecasters By)
{
    internal static Fitted Of(Backtest backtest)
    {
        var verdict = new BacktestVerdict(backtest);
        return new(backtest, verdict, new Forecasters(backtest, verdict));
    }

    internal string ModelSha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(By.Chosen.Model.Parameters)));
}
