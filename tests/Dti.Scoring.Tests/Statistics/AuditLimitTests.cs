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

    /// <summary>Two children r apart in correlation: 0.9 itself is not yet more than 0.9.</summary>
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
