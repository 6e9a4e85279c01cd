using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class SsaMethodTests
{
    private static SeriesPanel Panel(int season, params double[][] series) =>
        new([.. series.Select((values, i) => new Series($"s{i}", 0, 2000, values))], season);

    private static double[] Line(int length) => [.. Enumerable.Range(0, length).Select(i => 10 + 3.0 * i)];

    [Theory]
    [InlineData(8, 1, 4)]
    [InlineData(15, 1, 7)]
    [InlineData(100, 1, 24)]
    [InlineData(16, 4, 8)]
    [InlineData(23, 4, 8)]
    [InlineData(24, 4, 12)]
    public void The_window_is_half_the_series_and_by_quarters_whole_years(int length, int season, int window) => SsaMethod.Window(length, season).ShouldBe(window);

    [Fact]
    public void A_line_goes_on() => SsaMethod.Path(Line(12), season: 1, horizon: 2).ShouldBe([46, 49], 1e-8);

    [Fact]
    public void A_quarter_pattern_goes_on() =>
        SsaMethod.Path([.. Enumerable.Range(0, 20).Select(i => 50 + new[] { 4.0, -1, 2, -5 }[i % 4])], season: 4, horizon: 4).ShouldBe([54, 49, 52, 45], 1e-8);

    [Fact]
    public void Seven_years_are_too_few_and_stay_as_they_are() => SsaMethod.Path(Line(7), season: 1, horizon: 2).ShouldBe([28, 28]);

    [Fact]
    public void A_flat_series_stays_flat() => SsaMethod.Path([.. Enumerable.Repeat(7.0, 12)], season: 1, horizon: 1).ShouldBe([7]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_forecast_leaves_the_series_by_more_than_its_own_range(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++)
        {
            // Bursts at the end are what makes a recurrence explode.
            double[] values = [.. Enumerable.Range(0, random.Next(8, 30)).Select(t => Math.Pow(1.4, t) * (random.NextDouble() - 0.3))];
            double range = values.Max() - values.Min();

            SsaMethod.Path(values, season: 1, horizon: 12).ShouldAllBe(v => v >= values.Min() - range * 1.000001 && v <= values.Max() + range * 1.000001);
        }
    }

    [Fact]
    public void Only_what_follows_the_last_gap_is_looked_at()
    {
        double[] gap = [900, -900, 900, double.NaN, .. Line(10)];

        new SsaMethod().Fit(Panel(1, gap)).ShouldNotBeNull().Forecast(0, 2013, 1).ShouldBe([40], 1e-8);
    }

    [Fact]
    public void Before_a_series_is_long_enough_it_goes_by_its_last_value() => new SsaMethod().Fit(Panel(1, Line(12)).UpTo(2005))!.Forecast(0, 2005, 1).ShouldBe([25]);

    [Fact]
    public void It_does_not_compete_where_most_series_are_too_short() => new SsaMethod().Fit(Panel(1, Line(12), Line(9), Line(9))).ShouldBeNull();

    [Fact]
    public void Values_after_the_origin_are_not_looked_at()
    {
        double[] values = [.. Line(12), 500, -500];

        new SsaMethod().Fit(Panel(1, values))!.Forecast(0, 2011, 1).ShouldBe([46], 1e-8);
    }
}
