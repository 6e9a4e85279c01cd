using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>A period's forecast of a series with its 80 % interval, or the reason, in Vietnamese, why there is none.</summary>
public readonly record struct SeriesForecastRow(string Unit, string Code, Period Period, double? Value, double? Low, double? High, string? Method, string? Reason);

/// <summary>
/// Forecasts of any series. Yearly and quarterly ones are two panels, each with its own back-test; in a panel one method is chosen for all,
/// but a code, or a series of it, on which it is not shown to be better than naive goes by naive.
/// </summary>
/// <param name="Rows">By series in the order of the input, then by period; made as they are asked for, since they may be more than memory holds.</param>
/// <param name="Backtest">One row a method, naive first; chosen when it was for either panel. Mae is NaN where nothing could be tested.</param>
public sealed record SeriesForecast(IEnumerable<SeriesForecastRow> Rows, IReadOnlyList<BacktestRow> Backtest)
{
    public const int MostHorizon = 20;

    /// <param name="points">At most one of a unit, code and period; a unit's code is either yearly or quarterly.</param>
    /// <param name="horizon">How many periods after each series' last value, 1 to <see cref="MostHorizon"/>.</param>
    /// <param name="seed">Starts the learning methods: the same points in any order and seed give the same forecast.</param>
    /// <param name="scaleMax">Where values lie between 0 and this: forecasts and intervals then do too.</param>
    public static SeriesForecast Make(IReadOnlyList<SeriesPoint> points, int horizon, int seed, double? scaleMax = null)
    {
        var range = scaleMax is { } most ? new ValueRange(0, most) : ValueRange.Unbounded;
        var series = NamedSeries.Of(points);
        int[] seasons = [.. series.Select(s => s.Season).Distinct().Order()];
        var panels = seasons.ToDictionary(season => season, season => new PanelForecast(series.Where(s => s.Season == season), season, horizon, seed, range));
        return new(series.SelectMany(s => panels[s.Season].Rows(s)), Merge(panels.Values));
    }

    private static List<BacktestRow> Merge(IEnumerable<PanelForecast> panels) =>
    [
        .. panels.SelectMany(p => p.Tallies()).GroupBy(t => t.Method).Select(g =>
        {
            var tally = g.Select(t => t.Tally).Aggregate((a, b) => a + b);
            return tally.Row(g.Key, g.Any(t => t.Chosen)) with { Mae = tally.Mae ?? double.NaN };
        }),
    ];
}
