using Dti.Assessment.Forecasting;
using Xunit.Abstractions;

namespace Dti.Assessment.Tests.Forecasting;

/// <summary>
/// Series of five known kinds, 65 of each a seed; the last two periods are held back and looked at only by the test. Seeds are taken together, so
/// that a kind's coverage is known to two points.
/// </summary>
public sealed class MadeSeriesTests(ITestOutputHelper output)
{
    private const int Count = 65;
    private const int Held = 2;

    [Theory]
    [InlineData("each kind alone", 100, 3)]
    [InlineData("one file, a code each", 100, 6)]
    [InlineData("one file, one code", 100, 6)]
    [InlineData("one file of years, one code", 100, 6)]
    [InlineData("one file of quarters, one code", 100, 6)]
    public void The_method_chosen_is_worse_than_naive_on_no_kind_and_its_intervals_hold_four_of_five(string layout, int first, int seeds)
    {
        var kinds = MadeSeries.Kinds.ToDictionary(kind => kind, _ => new Tally());
        for (int seed = first; seed < first + seeds; seed++)
        {
            SeriesPoint[] points = [.. MadeSeries.Kinds.SelectMany((kind, i) => Points(layout, kind, seed * 10 + i))];
            var series = points.GroupBy(p => p.Unit).ToDictionary(g => g.Key, g => g.ToArray());
            var forecasts = Rows(layout, [.. series.Values.SelectMany(s => s[..^Held])]).GroupBy(r => r.Unit).ToDictionary(g => g.Key, g => g.ToArray());

            forecasts.Count.ShouldBe(5 * Count);
            foreach (var own in series.Values)
                kinds[own[0].Code].Add(own, forecasts[own[0].Unit]);
        }
        foreach (var (kind, tally) in kinds)
        {
            // Series are made apart from each other, so each is one observation.
            double worse = DieboldMariano.Worse(tally.Differences, horizon: 1)!.Value, inside = tally.Inside / (double)(tally.Differences.Count * Held);
            output.WriteLine($"{kind}: {string.Join(", ", tally.Methods.CountBy(m => m).Select(m => $"{m.Key} {m.Value}"))}; p {worse:0.000}; inside {inside:0.000}");
            worse.ShouldBeGreaterThan(DieboldMariano.Level, kind);
            inside.ShouldBeInRange(0.75, 0.88, kind);
        }
    }

    /// <summary>As made, or with every series by years (so that some end twelve years after others) or by quarters.</summary>
    private static IEnumerable<SeriesPoint> Points(string layout, string kind, int seed)
    {
        bool quarters = layout == "one file of quarters, one code";
        var made = MadeSeries.Of(kind, Count, quarters || kind == "seasonal" ? 30 : 18, seed);
        return layout switch
        {
            "one file of years, one code" => made.GroupBy(p => p.Unit).SelectMany(g => g.Select((p, i) => p with { Period = new Period(2000 + i, 1, false) })),
            _ when quarters => made.GroupBy(p => p.Unit).SelectMany(g => g.Select((p, i) => p with { Period = new Period(2015 * 4 + i, 4, true) })),
            _ => made,
        };
    }

    private static IEnumerable<SeriesForecastRow> Rows(string layout, SeriesPoint[] known) => layout switch
    {
        "each kind alone" => known.GroupBy(p => p.Code).SelectMany(g => SeriesForecast.Make([.. g], Held, seed: 1).Rows),
        "one file, a code each" => SeriesForecast.Make(known, Held, seed: 1).Rows,
        _ => SeriesForecast.Make([.. known.Select(p => p with { Code = "X" })], Held, seed: 1).Rows,
    };

    private sealed class Tally
    {
        internal int Inside { get; private set; }
        internal List<double> Differences { get; } = [];
        internal List<string> Methods { get; } = [];

        internal void Add(SeriesPoint[] series, SeriesForecastRow[] forecast)
        {
            Inside += forecast.Zip(series[^Held..]).Count(p => p.Second.Value >= p.First.Low && p.Second.Value <= p.First.High);
            Differences.Add(Difference(series, forecast));
            Methods.Add(forecast[0].Method!);
        }
    }

    /// <summary>Mean error less naive's, in the size of the series' usual change.</summary>
    private static double Difference(SeriesPoint[] series, SeriesForecastRow[] forecast)
    {
        double[] values = [.. series.Select(p => p.Value!.Value)];
        double[] past = values[..^Held];
        double scale = past.Zip(past.Skip(1), (a, b) => Math.Abs(b - a)).Average();
        return forecast.Zip(values[^Held..], (r, held) => Math.Abs(held - r.Value!.Value) - Math.Abs(held - past[^1])).Average() / scale;
    }
}
