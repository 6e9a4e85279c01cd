using Dti.Scoring.Sets;
using static Dti.Scoring.Sets.InputType;

namespace Dti.Scoring.Tests.Points;

public sealed class PointTraceTests
{
    [Fact]
    public void A_ratio_is_shown_with_its_numbers_operands_and_law()
    {
        var node = Given.Indicator("1.1", 10, new RatioRule(new("1.1", "published"), new("1.1", "listed")),
            Given.Input("published", Count) with { From = new(InputSourceKind.Metric, "datasets_published"), Name = new("Đã công bố") },
            Given.Input("listed", Count)) with { Source = "142/QĐ-TTg, III.2" };
        var trace = Given.Score(Given.Points(node), Given.Table(("1.1.published", [98.0]), ("1.1.listed", [120.0]))).Explain("1.1");

        trace.Formula.ShouldBe("10 × min(1, 98 / 120)");
        trace.Law.ShouldBe("142/QĐ-TTg, III.2");
        trace.Score.ShouldBe(10 * (98.0 / 120));
        trace.Maximum.ShouldBe(10);
        trace.Share.ShouldBe(98.0 / 120, 1e-15);
        trace.Remark.ShouldBeNull();
        trace.Operands.Select(operand => (operand.Column, operand.Name, operand.Value, operand.Source)).ShouldBe(
            [("1.1.published", "Đã công bố", 98, "metric:datasets_published"), ("1.1.listed", "listed", 120, "self")]);
    }

    public static TheoryData<Rule, double, string> Formulas => new()
    {
        { new YesNoRule(X), 1, "10 × 1 (yes)" },
        { new StepsRule(X, [new(5, 0.3), new(20, 1)]), 7, "10 × 0.3 (7 ≥ 5)" },
        { new StepsRule(X, [new(5, 0.3)]), 2, "10 × 0 (2 < 5)" },
        { new LinearRule(X, 0, 30), 12, "10 × min(1, max(0, 12 / 30))" },
        { new LinearRule(X, 20, 10), 12, "10 × min(1, max(0, (12 − 20) / (10 − 20)))" },
        { new ChecklistRule([X], 2), 1, "10 × min(1, 1 / 2)" },
        { new ByDateRule(X, new(2025, 3, 1), new(2025, 3, 31)), new DateOnly(2025, 3, 16).DayNumber, "10 × 15 / 30 (2025-03-16; days left until 2025-03-31)" },
        { new RelativeRule(X), 4, "10 × max(0, 4 / 4) (best of the peer group: 4)" },
        { new SumRule([new(0.5, new YesNoRule(X)), new(0.5, new LinearRule(X, 0, 2))]), 1, "10 × (0.5 × 1 (yes) + 0.5 × min(1, max(0, 1 / 2)))" },
        { new AllRule([new YesNoRule(X), new LinearRule(X, 0, 2)]), 1, "10 × min(1 (yes), min(1, max(0, 1 / 2)))" },
        { new RatioRule(X, X, 0.75), 3, "10 × 1 (3 / 3 ≥ 0.75)" },
        { new RatioRule(X, X, 1, 2), 3, "10 × min(1, 3 / 3)" },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Each_rule_shows_how_the_points_came_about(Rule rule, double value, string formula) =>
        Given.Score(Given.Points(Given.Indicator("1", 10, rule, Given.Number("x"))), Given.Table(("1", [value]))).Explain("1").Formula.ShouldBe(formula);

    [Fact]
    public void An_empty_ratio_that_is_excluded_says_so()
    {
        var node = Given.Indicator("1", 10, new RatioRule(new("1", "a"), new("1", "b"), WhenEmpty: WhenEmpty.Exclude), Given.Number("a"), Given.Number("b"));
        var trace = Given.Score(Given.Points(node), Given.Table(("1.a", [3.0]), ("1.b", [0.0]))).Explain("1");
        trace.Remark.ShouldBe("excluded (3 / 0 is empty): excluded, its points leave the maximum");
        trace.Score.ShouldBe(double.NaN);
    }

    [Fact]
    public void A_parent_shows_its_children()
    {
        var trace = Given.Score(Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2"))), Given.Table(("1.1", [4.0]), ("1.2", [5.5]))).Explain("1");
        trace.Formula.ShouldBe("4 + 5.5");
        trace.Children.Select(child => (child.Code, child.Score, child.Weight)).ShouldBe([("1.1", 4, 10), ("1.2", 5.5, 10)]);
    }

    private static Operand X => new("1", "x");
}
