using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>A period's forecast of a series with its 80 % interval, or the reason, in Vietnamese, why there is none.</summary>
public sealed record SeriesForecastRow(string Unit, string Code, Period Period, double? Value, double? Low, double? High, string? Method, string? Reason);

/// <summary>
/// Forecasts of any series. Yearly and quarterly ones are two panels, each with its own back-test; in a panel one method is chosen for all,
/// but a code, or a series of it, on which it is not shown to be better than naive goes by naive.
/// </summary>
/// <param name="Rows">By series in the order of the input, then by period.</param>
/// <param name="Backtest">One row a method, naive first; chosen when it was for either panel. Mae is NaN where nothing could be tested.</param>
public sealed record SeriesForecast(IReadOnlyList<SeriesForecastRow> Rows, IReadOnlyList<BacktestRow> Backtest)
{
    public const int MostHorizon = 20;

    /// <param name="points">At most one of a unit, code and period; a unit's code is either yearly or quarterly.</param>
    /// <param name="horizon">How many periods after each series' last value, 1 to <see cref="MostHorizon"/>.</param>
    /// <param name="seed">Starts the learning methods: the same points in any order and seed give the same forecast.</param>
    /// <param name="scaleMax">Where values lie between 0 and this: forecasts and intervals then do too.</param>
    public static SeriesForecast Make(IReadOnlyList<SeriesPoint> points, int horizon, int seed, double? scaleMax = null)
    {
        var range = scaleMax is { } most ? new ValueRange(0, most) : ValueRange.Unbounded;
        var series = points.GroupBy(p => (p.Unit, p.Code)).Select(g => new NamedSeries(g.Key.Unit, g.Key.Code, [.. g])).ToArray();
        var panels = series.GroupBy(s => s.Season).OrderBy(g => g.Key).Select(g => new PanelForecast([.. g], g.Key, horizon, seed, range)).ToArray();
        // Each panel answers its series in their order, the same number of rows for each, so the answers are dealt back as the series came.
        var rows = panels.ToDictionary(p => p.Season, p => p.Rows().GetEnumerator());
        List<SeriesForecastRow> all = new(series.Length * horizon);
        foreach (var own in series.Select(s => rows[s.Season]))
        {
            for (int step = 0; step < horizon && own.MoveNext(); step++)
                all.Add(own.Current);
        }
        foreach (var own in rows.Values)
            own.Dispose();
        return new(all, Merge(panels));
    }

    private static List<BacktestRow> Merge(PanelForecast[] panels) =>
    [
        .. panels.SelectMany(p => p.Tallies()).GroupBy(t => t.Method).Select(g =>
        {
            var tally = g.Select(t => t.Tally).Aggregate((a, b) => a + b);
            return tally.Row(g.Key, g.Any(t => t.Chosen)) with { Mae = tally.Mae ?? double.NaN };
        }),
    ];
}

/// <summary>A series as it came, under the names it goes by; only what comes from its last break on counts.</summary>
internal sealed record NamedSeries(string Unit, string Code, SeriesPoint[] Points)
{
    private readonly SeriesPoint[] _known = KnownOf(Points);

    internal int Season => Points[0].Period.Season;
    internal int Known => _known.Length;
    internal SeriesPoint? Break { get; } = BreakOf(Points);
    internal SeriesPoint Last => Points.Where(p => p.Value is not null).DefaultIfEmpty(Points.MaxBy(p => p.Period.Place)!).MaxBy(p => p.Period.Place)!;

    internal Series ToSeries(int group)
    {
        int first = _known.Min(p => p.Period.Place);
        double[] values = new double[_known.Max(p => p.Period.Place) - first + 1];
        Array.Fill(values, double.NaN);
        foreach (var point in _known)
            values[point.Period.Place - first] = point.Value!.Value;
        return new Series(Unit, group, first, values);
    }

    private static SeriesPoint? BreakOf(SeriesPoint[] points) => points.Where(p => p.Break is not null).MaxBy(p => p.Period.Place);

    private static SeriesPoint[] KnownOf(SeriesPoint[] points)
    {
        int from = BreakOf(points)?.Period.Place ?? int.MinValue;
        return [.. points.Where(p => p.Value is not null && p.Period.Place >= from)];
    }
}
