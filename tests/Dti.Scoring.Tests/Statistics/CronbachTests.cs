using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

/// <summary>Worked out by hand.</summary>
public sealed class CronbachTests
{
    [Fact]
    public void Alpha_is_of_covariances_and_the_standardised_one_of_correlations()
    {
        // Deviations −2 … 2 twice over: variances 2.5 and 250, covariance 0.8 · 25.
        double[] one = [1, 2, 3, 4, 5], other = [20, 10, 30, 40, 50];
        var (children, alpha, standardised) = Of(one, other);
        children.ShouldBe(2);
        double covariance = 0.9 * 25;
        alpha.Value!.Value.ShouldBe(2 * (1 - 252.5 / (252.5 + 2 * covariance)), 1e-14);
        standardised.Value!.Value.ShouldBe(2 * (1 - 2 / (2 + 2 * 0.9)), 1e-14);
    }

    [Theory]
    [InlineData(1e300)]
    [InlineData(1e-300)]
    public void Children_of_very_different_size_are_brought_to_one_scale(double size)
    {
        double[] one = [1, 2, 3, 4, 5];
        double[] two = [.. one.Select(value => size * value)];
        // Alpha of x and s·x is 4s/(1 + s)², which goes to nothing where one child is all of the sum; correlations do not care.
        var (_, alpha, standardised) = Of(one, two);
        alpha.Value!.Value.ShouldBe(0, 1e-12);
        standardised.Value!.Value.ShouldBe(1, 1e-14);
        Of(two, two).Alpha.Value!.Value.ShouldBe(1, 1e-14);
        Of(two, [.. two.Select(value => 3 * value)]).Alpha.Value!.Value.ShouldBe(4 * 3 / 16.0, 1e-14);
        Of([.. two.Select(value => 3 * value)], two).Alpha.Value!.Value.ShouldBe(4 * 3 / 16.0, 1e-14);
    }

    [Fact]
    public void Children_that_do_not_vary_are_left_out()
    {
        var (children, alpha, standardised) = Of([1, 2, 3, 4, 5], [7, 7, 7, 7, 7]);
        (children, alpha.Gap, standardised.Gap).ShouldBe((1, Gap.OneChild, Gap.OneChild));
        Of([1, 2, 3, 4, 5], [7, 7, 7, 7, 7], [2, 4, 6, 8, 10]).Alpha.Value!.Value.ShouldBe(4 * 2 / 9.0, 1e-14);
    }

    [Fact]
    public void Children_against_each_other_have_nothing_in_common()
    {
        var (_, alpha, standardised) = Of([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]);
        (alpha.Gap, standardised.Gap).ShouldBe((Gap.NoCommonVariance, Gap.NoCommonVariance));
    }

    [Fact]
    public void Fewer_than_five_common_units_give_none()
    {
        double no = double.NaN;
        Of([1, 2, 3, 4, 5], [2, 3, 5, 4, no]).Alpha.Gap.ShouldBe(Gap.TooFew);
        Of([1, 2, 3, 4, 5, 6], [2, 3, 5, 4, 6, no]).Alpha.Gap.ShouldBe(Gap.None);
    }

    [Fact]
    public void A_pair_that_does_not_vary_where_both_have_values_leaves_only_the_plain_alpha()
    {
        double no = double.NaN;
        var (children, alpha, standardised) = Of([1, 1, 1, 1, 1, 9], [2, 3, 5, 4, 6, no]);
        children.ShouldBe(2);
        alpha.Value!.Value.ShouldBe(0);
        standardised.Gap.ShouldBe(Gap.Constant);
    }

    private static (int Children, Figure Alpha, Figure Standardised) Of(params double[][] children) =>
        Cronbach.Of([.. children.Select(values => new StatisticsColumn(values))]);
}
