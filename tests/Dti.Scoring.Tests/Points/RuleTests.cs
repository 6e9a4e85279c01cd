using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using static Dti.Scoring.Sets.InputType;
using Report = Dti.Scoring.Tables.Timeliness;

namespace Dti.Scoring.Tests.Points;

/// <summary>Each rule of the contract by a table of cases.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void Yes_earns_all_and_no_nothing(double answer, double share) =>
        Given.Share(new YesNoRule(Own("x")), ("x", YesNo, answer)).ShouldBe(share);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.6)]
    [InlineData(2, 0)]
    [InlineData(7, 0)]
    public void A_choice_earns_its_options_share_and_an_option_without_one_nothing(double option, double share)
    {
        var rule = new ChoiceRule(Own("x"), new Dictionary<string, double> { ["khong"] = 0, ["mot-phan"] = 0.6 });
        var set = Given.Points(Given.Indicator("1", 1, rule, Given.Input("x", Choice, "khong", "mot-phan", "khac")));
        Given.Score(set, Given.Table(("1", [option]))).Root(0).ShouldBe(share);
    }

    [Theory]
    [InlineData(749, 1000, 0.75, 0, 0.749)]
    [InlineData(75, 100, 0.75, 0, 1)]
    [InlineData(98, 120, 1, 0, 98.0 / 120)]
    [InlineData(130, 120, 1, 0, 1)]
    [InlineData(19, 100, 1, 0.2, 0)]
    [InlineData(20, 100, 1, 0.2, 0.2)]
    [InlineData(7, 10, 0.7, 0, 1)]
    [InlineData(99, 100, 1, 1, 0)]
    [InlineData(100, 100, 1, 1, 1)]
    [InlineData(11, 10, 1.2, 0, 1)]
    [InlineData(-5, 10, 1, 0, 0)]
    [InlineData(-5, -10, 1, 0, 0.5)]
    [InlineData(1e300, 1e-300, 1, 0, 1)]
    [InlineData(0, 5, 1, 0, 0)]
    public void A_ratio_jumps_at_full_and_is_nothing_below_its_floor(double of, double to, double fullAt, double floor, double share) =>
        Given.Share(new RatioRule(Own("a"), Own("b"), fullAt, floor), ("a", Count, of), ("b", Count, to)).ShouldBe(share);

    [Theory]
    [InlineData(WhenEmpty.Zero, 0)]
    [InlineData(WhenEmpty.Full, 1)]
    [InlineData(WhenEmpty.Exclude, double.NaN)]
    public void A_ratio_to_zero_is_empty(WhenEmpty whenEmpty, double share) =>
        Given.Share(new RatioRule(Own("a"), Own("b"), WhenEmpty: whenEmpty), ("a", Count, 0), ("b", Count, 0)).ShouldBe(share);

    [Theory]
    [InlineData(4.9, 0)]
    [InlineData(5, 0.3)]
    [InlineData(19.9, 0.3)]
    [InlineData(20, 1)]
    [InlineData(1000, 1)]
    public void The_highest_step_reached_counts(double x, double share) =>
        Given.Share(new StepsRule(Own("x"), [new(20, 1), new(5, 0.3)]), ("x", Number, x)).ShouldBe(share);

    [Theory]
    [InlineData(10, 20, 5, 0)]
    [InlineData(10, 20, 15, 0.5)]
    [InlineData(10, 20, 25, 1)]
    [InlineData(20, 10, 12.5, 0.75)]
    [InlineData(20, 10, 30, 0)]
    [InlineData(20, 10, 0, 1)]
    [InlineData(5, 5, 5, 1)]
    [InlineData(5, 5, 4, 0)]
    [InlineData(-1.7e308, 1.7e308, 0, 0.5)]
    [InlineData(-1.7e308, 1.7e308, 0.85e308, 0.75)]
    [InlineData(0, 3 * double.Epsilon, double.Epsilon, 1.0 / 3)]
    public void A_line_is_clamped_and_may_fall(double from, double to, double x, double share) =>
        Given.Share(new LinearRule(Own("x"), from, to), ("x", Number, x)).ShouldBe(share, 1e-15);

    [Theory]
    [InlineData(3, 1, 1, 1, 1)]
    [InlineData(3, 1, 0, 1, 2.0 / 3)]
    [InlineData(2, 1, 0, 1, 1)]
    [InlineData(2, 1, 1, 1, 1)]
    [InlineData(2, 0, 0, 0, 0)]
    public void A_checklist_counts_yes_answers_up_to_its_need(double need, double a, double b, double c, double share) =>
        Given.Share(new ChecklistRule([Own("a"), Own("b"), Own("c")], need), ("a", YesNo, a), ("b", YesNo, b), ("c", YesNo, c)).ShouldBe(share);

    [Theory]
    [InlineData(new[] { Report.OnTime, Report.OnTime, Report.OnTime, Report.OnTime }, 1)]
    [InlineData(new[] { Report.OnTime, Report.Late, Report.None, Report.OnTime }, 0.625)]
    [InlineData(new[] { Report.OnTime, double.NaN, double.NaN, double.NaN }, 0.25)]
    [InlineData(new[] { double.NaN, double.NaN, double.NaN, double.NaN }, 0)]
    public void Timeliness_is_the_mean_of_four_quarters_and_a_quarter_without_a_report_earned_none(double[] quarters, double share)
    {
        Node node = Given.Indicator("1", 1, new TimelinessRule(1, 0.5, 0), [.. TimelinessRule.Quarters.Select(id => Given.Input(id, InputType.Timeliness))]);
        var table = Given.Table([.. quarters.Select((value, row) => ($"1.q{row + 1}", new[] { value }))]);
        Given.Score(Given.Points(node), table).Root(0).ShouldBe(share);
    }

    [Theory]
    [InlineData("2025-02-28", 1)]
    [InlineData("2025-03-01", 1)]
    [InlineData("2025-03-16", 0.5)]
    [InlineData("2025-03-31", 0)]
    [InlineData("2025-04-01", 0)]
    public void A_date_earns_less_from_day_to_day(string date, double share)
    {
        CellText.TryParse(Given.Input("x", Date), date, out double day, out _).ShouldBeTrue();
        Given.Share(new ByDateRule(Own("x"), new(2025, 3, 1), new(2025, 3, 31)), ("x", Date, day)).ShouldBe(share);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void A_date_with_one_last_day_is_a_step(int late, double share) =>
        Given.Share(new ByDateRule(Own("x"), new(2025, 3, 1), new(2025, 3, 1)), ("x", Date, new DateOnly(2025, 3, 1).DayNumber + late)).ShouldBe(share);

    [Fact]
    public void A_relative_share_is_of_the_best_of_the_same_peer_group() =>
        Relative(WhenEmpty.Zero, [10, 40, 5, 0, 5], "so", "so", "xa", "xa", "xa").ShouldBe([0.25, 1, 1, 0, 1]);

    [Theory]
    [InlineData(WhenEmpty.Zero, 0)]
    [InlineData(WhenEmpty.Full, 1)]
    [InlineData(WhenEmpty.Exclude, double.NaN)]
    public void A_best_of_zero_is_empty(WhenEmpty whenEmpty, double share) =>
        Relative(whenEmpty, [0, 0, 3], "so", "so", "xa").ShouldBe([share, share, 1]);

    [Fact]
    public void Negative_values_stay_within_0_and_1() => Relative(WhenEmpty.Zero, [-5, 10, -3], "so", "so", "xa").ShouldBe([0, 1, 0]);

    [Fact]
    public void A_unit_the_indicator_is_not_for_is_not_the_best_either()
    {
        var node = Given.Indicator("1", 1, new RelativeRule(Own("x")), Given.Number("x"));
        node = node with { Indicator = node.Indicator! with { UnitsExcept = ["u2"] } };
        Given.Score(Given.Points(node), Given.Table(("1", [10, 40, 20]))).Of("1").ShouldBe([0.5, double.NaN, 1]);
    }

    [Fact]
    public void An_operand_may_belong_to_another_indicator()
    {
        var set = Given.Points(
            Given.Indicator("1", 10, new RatioRule(Own("a"), new("2", "tong")), Given.Input("a", Count)),
            Given.Indicator("2", 10, new YesNoRule(new("2", "co")), Given.Input("tong", Count), Given.Input("co", YesNo)));
        Given.Score(set, Given.Table(("1", [3.0]), ("2.tong", [4.0]), ("2.co", [1.0]))).Root(0).ShouldBe(17.5);
    }

    [Fact]
    public void An_operand_that_does_not_exist_is_a_named_fault() =>
        Given.Fault(() => ScoringPlan.Compile(Given.Points(Given.Indicator("1", 1, new YesNoRule(Own("y")), Given.Input("x", YesNo))))).ShouldBe("unknown-operand");

    private static double[] Relative(WhenEmpty whenEmpty, double[] values, params string[] groups) =>
        Given.Score(Given.Points(Given.Indicator("1", 1, new RelativeRule(Own("x"), whenEmpty), Given.Number("x"))), Given.Table(("1", values)).InGroups(groups)).Of("1");

    private static Operand Own(string id) => new("1", id);
}
