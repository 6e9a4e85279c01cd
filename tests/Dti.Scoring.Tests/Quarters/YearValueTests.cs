using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Quarters;

public sealed class YearValueTests
{
    private const double None = double.NaN;

    [Theory]
    [InlineData(QuarterRule.Last, 3)]
    [InlineData(QuarterRule.Sum, 13)]
    [InlineData(QuarterRule.Mean, 13 / 3.0)]
    [InlineData(QuarterRule.Max, 8)]
    public void A_year_is_made_from_the_quarters_that_have_a_value(QuarterRule rule, double year) =>
        YearValue.Combine(rule, [2, 8, None, 3, None]).ShouldBe(year);

    [Theory]
    [InlineData(QuarterRule.Last)]
    [InlineData(QuarterRule.Sum)]
    [InlineData(QuarterRule.Mean)]
    [InlineData(QuarterRule.Max)]
    public void A_year_without_any_value_is_missing(QuarterRule rule) =>
        YearValue.Combine(rule, [None, None, None, None, None]).ShouldBe(None);

    [Fact]
    public void What_is_reported_once_a_year_is_the_latest() => YearValue.Combine(QuarterRule.Last, [2, 8, 1, 3, 5]).ShouldBe(5);

    [Theory]
    [InlineData(InputSourceKind.Metric, true, true, true, Unverified.Zero, Layer.Verified)]
    [InlineData(InputSourceKind.Metric, false, true, true, Unverified.Zero, Layer.Measured)]
    [InlineData(InputSourceKind.Metric, false, false, true, Unverified.Counts, Layer.None)]
    [InlineData(InputSourceKind.Self, false, false, true, Unverified.Zero, Layer.None)]
    [InlineData(InputSourceKind.Self, false, false, true, Unverified.Counts, Layer.Self)]
    [InlineData(InputSourceKind.Self, true, false, true, Unverified.Zero, Layer.Verified)]
    public void The_official_value_is_the_verified_one_or_what_may_stand_in_for_it(
        InputSourceKind from, bool verified, bool measured, bool self, Unverified unverified, Layer layer) =>
        OfficialValue.Choose(from, verified, measured, self, unverified).ShouldBe(layer);

    [Fact]
    public void A_provisional_score_uses_the_units_own_value() =>
        OfficialValue.Provisional(InputSourceKind.Self, verified: false, measured: true, self: true).ShouldBe(Layer.Self);
}
