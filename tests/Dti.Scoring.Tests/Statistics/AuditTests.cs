using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

public sealed class AuditTests
{
    private static readonly double[] Rising = [.. Enumerable.Range(0, 24).Select(i => i * 10 / 23.0)];
    private static readonly double[] Wild = [.. Enumerable.Range(0, 24).Select(i => i * 7 % 24 * 10 / 23.0)];

    [Fact]
    public void Every_rule_has_its_limit_in_the_rules_order() =>
        Audit.Limits.Select(limit => limit.Rule).ShouldBe(Enum.GetValues<AuditRule>());

    [Fact]
    public void An_indicator_that_goes_against_its_node_and_one_that_repeats_another_are_found()
    {
        var group = Of(("1.1", Rising), ("1.2", [.. Rising.Select((x, i) => x * 0.9 + i % 2 * 0.1)]), ("1.3", [.. Rising.Select(x => 10 - x)]), ("2.1", Wild), ("2.2", Wild));
        Found(group, AuditRule.Contradicts).ShouldBe(["1.3"]);
        Found(group, AuditRule.Redundant).ShouldBe(["1.1", "2.1"]);
        Found(group, AuditRule.LowConsistency).ShouldContain("1");
        group.Findings.Select(finding => finding.Rule).ShouldBeInOrder();
    }

    [Fact]
    public void An_indicator_that_belongs_elsewhere_is_found()
    {
        var group = Of(("1.1", Rising), ("1.2", Rising), ("1.3", [.. Wild.Select((x, i) => x * 0.8 + i % 3)]), ("2.1", Wild), ("2.2", Wild));
        var finding = group.Findings.Single(finding => finding.Rule == AuditRule.OtherNode);
        (group.Plan.Nodes[finding.Node].Code, group.Plan.Nodes[finding.Other!.Value].Code).ShouldBe(("1.3", "2"));
        finding.Value.ShouldBeGreaterThan(finding.Beside!.Value);
    }

    [Fact]
    public void A_node_that_decides_all_outweighs_one_that_hardly_varies()
    {
        double[] still = [.. Rising.Select((_, i) => 5 + i % 2 * 0.01)];
        var group = Of(("1.1", Rising), ("1.2", still), ("1.3", still), ("2.1", still), ("2.2", still));
        Found(group, AuditRule.Underweight).ShouldBe(["2"]);
        group.Importance[0].Share.Value!.Value.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Of_few_units_nothing_is_said_of_links()
    {
        var group = Of(("1.1", Rising[..9]), ("1.2", Rising[..9]), ("1.3", [.. Rising[..9].Select(x => 10 - x)]), ("2.1", Wild[..9]), ("2.2", Wild[..9]));
        group.Correlations[2, 3].Value.ShouldNotBeNull();
        group.Findings.ShouldBeEmpty();
    }

    private static string[] Found(GroupStatistics group, AuditRule rule) =>
        [.. group.Findings.Where(finding => finding.Rule == rule).Select(finding => group.Plan.Nodes[finding.Node].Code)];

    private static GroupStatistics Of(params (string Column, double[] Values)[] columns)
    {
        var set = Given.Points(
            Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2"), Given.Ten("1.3")),
            Given.Branch("2", Given.Ten("2.1"), Given.Ten("2.2"))) with { Groups = [] };
        return StatisticsAnalysis.Run(Given.Score(set, Given.Table(columns))).Single();
    }
}
