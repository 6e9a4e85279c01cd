using Dti.Scoring.Sets;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

public sealed class InputErrorsTests
{
    private const ulong Seed = 142;

    /// <summary>FNV-1a of "u1" and "u2", computed apart.</summary>
    private const ulong U1 = 631765120777144307, U2 = 631766220288772518;

    private static readonly IndicatorSet Set = Given.Composite(Given.Leaf("a", new(NormaliseKind.None)), Given.Leaf("b", new(NormaliseKind.None)));

    [Fact]
    public void Each_value_has_a_factor_by_its_column_in_ordinal_order_its_draw_and_its_units_code()
    {
        var drawn = Errors(("b", 0.5), ("a", 0.25)).Drawn(7);
        var random = new Philox(Seed);
        drawn.Columns["a"].ShouldBe([3 * Factor(0.25, random.Uniform(16, 7, U1)), 5 * Factor(0.25, random.Uniform(16, 7, U2))]);
        drawn.Columns["b"].ShouldBe([2 * Factor(0.5, random.Uniform(17, 7, U1)), 4 * Factor(0.5, random.Uniform(17, 7, U2))]);
    }

    [Fact]
    public void Columns_that_do_not_vary_or_are_not_there_stay_as_they_are()
    {
        var one = Errors(("b", 0.5), ("a", 0));
        one.Drawn(1).Columns["a"].ShouldBe([3, 5]);
        (one.Varies("b"), one.Varies("a"), one.Varies(null), one.Any).ShouldBe((true, false, false, true));
        Errors(("a", 0)).Any.ShouldBeFalse();

        var table = Given.Table(("a", [3.0, 5]));
        new InputErrors(With(Set, ("b", 0.5)), table, Seed).Drawn(1).Columns.Keys.ShouldBe(["a"]);
    }

    [Fact]
    public void A_percent_is_drawn_to_100_at_most_and_one_above_is_not_made_more()
    {
        var set = Given.Points(Given.Indicator("1", 10, new LinearRule(new("1", "x"), 0, 100), Given.Input("x", InputType.Percent)));
        var errors = new InputErrors(With(set, ("1", 0.5)), Given.Table(("1", [90, 120])), Seed);
        double[][] drawn = [.. Enumerable.Range(0, 300).Select(draw => errors.Drawn(draw).Columns["1"])];
        drawn.Max(values => values[0]).ShouldBe(100);
        drawn.Min(values => values[0]).ShouldBeInRange(45, 47);
        drawn.Max(values => values[1]).ShouldBe(120);
        drawn.Min(values => values[1]).ShouldBeInRange(60, 63);
        drawn.Count(values => values[0] == 100).ShouldBeInRange(100, 140);
    }

    private static double Factor(double halfWidth, double uniform) => 1 + halfWidth * (2 * uniform - 1);

    private static InputErrors Errors(params (string Column, double HalfWidth)[] inputs) => new(With(Set, inputs), Given.Table(("a", [3, 5]), ("b", [2, 4])), Seed);

    private static IndicatorSet With(IndicatorSet set, params (string Column, double HalfWidth)[] inputs) =>
        set with { Uncertainty = new() { Inputs = inputs.ToDictionary(input => input.Column, input => input.HalfWidth) } };
}
