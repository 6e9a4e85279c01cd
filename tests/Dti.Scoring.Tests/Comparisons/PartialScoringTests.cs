using Dti.Scoring.Comparisons;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Comparisons;

public sealed class PartialScoringTests
{
    private static readonly Normalisation Scale = new(NormaliseKind.Goalposts) { Low = 0, High = 10, Lower = 0, Upper = 100 };

    [Fact]
    public void An_indicator_without_its_column_leaves_and_the_rest_is_put_on_the_full_scale()
    {
        var partial = Partial(Given.Points(Given.Ten("1"), Given.Ten("2"), Given.Ten("3")), "2");
        partial.Left.ShouldBe(["2"]);
        partial.Share.ShouldBe(2 / 3.0);
        var scores = partial.Score(Given.Table(("1", [5]), ("2", [10]), ("3", [10])));
        scores.Root(0).ShouldBe(15 * 30 / 20.0);
        double.IsNaN(scores.Of("2")[0]).ShouldBeTrue();
        scores.Maxima![0][0].ShouldBe(30);
    }

    [Fact]
    public void One_that_reads_a_column_of_another_leaves_with_it()
    {
        var ratio = Given.Indicator("2", 10, new RatioRule(new("2", "x"), new("1", "x")), Given.Number("x"));
        Partial(Given.Points(Given.Ten("1"), ratio), "1").Left.ShouldBe(["1", "2"]);
        Partial(Given.Points(Given.Ten("1"), ratio), "2").Left.ShouldBe(["2"]);
    }

    [Fact]
    public void Timeliness_without_its_quarters_leaves_and_is_not_taken_for_late()
    {
        var timely = Given.Indicator("2", 10, new TimelinessRule(1, 0.5, 0), [.. TimelinessRule.Quarters.Select(id => Given.Input(id, InputType.Timeliness))]);
        var partial = Partial(Given.Points(Given.Ten("1"), timely), [.. TimelinessRule.Quarters.Select(quarter => $"2.{quarter}")]);
        partial.Left.ShouldBe(["2"]);
        partial.Score(Given.Table(("1", [7]))).Root(0).ShouldBe(14);
    }

    [Fact]
    public void A_normalised_leaf_without_its_column_or_its_denominator_is_missing()
    {
        var leaf = Given.Leaf("c", Scale);
        var set = Given.Composite(Given.Leaf("a", Scale, 1), Given.Branch("B", Given.Leaf("b", Scale), leaf with { Normalised = leaf.Normalised! with { Denominator = "d" } }) with { Weight = 3 });
        var partial = Partial(set, "d");
        partial.Left.ShouldBe(["c"]);
        partial.Share.ShouldBe(0.25 + 0.75 / 2);
        var scores = partial.Score(Given.Table(("a", [2]), ("b", [6]), ("c", [1])));
        scores.Root(0).ShouldBe(0.25 * 20 + 0.75 * 60, 1e-12);
    }

    [Fact]
    public void Without_nothing_missing_it_is_the_plans_own_score()
    {
        var set = Given.Points(Given.Ten("1"), Given.Ten("2"));
        var table = Given.Table(("1", [5, double.NaN]), ("2", [10, 3]));
        Partial(set).Score(table).Values.ShouldBe(Given.Score(set, table).Values);
        Partial(set).Share.ShouldBe(1);
    }

    [Fact]
    public void A_mean_said_at_a_node_is_taken_there()
    {
        var set = Given.Composite(Given.Branch("B", Given.Leaf("b", Scale), Given.Leaf("c", Scale)) with { Aggregate = Aggregation.Geometric }, Given.Leaf("a", Scale));
        Partial(set, "a").Score(Given.Table(("b", [2]), ("c", [8]))).Root(0).ShouldBe(40, 1e-12);
    }

    [Fact]
    public void A_set_that_scores_nothing_keeps_a_share_of_nothing() =>
        Partial(Given.Points(Given.Ten("1") with { Indicator = Given.Ten("1").Indicator! with { Points = 0 } }), "1").Share.ShouldBe(0);

    private static PartialScoring Partial(IndicatorSet set, params string[] without) => new(ScoringPlan.Compile(set), new HashSet<string>(without));
}
