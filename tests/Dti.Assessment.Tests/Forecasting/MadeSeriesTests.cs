using Dti.Assessment.Forecasting;
using Xunit.Abstractions;

namespace Dti.Assessment.Tests.Forecasting;

/// <summary>325 series of five known kinds; the last two periods of each are held back and looked at only by the test.</summary>
public sealed class MadeSeriesTests(ITestOutputHelper output)
{
    private const int Count = 65;
    private const int Held = 2;

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Kind(int seed)
    {
        int allInside = 0, all = 0;
        foreach (string kind in MadeSeries.Kinds)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            SeriesPoint[] points = [.. MadeSeries.Of(kind, Count, kind == "seasonal" ? 30 : 18, seed)];
            var bySeries = points.GroupBy(p => p.Unit).ToDictionary(g => g.Key, g => g.ToArray());
            var forecast = SeriesForecast.Make([.. bySeries.Values.SelectMany(s => s[..^Held])], Held, 1);
            List<double> d = [];
            int inside = 0, n = 0;
            foreach (var g in forecast.Rows.GroupBy(r => r.Unit))
            {
                var s = bySeries[g.Key];
                double last = s[^(Held + 1)].Value!.Value, scale = Enumerable.Range(1, s.Length - Held - 1).Average(i => Math.Abs(s[i].Value!.Value - s[i - 1].Value!.Value));
                var actual = s[^Held..].Select(p => p.Value!.Value).ToArray();
                d.Add(g.Zip(actual, (r, a) => Math.Abs(r.Value!.Value - a) - Math.Abs(last - a)).Average() / scale);
                foreach (var (r, a) in g.Zip(actual)) { n++; if (a >= r.Low && a <= r.High) inside++; }
            }
            allInside += inside; all += n;
            output.WriteLine($"{kind} {clock.ElapsedMilliseconds} ms worse p={DieboldMariano.Worse(d, 1)} mean={d.Average():0.000} cov={inside / (double)n:0.000} exceptions={forecast.Rows.Count(r => r.Method == "naive")}");
            foreach (var b in forecast.Backtest)
                output.WriteLine("   " + b);
        }
        output.WriteLine($"coverage {allInside / (double)all:0.000}");
        all.ShouldBe(0);
    }
}
