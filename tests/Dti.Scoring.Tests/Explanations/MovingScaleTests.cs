using Dti.Scoring.Explanations;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Explanations;

/// <summary>Worked out by hand.</summary>
public sealed class MovingScaleTests
{
    private const double No = double.NaN;

    [Theory]
    [InlineData(3, 13, new[] { 1.0, 2, 4, 5, 13 })]
    [InlineData(5, -4, new[] { 1.0, 2, 3, 4, -4 })]
    [InlineData(2, No, new[] { 1.0, 3, 4, 5 })]
    [InlineData(No, 9, new[] { 1.0, 2, 3, 4, 5, 9 })]
    public void A_z_score_has_the_mean_and_spread_of_the_column_after_the_change(double before, double after, double[] column)
    {
        var moved = Of(new(NormaliseKind.ZScore) { Mean = 50, Sd = 10 }, 1, 2, 3, 4, 5, No).Move(before, after).ShouldNotBeNull();
        double mean = column.Average(), sd = Math.Sqrt(column.Sum(value => (value - mean) * (value - mean)) / (column.Length - 1));
        foreach (double x in (double[])[-2, 0, 3, 40])
            moved.Apply(x).ShouldBe(50 + 10 * (x - mean) / sd, 1e-11);
        double Shift(double x) => Math.Abs(10 * (x - mean) / sd - 10 * (x - 3) / Math.Sqrt(2.5));
        moved.Most.ShouldBe(Math.Max(Shift(1), Shift(5)), 1e-11);
        moved.Error.ShouldBe(MovingScale.Rounding);
    }

    [Fact]
    public void Where_little_of_the_spread_is_left_the_column_is_fitted_again()
    {
        double[] one = [0, 0.1, 0.2, 1000];
        Of(new(NormaliseKind.ZScore), one).Move(1000, 0.3).ShouldBeNull();
        Of(new(NormaliseKind.ZScore), one).Move(1000, No).ShouldBeNull();
        Of(new(NormaliseKind.ZScore), one).Move(1000, 500).ShouldNotBeNull();
        Of(new(NormaliseKind.ZScore), 7, 7, 7).Move(7, 8).ShouldBeNull();
    }

    [Theory]
    [InlineData(1e5, 1, 1, 0, true)]
    [InlineData(1e6, 1, 1, 0, false)]
    [InlineData(-1e6, 1, 1, 0, false)]
    [InlineData(1e5, 1, 10, 0, false)]
    [InlineData(1e5, 1, -10, 0, false)]
    [InlineData(0, 1, 1, 1e7, false)]
    [InlineData(0, 1, 1, -1e7, false)]
    [InlineData(0, 1e9, 1, 0, true)]
    [InlineData(0, 1e-9, 1, 0, true)]
    public void Where_rounding_would_show_the_column_is_fitted_again(double offset, double size, double sd, double mean, bool moves)
    {
        var scale = Of(new(NormaliseKind.ZScore) { Sd = sd, Mean = mean }, [.. new double[] { 1, 2, 3, 4, 5 }.Select(value => offset + size * value)]);
        (scale.Move(offset + 3 * size, offset + 6 * size) is not null).ShouldBe(moves);
    }

    [Theory]
    [InlineData(10, 20, 5, 25, 25)]
    [InlineData(0, -10, 5, 75, 25)]
    [InlineData(10, No, 5, 100, 50)]
    [InlineData(0, No, 5, 0, 50)]
    [InlineData(No, 20, 10, 50, 50)]
    [InlineData(5, 7, 10, 100, 0)]
    public void Between_the_ends_a_scale_moves_with_its_ends(double before, double after, double at, double value, double most)
    {
        var moved = Of(new(NormaliseKind.MinMax) { Upper = 100 }, 0, 5, 10).Move(before, after).ShouldNotBeNull();
        (moved.Apply(at), moved.Most, moved.Error).ShouldBe((value, most, 0));
    }

    [Fact]
    public void A_column_that_becomes_constant_is_fitted_again() => Of(new(NormaliseKind.MinMax), 0, 5, 5).Move(0, 5).ShouldBeNull();

    [Theory]
    [InlineData(NormaliseKind.Rank, 4, 0, 2, 3, 1)]
    [InlineData(NormaliseKind.Borda, 4, 0, 2, 2, 1)]
    [InlineData(NormaliseKind.PercentileRank, 4, 0, 2, 2 / 3.0, 2 / 3.0)]
    [InlineData(NormaliseKind.Rank, 1, 9, 4, 3, 1)]
    [InlineData(NormaliseKind.Borda, No, 3, 4, 4, 1)]
    [InlineData(NormaliseKind.PercentileRank, No, 3, 4, 1, 0.5)]
    [InlineData(NormaliseKind.PercentileRank, 1, No, 4, 1, 1)]
    public void Places_count_who_is_below_after_the_change(NormaliseKind kind, double before, double after, double at, double place, double most)
    {
        var moved = Of(new(kind), 1, 2, 2, 4).Move(before, after).ShouldNotBeNull();
        (moved.Apply(at), moved.Most, moved.Error).ShouldBe((place, most, 0));
    }

    [Fact]
    public void A_column_of_one_value_before_or_after_is_fitted_again()
    {
        Of(new(NormaliseKind.Rank), 3).Move(3, 4).ShouldBeNull();
        Of(new(NormaliseKind.Rank), 3).Move(No, 4).ShouldBeNull();
        Of(new(NormaliseKind.Rank), 3, 5).Move(5, No).ShouldBeNull();
        Of(new(NormaliseKind.Rank), 3, 5).Move(5, 6).ShouldNotBeNull();
    }

    private static MovingScale Of(Normalisation method, params double[] values) => new(method, values, [.. Enumerable.Range(0, values.Length)]);
}
