using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

/// <summary>Worked out by hand.</summary>
public sealed class PearsonTests
{
    private const double No = double.NaN;

    [Fact]
    public void Only_rows_with_both_values_count()
    {
        // Left: 1 3 4 5 6 (mean 19/5) and 2 6 5 9 7 (mean 29/5): products of deviations 74/5, 84/5 and 134/5.
        var (r, pairs) = Pearson.Of([1, No, 100, 3, 4, 5, 6], [2, 50, No, 6, 5, 9, 7]);
        pairs.ShouldBe(5);
        r.Value!.Value.ShouldBe(84 / Math.Sqrt(74 * 134), 1e-15);
        var (covariance, _) = Pearson.Covariance([1, No, 100, 3, 4, 5, 6], [2, 50, No, 6, 5, 9, 7]);
        covariance.ShouldBe(84 / 5.0 / 4, 1e-14);
    }

    [Fact]
    public void A_perfect_line_is_one_or_minus_one_exactly_and_never_beyond()
    {
        double[] x = [0.1, 0.2, 0.3, 0.7, 1.1, 1.3];
        Pearson.Of(x, [.. x.Select(value => 3 * value + 0.1)]).R.Value!.Value.ShouldBe(1, 1e-15);
        Pearson.Of(x, [.. x.Select(value => -7 * value)]).R.Value!.Value.ShouldBe(-1, 1e-15);
    }

    [Theory]
    [InlineData(0, Gap.NoData)]
    [InlineData(1, Gap.TooFew)]
    [InlineData(4, Gap.TooFew)]
    [InlineData(5, Gap.None)]
    public void Of_few_pairs_there_is_a_reason_in_place_of_a_figure(int both, Gap gap)
    {
        double[] x = [.. Enumerable.Range(0, 6).Select(i => (double)i)], y = [.. x.Select((value, i) => i < both ? value * value : No)];
        var (r, pairs) = Pearson.Of(x, y);
        (r.Gap, pairs).ShouldBe((gap, both));
    }

    [Fact]
    public void A_column_that_varies_only_where_the_other_has_nothing_is_constant()
    {
        // Three times 0.1 is not 0.3 in binary: only the least and the largest value tell that nothing varies.
        double[] constant = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 5], other = [1, 2, 4, 8, 16, 32, No];
        Pearson.Of(constant, other).R.Gap.ShouldBe(Gap.Constant);
        Pearson.Of(other, constant).R.Gap.ShouldBe(Gap.Constant);
        Pearson.Covariance(constant, other).Covariance.ShouldBe(0);
        Pearson.Covariance(other, constant).Covariance.ShouldBe(0);
    }

    [Fact]
    public void A_covariance_takes_two_pairs()
    {
        Pearson.Covariance([1, 2], [No, 3]).ShouldBe((No, 1));
        Pearson.Covariance([1, 3], [2, 8]).ShouldBe((6, 2));
    }
}
