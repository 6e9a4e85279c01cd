using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using FsCheck;
using FsCheck.Fluent;

namespace Dti.Scoring.Tests.Composites;

public sealed class MeansTests
{
    private static readonly Normalisation None = new(NormaliseKind.None);

    [Theory]
    [InlineData(Aggregation.Arithmetic, 3.25)]
    [InlineData(Aggregation.Geometric, 2.3784142300054421)]
    [InlineData(Aggregation.Harmonic, 1.8823529411764706)]
    public void A_weighted_mean_is_taken_of_the_children(Aggregation kind, double expected) =>
        Root(kind, [(2, 2), (8, 1), (1, 1)]).ShouldBe(expected, 1e-12);

    [Fact]
    public void Weights_are_renormalised_among_children_with_data() =>
        Root(Aggregation.Arithmetic, [(2, 1), (double.NaN, 5), (8, 1)]).ShouldBe(5);

    [Fact]
    public void Too_few_children_with_data_leave_no_score()
    {
        Root(Aggregation.Arithmetic, [(2, 1), (double.NaN, 1)], threshold: 0.5).ShouldBe(2);
        Root(Aggregation.Arithmetic, [(2, 1), (double.NaN, 1), (double.NaN, 1)], threshold: 0.5).ShouldBe(double.NaN);
        Root(Aggregation.Arithmetic, [(double.NaN, 1)]).ShouldBe(double.NaN);
    }

    [Fact]
    public void The_threshold_counts_a_nodes_own_children()
    {
        // b has one of two leaves, a has none: the root has one of two children although only one of four leaves is there.
        var set = Given.Composite(
            Given.Branch("a", Given.Leaf("a1", None), Given.Leaf("a2", None)) with { DataThreshold = 0.5 },
            Given.Branch("b", Given.Leaf("b1", None), Given.Leaf("b2", None)) with { DataThreshold = 0.5 }) with { DataThreshold = 0.5 };
        Given.Score(set, Given.Table(("b1", [4.0]))).Root(0).ShouldBe(4);
    }

    [Theory]
    [InlineData(Aggregation.Geometric, 0)]
    [InlineData(Aggregation.Geometric, -1)]
    [InlineData(Aggregation.Harmonic, 0)]
    [InlineData(Aggregation.Harmonic, -1)]
    public void A_value_that_is_not_above_zero_is_a_named_fault(Aggregation kind, double value) =>
        Given.Fault(() => Root(kind, [(2, 1), (value, 1)])).ShouldBe("non-positive-under-mean");

    [Theory]
    [InlineData(Aggregation.Arithmetic)]
    [InlineData(Aggregation.Geometric)]
    [InlineData(Aggregation.Harmonic)]
    public void What_has_no_weight_counts_as_data_and_for_nothing_else(Aggregation kind)
    {
        Root(kind, [(2, 1), (-9, 0)], threshold: 1).ShouldBe(2, 1e-15);
        Root(kind, [(double.NaN, 1), (9, 0)]).ShouldBe(double.NaN);
    }

    [Fact]
    public void Weights_of_zero_everywhere_are_a_named_fault() =>
        Given.Fault(() => Root(Aggregation.Arithmetic, [(2, 0), (3, 0)])).ShouldBe("zero-weights");

    [Fact]
    public void A_negative_weight_is_a_named_fault() =>
        Given.Fault(() => Root(Aggregation.Arithmetic, [(2, 1), (3, -1)])).ShouldBe("negative-weight");

    [Fact]
    public void A_sum_beyond_every_number_is_a_named_fault() =>
        Given.Fault(() => Root(Aggregation.Arithmetic, [(1.7e308, 1), (1.7e308, 1)])).ShouldBe("overflow");

    [Fact]
    public void An_indicator_of_points_has_no_place_in_a_normalised_set() =>
        Given.Fault(() => ScoringPlan.Compile(Given.Composite(Given.Ten("1")))).ShouldBe("wrong-kind");

    [Fact]
    public void A_trace_shows_the_mean_with_its_numbers()
    {
        var set = Given.Composite(Given.Leaf("a", None, 2), Given.Leaf("b", None), Given.Leaf("c", None)) with { Aggregate = Aggregation.Geometric };
        var trace = Given.Score(set, Given.Table(("a", [2.0]), ("b", [8.0]))).Explain(ScoringPlan.RootCode);
        trace.Formula.ShouldBe("(2^2 × 8^1)^(1 / (2 + 1))");
        trace.Remark.ShouldBe("1 of 3 children have no data; weights renormalised among the rest");
    }

    [Fact]
    public void Means_are_ordered_harmonic_geometric_arithmetic_and_lie_between_the_values() =>
        Prop.ForAll(Positive(), values =>
        {
            var children = values.Select((value, row) => (value, (double)(1 + row % 3))).ToArray();
            double a = Root(Aggregation.Arithmetic, children), g = Root(Aggregation.Geometric, children), h = Root(Aggregation.Harmonic, children);
            return values.Min() <= h && h <= g * (1 + 1e-12) && g <= a * (1 + 1e-12) && a <= values.Max();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Our_logarithm_and_exponential_agree_with_the_machines_to_the_last_bits() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), value =>
        {
            double x = Math.Abs(value.Get) + double.Epsilon, small = x % 700;
            return Math.Abs(Scoring.Composites.Elementary.Ln(x) - Math.Log(x)) <= 1e-15 * Math.Max(1, Math.Abs(Math.Log(x)))
                && Math.Abs(Scoring.Composites.Elementary.Exp(small) / Math.Exp(small) - 1) < 1e-14
                && Math.Abs(Scoring.Composites.Elementary.Exp(-small) / Math.Exp(-small) - 1) < 1e-14;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<double[]> Positive() =>
        (from size in Gen.Choose(1, 8)
         from values in Gen.Choose(1, 1_000_000).Select(whole => whole / 1000.0).ArrayOf(size)
         select values).ToArbitrary();

    private static double Root(Aggregation kind, (double Value, double Weight)[] children, double threshold = 0)
    {
        var set = Given.Composite([.. children.Select((child, row) => Given.Leaf($"c{row}", None, child.Weight))]) with { Aggregate = kind, DataThreshold = threshold };
        return Given.Score(set, Given.Table([.. children.Select((child, row) => ($"c{row}", new[] { child.Value }))])).Root(0);
    }
}
