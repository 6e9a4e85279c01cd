using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

/// <summary>From how many units on a finding or a share is stated, and which units it rests on.</summary>
public sealed class AuditEdgeTests
{
    private const double No = double.NaN;
    private static readonly Normalisation AsItIs = new(NormaliseKind.None);

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    public void From_ten_units_on_an_audit_speaks(int units, int findings)
    {
        // 1.1 and 1.2 are one; 1.3 goes against both, so that the three hardly hang together; 2.1 and 2.2 tell nothing apart.
        double[] rising = [.. Enumerable.Range(0, units).Select(i => i * 10.0 / units)], falling = [.. rising.Select(x => 10 - x)], flat = [.. rising.Select((_, i) => i == 0 ? 1.0 : 2)];
        var set = Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2"), Given.Ten("1.3")), Given.Branch("2", Given.Ten("2.1"), Given.Ten("2.2")));
        var group = Of(set, ("1.1", rising), ("1.2", rising), ("1.3", falling), ("2.1", flat), ("2.2", flat));
        int Count(AuditRule rule, string code) => group.Findings.Count(finding => finding.Rule == rule && group.Plan.Nodes[finding.Node].Code == code && finding.Units == units);
        Count(AuditRule.Redundant, "1.1").ShouldBe(findings);
        Count(AuditRule.Contradicts, "1.3").ShouldBe(findings);
        Count(AuditRule.LowConsistency, "1").ShouldBe(findings);
        Count(AuditRule.TellsNothingApart, "2.1").ShouldBe(findings);
    }

    [Fact]
    public void A_column_with_too_few_values_is_found_of_however_few_units()
    {
        var finding = Of(Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs)), ("a", [1, No, No, 4]), ("b", [1, 2, 3, No])).Findings.ShouldHaveSingleItem();
        (finding.Rule, finding.Node, finding.Other, finding.Value, finding.Beside, finding.Units).ShouldBe((AuditRule.LowCoverage, 1, null, 0.5, 2, 4));
    }

    [Theory]
    [InlineData(19, Gap.TooFew)]
    [InlineData(20, Gap.None)]
    public void From_twenty_units_on_a_correlation_ratio_is_stated_and_shares_of_it_sum_to_one(int units, Gap gap)
    {
        double[] a = [.. Enumerable.Range(0, units).Select(i => (double)i)], b = [.. a.Select(x => x * 7 % units)], c = [.. a.Select(x => x * x * 5 % units)];
        var importance = Of(Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs, 2), Given.Leaf("c", AsItIs)), ("a", a), ("b", b), ("c", c)).Importance;
        importance.ShouldAllBe(node => node.Ratio.Gap == gap && node.Share.Gap == gap && node.LinearShare.Gap == Gap.None);
        importance.Sum(node => node.LinearShare.Value!.Value).ShouldBe(1, 1e-12);
        if (gap == Gap.None)
            importance.Sum(node => node.Share.Value!.Value).ShouldBe(1, 1e-12);
    }

    [Theory]
    [InlineData(9, Gap.TooFew)]
    [InlineData(10, Gap.None)]
    public void From_ten_pairs_on_a_share_by_straight_lines_is_stated(int units, Gap gap)
    {
        double[] a = [.. Enumerable.Range(0, units).Select(i => (double)i)], b = [.. a.Select(x => x * 7 % units)];
        Of(Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs)), ("a", a), ("b", b)).Importance.ShouldAllBe(node => node.Linear.Gap == Gap.None && node.LinearShare.Gap == gap);
    }

    [Fact]
    public void A_ratio_rests_on_the_units_with_both_scores()
    {
        double[] a = [.. Enumerable.Range(0, 26).Select(i => i % 13 == 0 ? No : (i * 11 % 26))], b = [.. Enumerable.Range(0, 26).Select(i => (double)i)];
        var importance = Of(Given.Composite(Given.Leaf("a", AsItIs), Given.Leaf("b", AsItIs)), ("a", a), ("b", b)).Importance;
        int[] both = [.. Enumerable.Range(0, 26).Where(i => !double.IsNaN(a[i]))];
        double[] index = [.. both.Select(i => (a[i] + b[i]) / 2)];
        var (ratio, chance) = LocalLinear.Of([.. both.Select(i => a[i])], index);
        (importance[0].Pairs, importance[1].Pairs).ShouldBe((24, 26));
        importance[0].Ratio.Value!.Value.ShouldBe(ratio, 1e-9);
        importance[0].ByChance.Value!.Value.ShouldBe(chance, 1e-9);
    }

    [Fact]
    public void Nodes_are_compared_by_the_share_of_the_points_a_unit_can_get_there()
    {
        // Indicator 1.2 is asked of u1 to u6 alone: they can get 20 points at node 1, the others 10. Everybody gets half; u12 gets nothing.
        var part = Given.Ten("1.2");
        var set = Given.Points(
            Given.Branch("1", Given.Ten("1.1"), part with { Indicator = part.Indicator! with { UnitsOnly = [.. Enumerable.Range(1, 6).Select(i => $"u{i}")] } }),
            Given.Branch("2", Given.Ten("2.1")));
        double[] half = [.. Enumerable.Range(1, 12).Select(i => i == 12 ? 0.0 : 5)];
        var group = Of(set, ("1.1", half), ("1.2", half), ("2.1", half));
        int Node(string code) => group.Plan.Nodes.Single(node => node.Code == code).Index;
        group.Correlations[Node("1"), Node("2")].Value!.Value.ShouldBe(1, 1e-12);
        // The index itself is compared in points: those of who is asked for more are more.
        group.Correlations[0, Node("2")].Value!.Value.ShouldBeLessThan(0.9);
    }

    [Fact]
    public void A_unit_that_can_get_nothing_at_a_node_is_left_out_there()
    {
        var part = Given.Ten("1.1");
        var set = Given.Points(
            Given.Branch("1", part with { Indicator = part.Indicator! with { UnitsOnly = [.. Enumerable.Range(1, 6).Select(i => $"u{i}")] } }), Given.Branch("2", Given.Ten("2.1")));
        double[] rising = [.. Enumerable.Range(1, 12).Select(i => i / 2.0)];
        var group = Of(set, ("1.1", rising), ("2.1", rising));
        int Node(string code) => group.Plan.Nodes.Single(node => node.Code == code).Index;
        group.Correlations.Pairs(Node("1"), Node("2")).ShouldBe(6);
        group.Correlations[Node("1"), Node("2")].Value!.Value.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Of_no_pair_there_is_no_covariance() => Pearson.Covariance([1, No], [No, 2]).ShouldBe((No, 0));

    private static GroupStatistics Of(IndicatorSet set, params (string Column, double[] Values)[] columns) =>
        StatisticsAnalysis.Run(Given.Score(set with { Groups = [] }, Given.Table(columns))).Single();
}
