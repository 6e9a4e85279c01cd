using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

public sealed class NominalWeightTests
{
    private static readonly Normalisation AsItIs = new(NormaliseKind.None);

    [Fact]
    public void A_nominal_weight_is_the_product_of_relative_weights_down_the_tree()
    {
        var set = Given.Composite(
            Given.Branch("A", Given.Leaf("a", AsItIs, 3), Given.Leaf("b", AsItIs, 1)) with { Weight = 1 },
            Given.Branch("B", Given.Leaf("c", AsItIs, 5), Given.Leaf("d", AsItIs, 5)) with { Weight = 4 });
        double[] one = [1, 2, 3];
        var importance = Of(set, ("a", one), ("b", one), ("c", one), ("d", one)).Importance;
        importance.Select(node => (node.Code, node.Nominal)).ShouldBe([("A", 0.2), ("B", 0.8), ("a", 0.2 * 0.75), ("b", 0.2 * 0.25), ("c", 0.4), ("d", 0.4)], Close);
    }

    [Fact]
    public void Nominal_points_are_those_all_units_of_the_group_can_get()
    {
        var only = Given.Ten("2");
        var set = Given.Points(Given.Ten("1"), only with { Indicator = only.Indicator! with { UnitsOnly = ["u1"] } });
        // Three units can get 10 points at 1, one unit at 2.
        Of(set, ("1", [1, 2, 3]), ("2", [1, 2, 3])).Importance.Select(node => (node.Code, node.Nominal)).ShouldBe([("1", 0.75), ("2", 0.25)], Close);
    }

    [Fact]
    public void An_indicator_nobody_is_asked_has_no_weight_and_no_row()
    {
        var other = Given.Ten("2");
        var set = Given.Points(Given.Ten("1"), other with { Indicator = other.Indicator! with { Groups = ["huyen"] } });
        var table = Given.Table(("1", [1, 2, 3]), ("2", [1, 2, 3])).InGroups("so", "so", "so");
        StatisticsAnalysis.Run(Given.Score(set, table)).Single().Importance.Select(node => (node.Code, node.Nominal)).ShouldBe([("1", 1)]);
    }

    [Fact]
    public void Shares_of_importance_are_of_the_sum_of_ratios_and_a_node_that_never_varies_has_none()
    {
        double[] x = [.. Enumerable.Range(0, 12).Select(i => (double)i)], y = [.. x.Select(value => value * value % 7)], flat = [.. x.Select(_ => 3.0)];
        var importance = Of(Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs), Given.Leaf("c", AsItIs)), ("a", x), ("b", y), ("c", flat)).Importance;
        double sum = importance[0].Linear.Value!.Value + importance[1].Linear.Value!.Value;
        importance.Take(2).Select(node => node.LinearShare.Value!.Value).ShouldBe([importance[0].Linear.Value!.Value / sum, importance[1].Linear.Value!.Value / sum], 1e-15);
        (importance[2].Linear.Gap, importance[2].LinearShare.Gap, importance[2].Ratio.Gap, importance[2].Share.Gap).ShouldBe((Gap.Constant, Gap.Constant, Gap.Constant, Gap.Constant));
        importance[0].Ratio.Gap.ShouldBe(Gap.TooFew);
    }

    [Fact]
    public void Where_the_index_itself_never_varies_nothing_is_important()
    {
        double[] up = [.. Enumerable.Range(0, 24).Select(i => (double)i)], down = [.. up.Select(value => 23 - value)];
        Of(Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs)), ("a", up), ("b", down)).Importance
            .ShouldAllBe(node => node.Linear.Gap == Gap.Constant && node.Ratio.Gap == Gap.Constant && node.Share.Gap == Gap.Constant && node.LinearShare.Gap == Gap.Constant);
    }

    private static readonly IEqualityComparer<(string, double)> Close = EqualityComparer<(string Code, double Weight)>.Create((a, b) => a.Code == b.Code && Math.Abs(a.Weight - b.Weight) < 1e-12, _ => 0);

    private static GroupStatistics Of(IndicatorSet set, params (string Column, double[] Values)[] columns) =>
        StatisticsAnalysis.Run(Given.Score(set with { Groups = [] }, Given.Table(columns))).Single();
}
