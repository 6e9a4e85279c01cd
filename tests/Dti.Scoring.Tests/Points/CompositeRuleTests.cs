using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Points;

/// <summary>sum, all, any, times over three lines from 0 to 1; a negative operand stands for an excluded part.</summary>
public sealed class CompositeRuleTests
{
    [Theory]
    [InlineData(0.5, 1, 0.2, 0.59)]
    [InlineData(1, 1, 1, 1)]
    [InlineData(-1, 1, 0, 0.6)]
    [InlineData(-1, -1, 0.3, 0.3)]
    [InlineData(-1, -1, -1, double.NaN)]
    public void A_sum_scales_the_shares_that_stay_up_to_the_same_total(double a, double b, double c, double share) =>
        new[] { Share(rules => new SumRule([new(0.5, rules[0]), new(0.3, rules[1]), new(0.2, rules[2])]), a, b, c) }.ShouldAgreeWith([share]);

    [Fact]
    public void A_sum_below_one_keeps_its_total_when_a_part_is_excluded() =>
        Share(rules => new SumRule([new(0.5, rules[0]), new(0.3, rules[1])]), -1, 1, 0).ShouldBe(0.8, 1e-15);

    [Fact]
    public void A_sum_of_which_only_a_part_without_points_stays_earns_nothing() =>
        Share(rules => new SumRule([new(0, rules[0]), new(0.5, rules[1])]), 1, -1, 0).ShouldBe(0);

    [Theory]
    [InlineData(0.5, 0.9, 0.7, 0.5)]
    [InlineData(-1, 0.9, 0.7, 0.7)]
    [InlineData(-1, -1, -1, double.NaN)]
    public void All_is_the_smallest(double a, double b, double c, double share) => Share(rules => new AllRule(rules), a, b, c).ShouldBe(share);

    [Theory]
    [InlineData(0.5, 0.9, 0.7, 0.9)]
    [InlineData(0.5, -1, 0.7, 0.7)]
    [InlineData(-1, -1, -1, double.NaN)]
    public void Any_is_the_largest(double a, double b, double c, double share) => Share(rules => new AnyRule(rules), a, b, c).ShouldBe(share);

    [Theory]
    [InlineData(0.5, 0.5, 1, 0.25)]
    [InlineData(0.5, -1, 1, 0.5)]
    [InlineData(-1, -1, -1, double.NaN)]
    public void Times_is_the_product(double a, double b, double c, double share) => Share(rules => new TimesRule(rules), a, b, c).ShouldBe(share);

    [Fact]
    public void A_rule_made_of_none_is_a_named_fault() =>
        Given.Fault(() => Given.Share(new AllRule([]), ("x", InputType.Number, 1))).ShouldBe("empty-rule");

    /// <summary>A value below 0 makes its part a ratio to zero, which is excluded.</summary>
    private static double Share(Func<Rule[], Rule> compose, params double[] values)
    {
        string[] ids = ["a", "b", "c"];
        Rule[] rules = [.. ids.Select((id, row) => values[row] < 0
            ? (Rule)new RatioRule(new("1", id), new("1", "khong"), WhenEmpty: WhenEmpty.Exclude)
            : new LinearRule(new("1", id), 0, 1))];
        return Given.Share(compose(rules), [.. ids.Select((id, row) => (id, InputType.Number, values[row])), ("khong", InputType.Number, 0)]);
    }
}
