using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

public sealed class LocalLinearTests
{
    private static readonly double[] Grid = [.. Enumerable.Range(-30, 61).Select(i => i / 10.0)];

    [Fact]
    public void A_straight_line_is_explained_wholly_with_two_degrees_of_freedom()
    {
        var (ratio, chance) = LocalLinear.Of(Grid, [.. Grid.Select(x => 3 - 2 * x)]);
        ratio.ShouldBe(1, 1e-9);
        chance.ShouldBe(1 / 60.0, 1e-9);
    }

    [Fact]
    public void A_parabola_that_no_line_sees_is_explained_too()
    {
        double[] y = [.. Grid.Select(x => x * x)];
        Pearson.Of(Grid, y).R.Value!.Value.ShouldBe(0, 1e-12);
        LocalLinear.Of(Grid, y).Ratio.ShouldBeGreaterThan(0.95);
    }

    [Fact]
    public void Of_two_values_it_is_the_plain_correlation_ratio()
    {
        // Group means 2 and 11, grand mean 6.5: between 10 · 4.5² · 2 = 405, within 2 · 10 · 2 = 40.
        double[] x = [.. Enumerable.Range(0, 20).Select(i => i < 10 ? 0.0 : 1)];
        double[] y = [.. Enumerable.Range(0, 20).Select(i => i < 10 ? i % 5 : 9 + i % 5.0)];
        LocalLinear.Of(x, y).Ratio.ShouldBe(405 / 445.0, 1e-9);
    }

    [Fact]
    public void Of_independent_columns_little_is_explained()
    {
        double[] x = [.. Enumerable.Range(0, 400).Select(i => i * 7919 % 1009 / 1009.0)], y = [.. Enumerable.Range(0, 400).Select(i => i * i * 613 % 997 / 997.0)];
        LocalLinear.Of(x, y).Ratio.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Many_points_are_put_into_bins_and_explain_the_same()
    {
        double[] x = [.. Enumerable.Range(0, 5_000).Select(i => i * 7919 % 5003 / 5003.0)];
        double[] y = [.. x.Select((value, i) => Math.Sin(6 * value) + (i * 613 % 101 - 50) / 100.0)];
        double mean = y.Average(), total = y.Sum(value => (value - mean) * (value - mean));
        double between = x.Sum(value => Math.Pow(Math.Sin(6 * value) - mean, 2));
        LocalLinear.Of(x, y).Ratio.ShouldBe(between / total, 0.02);
        SmoothedPoint.Gather(x, y, 200).Length.ShouldBeLessThanOrEqualTo(200);
    }
}
