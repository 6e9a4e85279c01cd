using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Points;

/// <summary>Three indicators of 10 points; u1 is a department, u2 a district.</summary>
public sealed class ApplicabilityTests
{
    [Fact]
    public void A_parent_is_the_sum_of_its_children()
    {
        var scores = Given.Score(Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2")), Given.Ten("2")), Given.Table(("1.1", [4.0]), ("1.2", [5.0]), ("2", [10.0])));
        scores.Of("1")[0].ShouldBe(9);
        scores.Root(0).ShouldBe(19);
        scores.Maxima![0][0].ShouldBe(30);
        scores.Plan.Nodes.Select(node => (node.Code, node.Depth, node.Parent)).ShouldBe([("INDEX", 0, -1), ("1", 1, 0), ("1.1", 2, 1), ("1.2", 2, 1), ("2", 1, 0)]);
    }

    [Fact]
    public void A_unit_of_another_group_simply_has_a_lower_maximum_under_keep()
    {
        var scores = Score(NotApplicable.Keep, ForDepartments);
        scores.Of("3").ShouldBe([6, double.NaN]);
        scores.Values[0].ShouldBe([18, 12.0]);
        scores.Maxima![0].ShouldBe([30, 20.0]);
        scores.Explain("3", 1).Remark.ShouldBe("does not apply to this unit");
    }

    [Fact]
    public void Under_rescale_the_root_is_scaled_to_the_full_points_and_inner_nodes_stay_raw()
    {
        var scores = Score(NotApplicable.Rescale, ForDepartments);
        scores.Values[0].ShouldBe([18, 18.0]);
        scores.Of("1").ShouldBe([6, 6.0]);
        scores.Maxima![0].ShouldBe([30, 30.0]);
        var trace = scores.Explain(ScoringPlan.RootCode, 1);
        trace.Formula.ShouldBe("(6 + 6) × 30 / 20");
        trace.Remark.ShouldBe("rescaled from 20 points that count for this unit to 30");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Units_narrow_applicability_by_name(bool only) =>
        Score(NotApplicable.Keep, indicator => only ? indicator with { UnitsOnly = ["u1"] } : indicator with { UnitsExcept = ["u2"] })
            .Of("3").ShouldBe([6, double.NaN]);

    [Fact]
    public void What_is_not_scored_is_never_added()
    {
        var scores = Score(NotApplicable.Rescale, indicator => indicator with { Scored = false });
        scores.Of("3").ShouldBe([double.NaN, double.NaN]);
        scores.Values[0].ShouldBe([12, 12.0]);
        scores.Maxima![0].ShouldBe([20, 20.0]);
        scores.Explain("3").Remark.ShouldBe("collected, not scored");
    }

    [Fact]
    public void A_missing_input_scores_0()
    {
        var scores = Score(NotApplicable.Keep, indicator => indicator, third: double.NaN);
        scores.Of("3").ShouldBe([0, 0.0]);
        scores.Maxima![0].ShouldBe([30, 30.0]);
        scores.Explain("3").Remark.ShouldBe("missing 3: scores 0");
    }

    [Theory]
    [InlineData(NotApplicable.Keep)]
    [InlineData(NotApplicable.Rescale)]
    public void A_missing_input_that_is_excluded_leaves_numerator_and_denominator(NotApplicable notApplicable)
    {
        var scores = Score(notApplicable, indicator => indicator with { WhenMissing = WhenMissing.Exclude }, third: double.NaN);
        scores.Of("3").ShouldBe([double.NaN, double.NaN]);
        scores.Values[0].ShouldBe([18, 18.0]);
        scores.Maxima![0].ShouldBe([30, 30.0]);
        scores.Explain("3").Remark.ShouldBe("missing 3: excluded, its points leave the maximum");
    }

    [Fact]
    public void Under_keep_an_excluded_indicator_is_made_up_to_what_applies_and_no_further()
    {
        // u2 is not asked for 3 and lacks 2: 6 of the 10 points that count, scaled to the 20 that apply.
        var set = Given.Points(Given.Ten("1"), Change(Given.Ten("2"), indicator => indicator with { WhenMissing = WhenMissing.Exclude }), Change(Given.Ten("3"), ForDepartments));
        var scores = Given.Score(set, Given.Table(("1", [6, 6]), ("2", [6, double.NaN]), ("3", [6, 6])).InGroups("so", "huyen"));
        scores.Values[0].ShouldBe([18, 12.0]);
        scores.Maxima![0].ShouldBe([30, 20.0]);
    }

    [Fact]
    public void One_missing_input_makes_a_rule_of_many_parts_missing()
    {
        var node = Given.Indicator("1", 10, new SumRule([new(0.5, new LinearRule(new("1", "a"), 0, 1)), new(0.5, new LinearRule(new("1", "b"), 0, 1))]), Given.Number("a"), Given.Number("b"), Given.Number("ghi-chu"));
        Given.Score(Given.Points(node), Given.Table(("1.a", [1, 1]), ("1.b", [double.NaN, 1]))).Of("1").ShouldBe([0, 10.0]);
    }

    [Fact]
    public void A_unit_to_which_nothing_applies_has_no_score()
    {
        var scores = Given.Score(Given.Points(Change(Given.Ten("1"), ForDepartments)), Given.Table(("1", [5.0])).InGroups("xa"));
        scores.Root(0).ShouldBe(double.NaN);
        scores.Maxima![0][0].ShouldBe(0);
        scores.Explain(ScoringPlan.RootCode).Remark.ShouldBe("nothing below it has a score");
    }

    [Fact]
    public void Points_beyond_every_number_are_a_named_fault() =>
        Given.Fault(() => Given.Score(
            Given.Points(Given.Indicator("1", 1.7e308, new YesNoRule(new("1", "x")), Given.Number("x")), Given.Indicator("2", 1.7e308, new YesNoRule(new("2", "x")), Given.Number("x"))),
            Given.Table(("1", [1.0]), ("2", [1.0])))).ShouldBe("overflow");

    private static Indicator ForDepartments(Indicator indicator) => indicator with { Groups = ["so"] };

    private static Node Change(Node node, Func<Indicator, Indicator> change) => node with { Indicator = change(node.Indicator!) };

    private static SetScores Score(NotApplicable notApplicable, Func<Indicator, Indicator> third3, double third = 6) =>
        Given.Score(
            Given.Points(Given.Ten("1"), Given.Ten("2"), Change(Given.Ten("3"), third3)) with { NotApplicable = notApplicable },
            Given.Table(("1", [6, 6]), ("2", [6, 6]), ("3", [third, third])).InGroups("so", "huyen"));
}
