using System.Globalization;
using Dti.Scoring.Rankings;
using FsCheck;
using FsCheck.Fluent;

namespace Dti.Scoring.Tests.Rankings;

public sealed class DecimalRoundingTests
{
    [Theory]
    [InlineData(0.716355, 5, 0.71636)]
    [InlineData(1.005, 2, 1.01)]
    [InlineData(2.675, 2, 2.68)]
    [InlineData(-2.675, 2, -2.68)]
    [InlineData(-0.5, 0, -1)]
    [InlineData(0.5, 0, 1)]
    [InlineData(0.49999999999999994, 0, 0)]
    [InlineData(-0.004, 2, 0)]
    [InlineData(9.995, 2, 10)]
    [InlineData(99.9999, 2, 100)]
    [InlineData(0.05, 1, 0.1)]
    [InlineData(0.04, 1, 0)]
    [InlineData(0.0049, 2, 0)]
    [InlineData(1e300, 2, 1e300)]
    [InlineData(1.5e300, -300, 2e300)]
    [InlineData(1e-300, 2, 0)]
    [InlineData(6e-301, 300, 1e-300)]
    [InlineData(1.25e-5, 6, 1.3e-5)]
    [InlineData(5e-324, 10, 0)]
    [InlineData(double.MaxValue, 3, double.MaxValue)]
    [InlineData(606.2699999999999, 2, 606.27)]
    [InlineData(123456789012345680, 0, 123456789012345680)]
    [InlineData(1250, -2, 1300)]
    [InlineData(double.NaN, 2, double.NaN)]
    [InlineData(double.PositiveInfinity, 2, double.PositiveInfinity)]
    public void Halves_go_away_from_zero_on_the_shortest_decimal(double value, int decimals, double expected) =>
        DecimalRounding.Round(value, decimals).ShouldBe(expected);

    [Fact]
    public void Rounding_to_zero_leaves_no_sign() => new[] { -0.001, -0.0 }.ShouldAllBe(value => !double.IsNegative(DecimalRounding.Round(value, 2)));

    [Fact]
    public void Six_decimal_numbers_round_as_a_decimal_does() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), whole =>
        {
            decimal exact = whole / 1_000_000m;
            double rounded = DecimalRounding.Round(double.Parse(exact.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), 3);
            return rounded == (double)Math.Round(exact, 3, MidpointRounding.AwayFromZero);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Rounding_twice_changes_nothing_more() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), value =>
        {
            double once = DecimalRounding.Round(value.Get, 2);
            return DecimalRounding.Round(once, 2) == once && Math.Abs(once - value.Get) <= Math.Max(0.005000001, Math.Abs(value.Get) * 1e-15);
        }).QuickCheckThrowOnFailure();
}
