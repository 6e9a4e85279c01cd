using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Statistics;

public sealed class StatisticsTests
{
    private static readonly Normalisation AsItIs = new(NormaliseKind.None);

    [Fact]
    public void A_constant_column_has_a_mean_and_no_shape_and_no_correlation()
    {
        var group = Of(Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs)),
            ("a", [.. Enumerable.Repeat(0.1, 12)]), ("b", [.. Enumerable.Range(0, 12).Select(i => (double)i)]));
        var a = group.Leaves[0];
        (a.Mean.Value, a.Sd.Value, a.Distinct, a.ShareAtMode.Value).ShouldBe((0.1, 0, 1, 1));
        (a.Skewness.Gap, a.Kurtosis.Gap, a.HasOutliers).ShouldBe((Gap.Constant, Gap.Constant, false));
        group.Correlations[1, 2].Gap.ShouldBe(Gap.Constant);
        group.Correlations[1, 1].Gap.ShouldBe(Gap.Constant);
        group.Nodes.Single().Alpha.Gap.ShouldBe(Gap.OneChild);
        group.Findings.ShouldContain(finding => finding.Rule == AuditRule.TellsNothingApart && finding.Node == 1);
    }

    [Fact]
    public void One_unit_has_a_mean_and_reasons_for_all_else()
    {
        var group = Of(Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2"))), ("1.1", [4]), ("1.2", [5]));
        group.Leaves.Select(leaf => (leaf.Mean.Value, leaf.Sd.Gap, leaf.Skewness.Gap)).ShouldBe([(4, Gap.TooFew, Gap.TooFew), (5, Gap.TooFew, Gap.TooFew)]);
        group.Correlations[2, 3].Gap.ShouldBe(Gap.TooFew);
        group.Importance.ShouldAllBe(node => node.Ratio.Gap == Gap.TooFew && node.Share.Gap == Gap.TooFew);
        group.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void An_indicator_without_data_says_so_and_one_of_another_group_too()
    {
        var elsewhere = Given.Ten("1.2");
        var set = Given.Points(Given.Branch("1", Given.Ten("1.1"), elsewhere with { Indicator = elsewhere.Indicator! with { Groups = ["huyen"] } }));
        var table = Given.Table(("1.1", [double.NaN, double.NaN]), ("1.2", [1, 2])).InGroups("so", "so");
        var leaves = StatisticsAnalysis.Run(Given.Score(set, table)).Single().Leaves;
        (leaves[0].Coverage.Value, leaves[0].Mean.Value, leaves[0].Covered).ShouldBe((0, 0, 0));
        (leaves[1].Coverage.Gap, leaves[1].Mean.Gap, leaves[1].Applicable).ShouldBe((Gap.NotApplicable, Gap.NotApplicable, 0));

        var composite = Of(Given.Composite(Given.Leaf("a", AsItIs)), ("a", [double.NaN, double.NaN])).Leaves.Single();
        (composite.Mean.Gap, composite.ShareAtMode.Gap, composite.Coverage.Value).ShouldBe((Gap.NoData, Gap.NoData, 0));
    }

    [Theory]
    [InlineData(1e308)]
    [InlineData(-1.7e308)]
    [InlineData(5e-324)]
    public void No_figure_is_ever_not_a_number(double extreme)
    {
        double[] a = [.. Enumerable.Range(0, 24).Select(i => i % 3 == 0 ? extreme : i % 3 == 1 ? 0 : -extreme)];
        var group = Of(Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs)) with { Aggregate = Aggregation.Arithmetic },
            ("a", a), ("b", [.. Enumerable.Range(0, 24).Select(i => (double)(i * i))]));
        group.Correlations[1, 2].Value.ShouldNotBeNull();
        foreach (var leaf in group.Leaves)
            foreach (var figure in (Figure[])[leaf.Mean, leaf.Sd, leaf.Min, leaf.Max, leaf.Median, leaf.Skewness, leaf.Kurtosis])
                (figure.Value is { } value ? double.IsFinite(value) : figure.Gap != Gap.None).ShouldBeTrue();
        foreach (var node in group.Importance)
            foreach (var figure in (Figure[])[node.Linear, node.Ratio, node.ByChance, node.Share])
                (figure.Value is { } value ? value is >= 0 and <= 1 : figure.Gap != Gap.None).ShouldBeTrue();
    }

    [Fact]
    public void Groups_are_described_apart()
    {
        var table = Given.Table(("1.1", [1, 2, 9, 10])).InGroups("so", "so", "huyen", "huyen");
        var groups = StatisticsAnalysis.Run(Given.Score(Given.Points(Given.Branch("1", Given.Ten("1.1"))), table));
        groups.Select(group => (group.Group, group.Leaves.Single().Mean.Value)).ShouldBe([("so", 1.5), ("huyen", 9.5)]);
        groups[1].Units.ShouldBe([2, 3]);
    }

    [Fact]
    public void Shares_at_the_ends_are_of_units_with_a_score()
    {
        var leaf = Of(Given.Points(Given.Branch("1", Given.Ten("1.1"))), ("1.1", [0, -3, 10, 12, 5])).Leaves.Single();
        (leaf.ShareAtZero.Value, leaf.ShareAtFull.Value, leaf.Distinct).ShouldBe((0.4, 0.4, 3));
        Of(Given.Composite(Given.Leaf("a", new(NormaliseKind.ZScore))), ("a", [1, 2, 3])).Leaves.Single().ShareAtFull.Gap.ShouldBe(Gap.NoScale);
    }

    [Fact]
    public void The_unit_that_makes_a_column_skewed_is_named()
    {
        var leaf = Of(Given.Composite(Given.Leaf("a", AsItIs)), ("a", [1, 2, 3, 2, 1, 3, 2, 2, 1, 3, 500, 2])).Leaves.Single();
        leaf.HasOutliers.ShouldBeTrue();
        leaf.Outliers.ShouldBe([10]);
    }

    [Fact]
    public void A_missing_input_lowers_coverage_though_it_scores_zero()
    {
        var leaf = Of(Given.Points(Given.Branch("1", Given.Ten("1.1"))), ("1.1", [5, double.NaN, 5, double.NaN])).Leaves.Single();
        (leaf.Coverage.Value, leaf.Scored, leaf.ShareAtZero.Value).ShouldBe((0.5, 4, 0.5));
    }

    [Fact]
    public void Nominal_weights_of_a_level_add_up_to_one()
    {
        var group = Of(Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2")), Given.Branch("2", Given.Ten("2.1"))), ("1.1", [1, 2]), ("1.2", [1, 2]), ("2.1", [1, 2]));
        group.Importance.Select(node => (node.Code, node.IsLeaf)).ShouldBe([("1", false), ("2", false), ("1.1", true), ("1.2", true), ("2.1", true)]);
        group.Importance.Take(2).Select(node => node.Nominal).ShouldBe([2.0 / 3, 1.0 / 3]);
        group.Importance.Skip(2).Sum(node => node.Nominal).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Statistics_do_not_depend_on_the_order_of_units()
    {
        double[] a = [.. Enumerable.Range(0, 30).Select(i => (double)(i * 37 % 31))], b = [.. Enumerable.Range(0, 30).Select(i => (double)(i * i % 17))];
        var set = Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs));
        var one = Of(set, ("a", a), ("b", b));
        var other = Of(set, ("a", [.. a.Reverse()]), ("b", [.. b.Reverse()]));
        other.Leaves[0].Skewness.ShouldBe(one.Leaves[0].Skewness);
        other.Correlations[1, 2].Value!.Value.ShouldBe(one.Correlations[1, 2].Value!.Value, 1e-12);
        other.Importance[0].Ratio.Value!.Value.ShouldBe(one.Importance[0].Ratio.Value!.Value, 1e-9);
    }

    private static GroupStatistics Of(IndicatorSet set, params (string Column, double[] Values)[] columns) =>
        StatisticsAnalysis.Run(Given.Score(set with { Groups = [] }, Given.Table(columns))).Single();
}
