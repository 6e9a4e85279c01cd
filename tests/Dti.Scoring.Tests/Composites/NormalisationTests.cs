using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Composites;

public sealed class NormalisationTests
{
    [Theory]
    [InlineData(1e100)]
    [InlineData(1e155)]
    [InlineData(1e200)]
    [InlineData(1e308)]
    [InlineData(1e-160)]
    [InlineData(1e-200)]
    [InlineData(1e-300)]
    public void Zscores_do_not_depend_on_the_unit_however_large_or_small(double unit) =>
        Given.Score(Given.Composite(Given.Leaf("a", new(NormaliseKind.ZScore) { Mean = 0, Sd = 1 })), Given.Table(("a", [unit, -unit, 0]))).Of("a").ShouldAgreeWith([1, -1, 0]);

    [Fact]
    public void A_reference_that_is_no_better_than_a_groups_worst_is_refused_there()
    {
        var set = Given.Composite(Given.Leaf("a", new(NormaliseKind.DistanceToReference) { Unit = "u2" })) with { Within = StatisticsScope.Group };
        Given.Fault(() => Given.Score(set, Given.Table(("a", [1.0, 3, 5, 7])).InGroups("so", "so", "xa", "xa"))).ShouldBe("reference-at-minimum");
    }

    private static readonly Normalisation MinMax = new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 };

    [Fact]
    public void Goalposts_are_given_in_the_inputs_own_units_and_transformed_with_it()
    {
        var leaf = new NormalisedLeaf { Transform = Transform.Log10, Normalise = new(NormaliseKind.Goalposts) { Low = 10, High = 1000 } };
        Column(leaf, 10, 100, 1000, 5, 5000).ShouldBe([0, 0.5, 1, 0, 1], 1e-15);
    }

    [Fact]
    public void Goalposts_that_do_not_truncate_go_beyond_the_scale() =>
        Column(new NormalisedLeaf { Normalise = new(NormaliseKind.Goalposts) { Low = 0, High = 10, Truncate = false } }, -5, 5, 20).ShouldBe([-0.5, 0.5, 2]);

    [Fact]
    public void With_less_is_better_the_least_is_best_between_goalposts() =>
        Column(new NormalisedLeaf { Direction = -1, Normalise = new(NormaliseKind.Goalposts) { Low = 2, High = 12 } }, 2, 7, 12, 20).ShouldBe([1, 0.5, 0, 0]);

    [Fact]
    public void With_less_is_better_a_target_is_reached_from_above() =>
        Column(new NormalisedLeaf { Direction = -1, Normalise = new(NormaliseKind.DistanceToTarget) { Target = 5 } }, 25, 15, 5, 2).ShouldBe([0, 0.5, 1, 1]);

    [Fact]
    public void The_distance_to_a_reference_is_1_for_the_reference_itself() =>
        Column(new NormalisedLeaf { Normalise = new(NormaliseKind.DistanceToReference) { Unit = "u2" } }, 0, 10, 5, 20).ShouldBe([0, 1, 0.5, 2]);

    [Fact]
    public void A_zero_turned_around_has_no_sign() =>
        double.IsNegative(Column(new NormalisedLeaf { Direction = -1, Normalise = new(NormaliseKind.None) }, 0, 1)[0]).ShouldBeFalse();

    [Fact]
    public void A_missing_value_is_no_score_and_does_not_move_the_others() =>
        Column(new NormalisedLeaf { Normalise = MinMax }, 0, double.NaN, 10).ShouldBe([1, double.NaN, 100]);

    [Fact]
    public void A_column_the_table_lacks_is_all_missing() =>
        Given.Score(Given.Composite(Given.Leaf("a", MinMax), Given.Leaf("b", MinMax)), Given.Table(("a", [1, 2.0]))).Values[0].ShouldBe([1, 100.0]);

    [Fact]
    public void Statistics_run_inside_each_group_when_the_set_says_so()
    {
        var set = Given.Composite(Given.Leaf("a", MinMax)) with { Within = StatisticsScope.Group };
        Given.Score(set, Given.Table(("a", [0, 10, 5, 7])).InGroups("so", "so", "xa", "xa")).Of("a").ShouldBe([1, 100, 1, 100.0]);
    }

    [Fact]
    public void The_median_fills_a_gap()
    {
        var leaf = new NormalisedLeaf { Impute = Imputation.Median, Normalise = new(NormaliseKind.None) };
        Column(leaf, 1, 9, double.NaN, 4, 2).ShouldBe([1, 9, 3, 4, 2.0]);
        Column(leaf with { Impute = Imputation.Mean }, 1, 9, double.NaN, 4, 2).ShouldBe([1, 9, 4, 4, 2.0]);
    }

    [Fact]
    public void A_mean_of_the_table_crosses_groups_and_a_column_without_values_stays_missing()
    {
        var set = Given.Composite(new Node { Code = "a", Name = Given.Name, Normalised = new() { Impute = Imputation.Mean, Normalise = new(NormaliseKind.None) } });
        Given.Score(set, Given.Table(("a", [1, double.NaN, 3, 11])).InGroups("so", "so", "xa", "xa")).Of("a").ShouldBe([1, 5, 3, 11.0]);
        foreach (var impute in (Imputation[])[Imputation.Mean, Imputation.Median])
            Column(new NormalisedLeaf { Impute = impute, Normalise = new(NormaliseKind.PercentileRank) }, double.NaN, double.NaN).ShouldBe([double.NaN, double.NaN]);
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("group", 2)]
    [InlineData("vung", 9)]
    public void Gaps_are_filled_by_the_column_that_is_named_or_by_the_group(string? by, double filled)
    {
        var set = Given.Composite(new Node { Code = "a", Name = Given.Name, Normalised = new() { Impute = Imputation.GroupMean, ImputeBy = by, Normalise = new(NormaliseKind.None) } });
        var table = Given.Table(("a", [1, double.NaN, 3, 9])).InGroups("so", "so", "so", "xa");
        table = new() { Units = table.Units, Columns = table.Columns, Labels = new Dictionary<string, string[]> { ["vung"] = ["bien", "nui", "bien", "nui"] } };
        Given.Score(set, table).Of("a").ShouldBe([1, filled, 3, 9]);
    }

    [Fact]
    public void A_leaf_may_be_divided_by_the_leaf_before_it()
    {
        var set = Given.Composite(Given.Leaf("a", new(NormaliseKind.None)), new Node { Code = "b", Name = Given.Name, Normalised = new() { Denominator = "a", Normalise = new(NormaliseKind.None) } });
        var scores = Given.Score(set, Given.Table(("a", [2, 4.0]), ("b", [6, 6.0])));
        scores.Of("b").ShouldBe([3, 1.5]);
        scores.Explain("b").Operands.Select(operand => operand.Column).ShouldBe(["b", "a"]);
    }

    /// <summary>−1.9 + (−0.2 + 1.9) is a bit above −0.2 in double arithmetic.</summary>
    [Fact]
    public void The_best_gets_exactly_the_scales_end() =>
        Column(new NormalisedLeaf { Normalise = new(NormaliseKind.MinMax) { Lower = -1.9, Upper = -0.2 } }, 3, 8).ShouldBe([-1.9, -0.2]);

    [Theory]
    [InlineData(Transform.Ln, 2, 0.69314718055994529)]
    [InlineData(Transform.Log10, 2, 0.30102999566398120)]
    [InlineData(Transform.Log10, 0.001, -3)]
    [InlineData(Transform.Log10, 1e-30, -30)]
    [InlineData(Transform.Log10, 1e22, 22)]
    [InlineData(Transform.Log10, 2e25, 25.301029995663981)]
    [InlineData(Transform.Sqrt, 6.25, 2.5)]
    [InlineData(Transform.Sqrt, 0, 0)]
    public void A_transform_is_of_the_value(Transform transform, double value, double transformed) =>
        Column(new NormalisedLeaf { Transform = transform, Normalise = new(NormaliseKind.None) }, 1, value)[1].ShouldBe(transformed, 1e-14 * Math.Max(1, Math.Abs(transformed)));

    [Fact]
    public void The_group_column_fills_gaps_even_in_a_set_without_groups()
    {
        var leaf = new Node { Code = "a", Name = Given.Name, Normalised = new() { Impute = Imputation.GroupMean, Normalise = new(NormaliseKind.None) } };
        Given.Score(Given.Composite(leaf) with { Groups = [] }, Given.Table(("a", [1, double.NaN, 3, 9])).InGroups("a", "a", "a", "b")).Of("a").ShouldBe([1, 2, 3, 9.0]);
    }

    [Theory]
    [InlineData(Transform.Ln, 0, "log-of-non-positive")]
    [InlineData(Transform.Log10, -1, "log-of-non-positive")]
    [InlineData(Transform.Sqrt, -1, "root-of-negative")]
    public void A_transform_of_what_it_cannot_take_is_a_named_fault(Transform transform, double value, string code) =>
        Given.Fault(() => Column(new NormalisedLeaf { Transform = transform, Normalise = MinMax }, 1, value)).ShouldBe(code);

    [Theory]
    [InlineData(NormaliseKind.Goalposts, "equal-goalposts")]
    [InlineData(NormaliseKind.DistanceToTarget, "target-not-above-minimum")]
    [InlineData(NormaliseKind.DistanceToReference, "unknown-unit")]
    public void Constants_that_tell_no_units_apart_are_named_faults(NormaliseKind kind, string code) =>
        Given.Fault(() => Column(new NormalisedLeaf { Normalise = new(kind) { Low = 3, High = 3, Target = 1, Unit = "ai" } }, 1, 2)).ShouldBe(code);

    [Fact]
    public void A_denominator_of_zero_is_a_named_fault() =>
        Given.Fault(() => Given.Score(
            Given.Composite(new Node { Code = "a", Name = Given.Name, Normalised = new() { Denominator = "dan", Normalise = MinMax } }),
            Given.Table(("a", [1, 2]), ("dan", [1, 0])))).ShouldBe("zero-denominator");

    [Fact]
    public void Numbers_too_large_to_tell_apart_are_a_named_fault_and_never_a_score() =>
        Given.Fault(() => Column(new NormalisedLeaf { Normalise = MinMax }, -1e308, 1e308, 0)).ShouldBe("overflow");

    [Fact]
    public void An_infinite_value_is_refused() =>
        Given.Fault(() => Column(new NormalisedLeaf { Normalise = MinMax }, 1, double.PositiveInfinity)).ShouldBe("not-finite");

    [Fact]
    public void Powers_of_ten_have_whole_logarithms() =>
        Column(new NormalisedLeaf { Transform = Transform.Log10, Normalise = new(NormaliseKind.None) }, 1, 10, 1000, 1e15).ShouldBe([0, 1, 3, 15.0]);

    [Fact]
    public void A_trace_shows_the_scale_and_every_step_before_it()
    {
        var leaf = new Node { Code = "a", Name = Given.Name, Normalised = new() { Denominator = "dan", Direction = -1, Impute = Imputation.Mean, Normalise = MinMax } };
        var trace = Given.Score(Given.Composite(leaf), Given.Table(("a", [10, 40, double.NaN]), ("dan", [2, 2, 2]))).Explain("a", 2);
        trace.Formula.ShouldBe("(-12.5 − (-20)) / (-5 − (-20)) × 99 + 1");
        trace.Remark.ShouldBe("divided by dan; missing, filled with the mean; × −1, as less is better");
        trace.Score.ShouldBe(50.5);
        trace.Operands.Select(operand => (operand.Column, operand.Value)).ShouldBe([("a", double.NaN), ("dan", 2)]);
    }

    private static double[] Column(NormalisedLeaf leaf, params double[] values) =>
        Given.Score(Given.Composite(new Node { Code = "a", Name = Given.Name, Normalised = leaf }), Given.Table(("a", values))).Of("a");
}
