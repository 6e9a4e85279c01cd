using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

public sealed class ColumnsAndFiguresTests
{
    private const double No = double.NaN;

    [Theory]
    [InlineData(new[] { 3.0, -8, 1 }, 4, new[] { 3 / 16.0, -0.5, 1 / 16.0 })]
    [InlineData(new[] { 0.75, No }, 0, new[] { 0.75, No })]
    [InlineData(new[] { 0.0, 0 }, 0, new[] { 0.0, 0 })]
    [InlineData(new[] { double.PositiveInfinity, 2 }, 2, new[] { No, 0.5 })]
    [InlineData(new double[0], 0, new double[0])]
    public void A_column_is_kept_divided_by_the_power_of_two_above_its_largest_value(double[] values, int exponent, double[] scaled)
    {
        var column = new StatisticsColumn(values);
        column.Exponent.ShouldBe(exponent);
        column.Scaled.ShouldBe(scaled);
        column.Unscaled(0.25).Value.ShouldBe(Math.ScaleB(0.25, exponent));
    }

    [Fact]
    public void A_column_is_constant_from_one_value_on_and_varies_from_two_on()
    {
        (new StatisticsColumn([No]).IsConstant, new StatisticsColumn([No]).Varies).ShouldBe((false, false));
        (new StatisticsColumn([4, No]).IsConstant, new StatisticsColumn([4, No]).Varies).ShouldBe((true, false));
        (new StatisticsColumn([4, 4]).IsConstant, new StatisticsColumn([4, 4]).Varies).ShouldBe((true, false));
        (new StatisticsColumn([4, 5]).IsConstant, new StatisticsColumn([4, 5]).Varies).ShouldBe((false, true));
    }

    [Fact]
    public void A_figure_is_a_finite_number_without_a_negative_zero_or_says_that_it_is_too_large()
    {
        double.IsNegative(Figure.Of(-0.0).Value!.Value).ShouldBeFalse();
        (Figure.Of(-2.5).Value, Figure.Of(-2.5).Gap).ShouldBe((-2.5, Gap.None));
        foreach (double none in (double[])[No, double.PositiveInfinity, double.NegativeInfinity])
            (Figure.Of(none).Value, Figure.Of(none).Gap).ShouldBe((null, Gap.TooLarge));
        Figure.Missing(Gap.TooFew).Value.ShouldBeNull();
    }

    [Fact]
    public void A_table_of_correlations_counts_the_units_with_both_scores_and_is_one_with_itself()
    {
        StatisticsColumn?[] columns = [new([1, 2, 3, 4, 5, No]), null, new([2, 1, 4, 3, 5, 6]), new([7, 7, 7, 7, 7, 7]), new([1, 2, No, No, No, No]), new([No, No, No, No, No, No])];
        var table = new CorrelationTable(columns);
        (table.Pairs(0, 2), table.Pairs(2, 0), table.Pairs(0, 0), table.Pairs(2, 2), table.Pairs(4, 2), table.Pairs(0, 1), table.Pairs(1, 1)).ShouldBe((5, 5, 5, 6, 2, 0, 0));
        table[0, 2].Value!.Value.ShouldBe(0.8, 1e-15);
        table[2, 0].ShouldBe(table[0, 2]);
        (table[0, 0].Value, table[2, 2].Value).ShouldBe((1, 1));
        (table[3, 3].Gap, table[4, 4].Gap, table[5, 5].Gap, table[1, 1].Gap).ShouldBe((Gap.Constant, Gap.TooFew, Gap.NoData, Gap.NoData));
        (table[0, 3].Gap, table[0, 4].Gap, table[0, 5].Gap, table[0, 1].Gap).ShouldBe((Gap.Constant, Gap.TooFew, Gap.NoData, Gap.NoData));
    }
}
