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
        { new YesNoRule(X), 0, "10 × 0 (no)" },
        { new StepsRule(X, []), 7, "10 × 0 (no steps)" },
        { new StepsRule(X, [new(20, 1), new(5, 0.3)]), 5, "10 × 0.3 (5 ≥ 5)" },
        { new LinearRule(X, 5, 5), 5, "10 × 1 (5 ≥ 5)" },
        { new LinearRule(X, 5, 5), 4, "10 × 0 (4 < 5)" },
        { new LinearRule(X, -4, 6), 1, "10 × min(1, max(0, (1 − (-4)) / (6 − (-4))))" },
        { new ByDateRule(X, new(2025, 3, 1), new(2025, 3, 31)), new DateOnly(2025, 3, 1).DayNumber, "10 × 1 (2025-03-01, full until 2025-03-01)" },
        { new ByDateRule(X, new(2025, 3, 1), new(2025, 3, 31)), new DateOnly(2025, 3, 31).DayNumber, "10 × 0 (2025-03-31, zero after 2025-03-31)" },
        { new RelativeRule(X), -4, "10 × 0 (the best of the peer group is -4: empty)" },
        { new RelativeRule(X, WhenEmpty.Full), 0, "10 × 1 (the best of the peer group is 0: empty)" },
        { new AnyRule([new YesNoRule(X), new LinearRule(X, 0, 2)]), 1, "10 × max(1 (yes), min(1, max(0, 1 / 2)))" },
        { new TimesRule([new YesNoRule(X), new LinearRule(X, 0, 2)]), 1, "10 × 1 (yes) × min(1, max(0, 1 / 2))" },
        { new RatioRule(X, X), 0, "10 × 0 (0 / 0 is empty)" },
        { new RatioRule(X, X, WhenEmpty: WhenEmpty.Full), 0, "10 × 1 (0 / 0 is empty)" },
        { new RatioRule(X, X), 3, "10 × min(1, 3 / 3)" },
        { new RatioRule(X, X, 1.5, 1), 3, "10 × min(1, 3 / 3)" },
        { new RatioRule(X, X, 3, 2), 3, "10 × 0 (3 / 3 < 2)" },
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

    [Theory]
    [InlineData(-1, "10 × max(0, -1 / 4)")]
    [InlineData(0, "10 × min(1, 0 / 4)")]
    [InlineData(1, "10 × min(1, 1 / 4)")]
    public void A_ratio_below_0_is_held_at_0(double part, string formula)
    {
        var node = Given.Indicator("1", 10, new RatioRule(new("1", "a"), new("1", "b"), Floor: -9), Given.Number("a"), Given.Number("b"));
        Given.Score(Given.Points(node), Given.Table(("1.a", [part]), ("1.b", [4.0]))).Explain("1").Formula.ShouldBe(formula);
    }

    [Theory]
    [InlineData(1, "10 × 0.25 (mot-phan)")]
    [InlineData(0, "10 × 0.1 (khong)")]
    [InlineData(2, "10 × 0 (no such option)")]
    [InlineData(-1, "10 × 0 (no such option)")]
    public void A_choice_is_shown_by_its_code(double index, string formula)
    {
        var node = Given.Indicator("1", 10, new ChoiceRule(X, new Dictionary<string, double> { ["khong"] = 0.1, ["mot-phan"] = 0.25 }), Given.Input("x", Choice, "khong", "mot-phan"));
        var scores = Given.Score(Given.Points(node), Given.Table(("1", [index])));
        scores.Explain("1").Formula.ShouldBe(formula);
        scores.Of("1").ShouldBe([index == 1 ? 2.5 : index == 0 ? 1 : 0]);
    }

    [Fact]
    public void Timeliness_shows_its_four_quarters()
    {
        var node = Given.Indicator("1", 10, new TimelinessRule(1, 0.5, 0.25), [.. TimelinessRule.Quarters.Select(id => Given.Input(id, Timeliness))]);
        var trace = Given.Score(Given.Points(node), Given.Table(("1.q1", [2.0]), ("1.q2", [1.0]), ("1.q3", [0.0]))).Explain("1");
        trace.Formula.ShouldBe("10 × (1 + 0.5 + 0.25 + 0.25) / 4");
        trace.Score.ShouldBe(5);
        trace.Operands.Select(operand => operand.Column).ShouldBe(["1.q1", "1.q2", "1.q3", "1.q4"]);
    }

    [Fact]
    public void Timeliness_of_quarters_none_of_which_was_due_says_so_among_other_rules()
    {
        Operand yes = new("1", "y");
        var node = Given.Indicator("1", 10, new AnyRule([new TimelinessRule(1, 0.5, 0.25), new YesNoRule(yes)]),
            [.. TimelinessRule.Quarters.Select(id => Given.Input(id, Timeliness)), Given.Input("y", InputType.YesNo)]);
        double[] not = [Scoring.Tables.Timeliness.NotDue];
        var trace = Given.Score(Given.Points(node), Given.Table(("1.q1", not), ("1.q2", not), ("1.q3", not), ("1.q4", not), ("1.y", [1.0]))).Explain("1");
        (trace.Score, trace.Formula).ShouldBe((10, "10 × max(no quarter was due, 1 (yes))"));
    }

    [Fact]
    public void Every_missing_input_is_named()
    {
        var node = Given.Indicator("1", 10, new RatioRule(new("1", "a"), new("1", "b")), Given.Number("a"), Given.Number("b"));
        var trace = Given.Score(Given.Points(node), Given.Table(("1.a", [double.NaN]))).Explain("1");
        trace.Remark.ShouldBe("missing 1.a, 1.b: scores 0");
        trace.Formula.ShouldBe("10 × 0");
        trace.Share.ShouldBe(0);
    }

    [Theory]
    [InlineData(InputSourceKind.Self, "self")]
    [InlineData(InputSourceKind.Metric, "metric:m")]
    [InlineData(InputSourceKind.Survey, "survey")]
    [InlineData(InputSourceKind.System, "system")]
    public void An_operand_tells_where_its_value_comes_from(InputSourceKind kind, string source)
    {
        var node = Given.Indicator("1", 10, new LinearRule(X, 0, 10), Given.Number("x") with { From = new(kind, "m") });
        Given.Score(Given.Points(node), Given.Table(("1", [4.0]))).Explain("1").Operands.ShouldBe([new("1", "x", 4, Number, source)]);
    }

    [Fact]
    public void A_rule_names_each_column_it_reads_once()
    {
        var node = Given.Indicator("1", 10, new AllRule([new YesNoRule(X), new LinearRule(X, 0, 2)]), Given.Number("x"));
        Given.Score(Given.Points(node), Given.Table(("1", [1.0]))).Explain("1").Operands.ShouldHaveSingleItem();
    }

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
        (trace.Score, trace.Maximum, trace.Share).ShouldBe((9.5, 20, 0.475));
        trace.Remark.ShouldBeNull();
        trace.Operands.ShouldBeEmpty();
    }

    [Fact]
    public void A_parent_leaves_out_children_without_a_score_and_only_the_root_is_rescaled()
    {
        var excluded = Given.Ten("1.2");
        excluded = excluded with { Indicator = excluded.Indicator! with { WhenMissing = WhenMissing.Exclude } };
        var scores = Given.Score(Given.Points(Given.Branch("1", Given.Ten("1.1"), excluded), Given.Ten("2")), Given.Table(("1.1", [4.0]), ("2", [6.0])));
        scores.Explain("1").Formula.ShouldBe("4");
        scores.Explain("1").Remark.ShouldBeNull();
        scores.Explain("INDEX").Formula.ShouldBe("(4 + 6) × 30 / 20");
        scores.Explain("INDEX").Score.ShouldBe(15);
    }

    [Fact]
    public void A_root_that_is_not_rescaled_is_the_plain_sum_and_tiny_points_are_rescaled_too()
    {
        var scores = Given.Score(Given.Points(Given.Ten("1"), Given.Ten("2")), Given.Table(("1", [4.0]), ("2", [6.0])));
        scores.Explain("INDEX").Formula.ShouldBe("4 + 6");
        scores.Explain("INDEX").Remark.ShouldBeNull();

        var (tiny, excluded) = (Given.Indicator("1", 1e-5, new YesNoRule(X), Given.Number("x")), Given.Indicator("2", 1e-5, new YesNoRule(new("2", "x")), Given.Number("x")));
        excluded = excluded with { Indicator = excluded.Indicator! with { WhenMissing = WhenMissing.Exclude } };
        Given.Score(Given.Points(tiny, excluded), Given.Table(("1", [1.0]))).Explain("INDEX").Formula.ShouldBe("(1E-05) × 2E-05 / 1E-05");
    }

    [Fact]
    public void What_is_left_with_no_points_scores_0_and_is_not_rescaled()
    {
        var excluded = Given.Ten("2");
        excluded = excluded with { Indicator = excluded.Indicator! with { WhenMissing = WhenMissing.Exclude } };
        var trace = Given.Score(Given.Points(Given.Indicator("1", 0, new YesNoRule(X), Given.Number("x")), excluded), Given.Table(("1", [1.0]))).Explain("INDEX");
        (trace.Score, trace.Maximum, trace.Share, trace.Formula, trace.Remark).ShouldBe((0, 0, double.NaN, "0", null));
    }

    private static Operand X => new("1", "x");
}
