using Dti.Scoring.Composites;

namespace Dti.Scoring.Tests.Composites;

/// <summary>Type 2 statistics, as Excel's STDEV, SKEW and KURT compute them; figures worked out in fractions.</summary>
public sealed class ColumnStatisticsTests
{
    [Fact]
    public void Mean_and_median_are_numbers_where_the_sum_is_none()
    {
        var of = new ColumnStatistics([1e308, 1.5e308]);
        of.Mean.ShouldBe(1.25e308, 1e294);
        of.Median.ShouldBe(1.25e308, 1e294);
    }

    private const double None = double.NaN;

    [Theory]
    [InlineData(new[] { 15, 1, 9, 2, 5, 4.0 }, 6, 4.5, 5.215361924162119, 1.1800545876199433, 0.8839749134948097)]
    [InlineData(new[] { 9, 2, None, 1, 4 }, 4, 3, 3.559026084010437, 1.3309377322476703, 1.5)]
    [InlineData(new[] { 6, 1, 2.0 }, 3, 2, 2.6457513110645907, 1.4578629673213048, None)]
    [InlineData(new[] { 1, 2.2 }, 1.6, 1.6, 0.8485281374238571, None, None)]
    [InlineData(new[] { 0.1, 0.1, 0.1, 0.1, 0.1 }, 0.1, 0.1, 0, None, None)]
    public void Moments_are_of_type_2(double[] column, double mean, double median, double sd, double skewness, double kurtosis)
    {
        var statistics = new ColumnStatistics(column);
        new[] { statistics.Mean, statistics.Median, statistics.Sd, statistics.Skewness, statistics.Kurtosis }.ShouldAgreeWith([mean, median, sd, skewness, kurtosis]);
    }

    [Fact]
    public void Ends_and_counts_leave_out_what_is_missing()
    {
        var statistics = new ColumnStatistics([None, 4, 1, 1, None, 9], [0, 1, 2, 3, 4]);
        (statistics.Count, statistics.Min, statistics.Max, statistics.IsConstant).ShouldBe((3, 1, 4, false));
        new[] { 0.5, 1, 1.5, 4, 5 }.Select(statistics.Ranked().Below).ShouldBe([0, 0, 2, 2, 3]);
    }
}
