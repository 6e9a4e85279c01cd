using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

/// <summary>What a reader is told of a limit: the figure its source gives, or that the figure is our own.</summary>
public sealed class AuditLimitTests
{
    [Theory]
    [InlineData(AuditRule.LowCoverage, 0.65, "COIN Tool")]
    [InlineData(AuditRule.Outliers, 2, "check_SkewKurt")]
    [InlineData(AuditRule.WeakLink, 0.3, "plot_corr")]
    [InlineData(AuditRule.Redundant, 0.9, "get_corr_flags")]
    [InlineData(AuditRule.LowConsistency, 0.7, "Nunnally")]
    public void A_limit_that_has_a_source_is_the_sources(AuditRule rule, double limit, string source)
    {
        Audit.LimitOf(rule).IsOwnChoice.ShouldBeFalse();
        Audit.LimitOf(rule).Limit.ShouldBe(limit);
        Audit.LimitOf(rule).Source.ShouldContain(source);
    }

    [Theory]
    [InlineData(AuditRule.TellsNothingApart)]
    [InlineData(AuditRule.Contradicts)]
    [InlineData(AuditRule.OtherNode)]
    [InlineData(AuditRule.Underweight)]
    [InlineData(AuditRule.Overweight)]
    public void A_limit_of_our_own_says_so_and_names_who_asks_the_question(AuditRule rule)
    {
        Audit.LimitOf(rule).IsOwnChoice.ShouldBeTrue();
        Audit.LimitOf(rule).Source.ShouldNotBeEmpty();
    }

    /// <summary>1.3 goes with node 2 as far as its mixture says; a hundredth more than with its own node is no remark.</summary>
    [Fact]
    public void An_indicator_belongs_elsewhere_only_from_a_tenth_of_correlation_more()
    {
        var margins = new List<(double Margin, bool Found)>();
        for (int part = 0; part <= 20; part++)
        {
            double[] own = [.. Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? 3.0 : -3)], other = [.. Enumerable.Range(0, 24).Select(i => i % 4 < 2 ? 3.0 : -3)];
            double[] mixed = [.. own.Zip(other, (x, y) => 5 + (x * (20 - part) + y * part) / 20)];
            var set = Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2"), Given.Ten("1.3")), Given.Branch("2", Given.Ten("2.1"))) with { Groups = [] };
            var group = StatisticsAnalysis.Run(Given.Score(set, Given.Table(("1.1", [.. own.Select(x => 5 + x)]), ("1.2", [.. own.Select(x => 5 + x)]), ("1.3", mixed), ("2.1", [.. other.Select(x => 5 + x)])))).Single();
            int Node(string code) => group.Plan.Nodes.Single(node => node.Code == code).Index;
            margins.Add((group.Correlations[Node("1.3"), Node("2")].Value!.Value - group.Correlations[Node("1.3"), Node("1")].Value!.Value,
                group.Findings.Any(finding => finding.Rule == AuditRule.OtherNode && finding.Node == Node("1.3"))));
        }
        margins.ShouldAllBe(mixture => mixture.Found == (mixture.Margin >= 0.1));
        margins.Count(mixture => mixture.Margin is > 0 and < 0.1).ShouldBePositive();
        margins.Count(mixture => mixture.Found).ShouldBePositive();
    }

    /// <summary>A correlation a hundredth below and above the limit.</summary>
    [Theory]
    [InlineData(0.89, false)]
    [InlineData(0.91, true)]
    public void Two_indicators_are_one_from_a_correlation_above_nine_tenths(double r, bool redundant)
    {
        // Orthogonal columns of equal length: r · a + √(1 − r²) · b has correlation r with a.
        double[] a = [.. Enumerable.Range(0, 24).Select(i => i % 2 == 0 ? 1.0 : -1)], b = [.. Enumerable.Range(0, 24).Select(i => i % 4 < 2 ? 1.0 : -1)];
        double[] mixed = [.. a.Zip(b, (x, y) => 5 + r * x + Math.Sqrt(1 - r * r) * y)];
        var set = Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2"))) with { Groups = [] };
        var group = StatisticsAnalysis.Run(Given.Score(set, Given.Table(("1.1", [.. a.Select(x => 5 + x)]), ("1.2", mixed)))).Single();
        group.Correlations[2, 3].Value!.Value.ShouldBe(r, 1e-9);
        group.Findings.Any(finding => finding.Rule == AuditRule.Redundant).ShouldBe(redundant);
    }
}
