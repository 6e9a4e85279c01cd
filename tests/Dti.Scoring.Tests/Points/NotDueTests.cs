using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Report = Dti.Scoring.Tables.Timeliness;

namespace Dti.Scoring.Tests.Points;

/// <summary>Quarters a unit did not live through.</summary>
public sealed class NotDueTests
{
    private static readonly Node Node = Given.Indicator("1", 8, new TimelinessRule(1, 0.5, 0.25), [.. TimelinessRule.Quarters.Select(id => Given.Input(id, InputType.Timeliness))]);

    [Theory]
    [InlineData(Report.OnTime, Report.Late, Report.NotDue, Report.NotDue, 6)]
    [InlineData(Report.NotDue, Report.NotDue, double.NaN, Report.OnTime, 5)]
    [InlineData(Report.NotDue, Report.NotDue, Report.NotDue, Report.None, 2)]
    public void Timeliness_is_the_mean_over_the_quarters_that_were_due(double q1, double q2, double q3, double q4, double points) =>
        Score(q1, q2, q3, q4).Values[1][0].ShouldBe(points);

    [Fact]
    public void Without_a_quarter_that_was_due_the_indicator_leaves()
    {
        var scores = Score(Report.NotDue, Report.NotDue, Report.NotDue, Report.NotDue);
        double.IsNaN(scores.Values[1][0]).ShouldBeTrue();
        scores.Maxima![1][0].ShouldBe(0);
    }

    [Fact]
    public void The_formula_shows_only_what_was_due() =>
        Score(Report.OnTime, Report.Late, Report.NotDue, Report.NotDue).Explain(0, 1).Formula.ShouldBe("8 × (1 + 0.5) / 2");

    private static SetScores Score(params double[] quarters) => ScoringPlan.Compile(Given.Points(Node)).Score(new()
    {
        Units = [new("a", "")],
        Columns = quarters.Select((value, i) => ($"1.q{i + 1}", new[] { value })).ToDictionary(column => column.Item1, column => column.Item2),
    });
}
