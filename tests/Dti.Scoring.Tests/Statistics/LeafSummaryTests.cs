using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

public sealed class LeafSummaryTests
{
    private static readonly Normalisation AsItIs = new(NormaliseKind.None);

    [Theory]
    [InlineData(NormaliseKind.MinMax)]
    [InlineData(NormaliseKind.Goalposts)]
    public void The_ends_of_a_scale_that_does_not_begin_at_zero_are_its_own(NormaliseKind kind)
    {
        // 10 is 1, 20 is 5, 30 is 9 on a scale from 1 to 9.
        var leaf = Of(Given.Composite(Given.Leaf("a", new(kind) { Lower = 1, Upper = 9, Low = 10, High = 30 })), [10, 10, 10, 20, 30, 30, double.NaN, 20]);
        (leaf.ShareAtZero.Value, leaf.ShareAtFull.Value, leaf.Min.Value, leaf.Max.Value).ShouldBe((3 / 7.0, 2 / 7.0, 1, 9));
    }

    [Fact]
    public void A_distance_to_the_best_stands_at_the_ends_at_zero_and_one()
    {
        var leaf = Of(Given.Composite(Given.Leaf("a", new(NormaliseKind.DistanceToMax))), [0, 4, 8, 8, 2]);
        (leaf.ShareAtZero.Value, leaf.ShareAtFull.Value).ShouldBe((0.2, 0.4));
    }

    [Theory]
    [InlineData(1, Gap.TooFew, Gap.TooFew, Gap.TooFew)]
    [InlineData(2, Gap.None, Gap.TooFew, Gap.TooFew)]
    [InlineData(3, Gap.None, Gap.None, Gap.TooFew)]
    [InlineData(4, Gap.None, Gap.None, Gap.None)]
    public void A_spread_takes_two_units_a_skewness_three_and_a_kurtosis_four(int units, Gap sd, Gap skewness, Gap kurtosis)
    {
        var leaf = Of(Given.Composite(Given.Leaf("a", AsItIs)), [.. new double[] { 1, 2, 4, 8 }.Take(units)]);
        (leaf.Sd.Gap, leaf.Skewness.Gap, leaf.Kurtosis.Gap).ShouldBe((sd, skewness, kurtosis));
    }

    [Fact]
    public void Smallest_largest_middle_and_mean_are_in_the_nodes_own_unit()
    {
        var leaf = Of(Given.Composite(Given.Leaf("a", AsItIs)), [40, 10, 100, 30, 20]);
        (leaf.Min.Value, leaf.Max.Value, leaf.Median.Value, leaf.Mean.Value).ShouldBe((10, 100, 30, 40));
        leaf.Sd.Value!.Value.ShouldBe(Math.Sqrt((0 + 900 + 3600 + 100 + 400) / 4.0), 1e-12);
        (leaf.HasOutliers, leaf.Outliers.Count).ShouldBe((false, 0));
    }

    [Fact]
    public void An_indicator_is_covered_where_every_input_has_a_value()
    {
        var ratio = Given.Indicator("1", 10, new RatioRule(new("1", "part"), new("1", "whole")), Given.Number("part"), Given.Number("whole"));
        double no = double.NaN;
        var leaf = StatisticsAnalysis.Run(Given.Score(Given.Points(ratio) with { Groups = [] }, Given.Table(("1.part", [1, no, 1, no]), ("1.whole", [2, 2, no, no])))).Single().Leaves.Single();
        (leaf.Covered, leaf.Applicable, leaf.Coverage.Value).ShouldBe((1, 4, 0.25));
    }

    private static LeafStatistics Of(IndicatorSet set, double[] values) =>
        StatisticsAnalysis.Run(Given.Score(set with { Groups = [] }, Given.Table(("a", values)))).Single().Leaves.Single();
}
