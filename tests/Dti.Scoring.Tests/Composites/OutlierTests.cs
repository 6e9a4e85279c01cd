using Dti.Scoring.Composites;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Composites;

/// <summary>The edges of outlier treatment; whole columns are tested against COINr.</summary>
public sealed class OutlierTests
{
    [Theory]
    [InlineData(1e100)]
    [InlineData(1e104)]
    [InlineData(1e308)]
    public void An_outlier_is_moved_however_far_it_stands(double outlier)
    {
        var leaf = Given.Leaf("a", new(NormaliseKind.None));
        var set = Given.Composite(leaf with { Normalised = leaf.Normalised! with { Treat = new(1, 2, 3.5) } });
        Given.Score(set, Given.Table(("a", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, outlier]))).Of("a").ShouldBe([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 11]);
    }

    [Fact]
    public void A_column_at_its_limit_does_not_pass_and_just_below_it_does()
    {
        double[] column = [1, 2, 2, 3, 3, 3, 4, 20];
        double skew = new ColumnStatistics(column).Skewness, kurtosis = new ColumnStatistics(column).Kurtosis;
        Treated(new(1, skew, 0), column).ShouldBe([1, 2, 2, 3, 3, 3, 4, 4.0]);
        Treated(new(1, Math.BitIncrement(skew), 0), column).ShouldBe(column);
        Treated(new(1, 0, kurtosis), column).ShouldBe([1, 2, 2, 3, 3, 3, 4, 4.0]);
        Treated(new(1, 0, Math.BitIncrement(kurtosis)), column).ShouldBe(column);
    }

    [Fact]
    public void The_low_end_moves_when_the_column_leans_to_the_left_and_the_high_end_when_it_leans_nowhere()
    {
        Treated(new(1, 1, 1), [-20, -4, -3, -3, -2, -1]).ShouldBe([-4, -4, -3, -3, -2, -1.0]);
        Treated(new(1, 0, -9), [-9, -1, 0, 1, 9])[0].ShouldNotBe(-1);
    }

    [Fact]
    public void Tied_extremes_move_together_and_a_constant_column_or_three_values_stay()
    {
        Treated(new(5, 1.5, 3), [0, 0, 1, 100]).ShouldBe([0, 0, 1, 1.0]);
        Treated(new(5, 0, 0), [3, 3, 3, 3, 3]).ShouldBe([3, 3, 3, 3, 3.0]);
        Treated(new(5, 0, 0), [1, 1, 50]).ShouldBe([1, 1, 50.0]);
        Treated(new(5, 0.5, -3), [1, 2, 2, 1, 1, 2, 1, 9, 9]).ShouldBe([1, 2, 2, 1, 1, 2, 1, 2, 2.0]);
    }

    /// <summary>log(x − min + 0.01 (max − min)), of the column as it was or as winsorised.</summary>
    [Fact]
    public void What_winsorising_does_not_mend_takes_logarithms()
    {
        double[] column = [0, 0, 0, 0, 0, 1, 50, 100, double.NaN];
        double[] log = Treated(new(1, 0.1, -3), column), combined = Treated(new(1, 0.1, -3, Combine: true), column);
        log.ShouldAgreeWith([.. column.Select(x => Math.Log(x + 1))]);
        combined.ShouldAgreeWith([.. column.Select(x => Math.Log(Math.Min(x, 50) + 0.5))]);
    }

    private static double[] Treated(OutlierTreatment rule, double[] column)
    {
        double[] treated = [.. column];
        Outliers.Treat(rule, treated, [.. Enumerable.Range(0, column.Length)]);
        return treated;
    }
}
