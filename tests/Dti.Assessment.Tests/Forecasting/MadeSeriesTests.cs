using Dti.Assessment.Forecasting;
using Xunit.Abstractions;

namespace Dti.Assessment.Tests.Forecasting;

/// <summary>325 series of five known kinds; the last two periods of each are held back and looked at only by the test.</summary>
public sealed class MadeSeriesTests(ITestOutputHelper output)
{
    private const int Count = 65;
    private const int Held = 2;

    [Theory]
    [InlineData("each kind alone", 11)]
    [InlineData("one file, a code each", 13)]
    [InlineData("one file, a code each", 14)]
    [InlineData("one file, one code", 16)]
    public void The_method_chosen_is_worse_than_naive_on_no_kind_and_its_intervals_hold_four_of_five(string layout, int seed)
    {
        SeriesPoint[] points = [.. MadeSeries.Kinds.SelectMany((kind, i) => MadeSeries.Of(kind, Count, kind == "seasonal" ? 30 : 18, seed * 10 + i))];
        var series = points.GroupBy(p => p.Unit).ToDictionary(g => g.Key, g => g.ToArray());
        var known = series.Values.SelectMany(s => s[..^Held]).ToArray();
        IEnumerable<SeriesForecastRow> rows = layout switch
        {
            "each kind alone" => known.GroupBy(p => p.Code).SelectMany(g => SeriesForecast.Make([.. g], Held, seed: 1).Rows),
            "one file, a code each" => SeriesForecast.Make(known, Held, seed: 1).Rows,
            _ => SeriesForecast.Make([.. known.Select(p => p with { Code = "X" })], Held, seed: 1).Rows,
        };
        var forecasts = rows.GroupBy(r => r.Unit).ToDictionary(g => g.Key, g => g.ToArray());

        forecasts.Count.ShouldBe(5 * Count);
        int inside = 0;
        foreach (var kind in series.Values.GroupBy(s => s[0].Code))
        {
            int own = kind.Sum(s => forecasts[s[0].Unit].Zip(s[^Held..], (r, held) => held.Value >= r.Low && held.Value <= r.High ? 1 : 0).Sum());
            // Series are made apart from each other, so each is one observation.
            double worse = DieboldMariano.Worse([.. kind.Select(s => Difference(s, forecasts[s[0].Unit]))], horizon: 1)!.Value;
            output.WriteLine($"{kind.Key}: {string.Join(", ", kind.GroupBy(s => forecasts[s[0].Unit][0].Method).Select(g => $"{g.Key} {g.Count()}"))}; p {worse:0.000}; inside {own / (double)(Count * Held):0.000}");
            worse.ShouldBeGreaterThan(DieboldMariano.Level, kind.Key);
            inside += own;
        }
        output.WriteLine($"inside {inside / (5.0 * Count * Held):0.000}");
        (inside / (5.0 * Count * Held)).ShouldBeInRange(0.75, 0.88);
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
