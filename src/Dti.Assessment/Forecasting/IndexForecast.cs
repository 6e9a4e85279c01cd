using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Next year's index score of every unit. The candidates compete in a back-test; the winner forecasts, and naive wins unless another is
/// better. Where the past is too short it says so and forecasts nothing.
/// </summary>
public static class IndexForecast
{
    private const int MinimumYears = 4;

    /// <param name="history">Past scores; only those of the index (code <c>INDEX</c>) before <paramref name="targetYear"/> are used, of every unit, listed or not.</param>
    /// <param name="units">The units to forecast, in the order of the answer.</param>
    /// <param name="scaleMax">The most a unit can score; forecasts and intervals stay in [0, scaleMax].</param>
    /// <exception cref="ArgumentException">A score is NaN, infinite or off the scale; a unit has two in one year; the scale is not positive.</exception>
    public static EditionForecast Make(IReadOnlyList<HistoryScore> history, IReadOnlyList<string> units, int targetYear, double scaleMax, int seed)
    {
        if (!double.IsFinite(scaleMax) || scaleMax <= 0)
            throw new ArgumentException("the scale's maximum must be a positive number", nameof(scaleMax));
        ScorePanel panel = ScorePanel.Of(history, targetYear, scaleMax);
        int origin = targetYear - 1;
        Dictionary<string, string?> reasons = units.Distinct().ToDictionary(u => u, u => TooShort(panel, u, origin));
        string? data = panel.Years.Count == 0 ? null : panel.Sha256();
        if (reasons.Values.All(r => r is not null))
            return Nothing(panel.Years.Count == 0 ? "Chưa có kết quả của các năm trước nên không dự báo." : "Chuỗi kết quả của mọi đơn vị đều quá ngắn nên không dự báo.");

        var series = panel.ToSeries();
        var range = new ValueRange(0, scaleMax);
        var backtest = new Backtest(series, Candidates.For(series.Season, seed), horizon: 1, range);
        if (!backtest.Enough)
        {
            string reason = $"Mới kiểm định lùi được ở {Text(backtest.Origins.Count)} năm gốc, cần ít nhất {Text(Backtest.MinimumOrigins)}, nên không dự báo.";
            foreach (string unit in units)
                reasons[unit] ??= reason;
            return Nothing(reason);
        }

        var verdict = new BacktestVerdict(backtest);
        IForecastModel model = verdict.Chosen.Fit(series)!;
        ConformalBand? band = new ConformalBands(backtest, verdict.Chosen).After(backtest.Origins.Count);
        var places = series.All.Select((s, i) => (s.Name, i)).ToDictionary();
        return new EditionForecast
        {
            Year = targetYear, Method = verdict.Chosen.Name, Reason = ForecastReason.Of(backtest, verdict), Seed = seed, DataSha256 = data,
            ModelSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(model.Parameters))),
            Backtest = [.. backtest.Methods.Select(m => verdict[m].Row(m.Name, m == verdict.Chosen))],
            Units = [.. reasons.Select(u => u.Value is null ? Row(u.Key) : new ForecastRow(u.Key, null, null, null, u.Value))],
        };

        ForecastRow Row(string unit)
        {
            double value = range.Clip(model.Forecast(places[unit], origin, 1)[0]);
            return band?.HalfWidth(places[unit], 1) is { } half
                ? new ForecastRow(unit, value, range.Clip(value - half), range.Clip(value + half), null)
                : new ForecastRow(unit, value, null, null, ForecastReason.NoInterval);
        }

        EditionForecast Nothing(string reason) => new()
        {
            Year = targetYear, Reason = reason, DataSha256 = data, Units = [.. reasons.Select(u => new ForecastRow(u.Key, null, null, null, u.Value))],
        };
    }

    private static string? TooShort(ScorePanel panel, string unit, int origin) => panel.Length(unit) switch
    {
        0 => "Đơn vị chưa có kết quả của năm nào trước đây.",
        int years when years < MinimumYears => $"Đơn vị mới có kết quả của {Text(years)} năm, cần ít nhất {Text(MinimumYears)} năm.",
        _ when panel.Score(unit, origin) is null => $"Đơn vị không có kết quả năm {Text(origin)}, năm liền trước năm dự báo.",
        _ => null,
    };

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
