using System.Collections.Immutable;
using Dti.Assessment.Deadlines;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Tests.Deadlines;

public sealed class DeadlineForecastTests
{
    private static readonly DateTimeOffset First = new(2025, 4, 15, 17, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void A_unit_s_share_is_drawn_towards_all_units_by_the_spread_between_them()
    {
        // Two units of ten reports, 8 and 2 late: rate (10 + 0.5) / 21 = 0.5. Spread 10·0.3² + 10·0.3² = 1.8; by chance 0.25·1 = 0.25;
        // more = 0.25·(20 − 200/20 − 1) = 2.25; correlation 1.55/2.25 = 0.6889; weight 0.3111/0.6889 = 0.4516, at least 0.5.
        var model = new LatenessModel([.. Reports("a", 8, 2), .. Reports("b", 2, 8)]);
        model.BaseRate.ShouldBe(0.5, 1e-12);
        model.Of("a").ShouldBe((8, 10));
        model.ByPast("a").ShouldBe((8 + 0.25) / 10.5, 1e-12);
        model.ByPast("b").ShouldBe((2 + 0.25) / 10.5, 1e-12);
        model.ByPast("new").ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Units_that_differ_no_more_than_chance_are_told_nearly_the_same()
    {
        var model = new LatenessModel([.. Enumerable.Range(0, 20).SelectMany(unit => Reports($"u{unit}", 2, 8))]);
        model.ByPast("u0").ShouldBe(model.BaseRate, 0.001);
    }

    [Fact]
    public void Progress_multiplies_the_odds_by_what_it_told_before()
    {
        // 20 late ones, none begun; 80 timely ones, 60 with most done and 20 with nothing: of nothing a share of 0.4.
        // (20 + 4) / (20 + 10) = 0.8 among the late, (20 + 4) / (80 + 10) = 0.2667 among the others: three times the odds.
        var model = new LatenessModel([
            .. Enumerable.Range(0, 20).Select(i => new PastReport($"u{i}", First, true, Progress.Nothing)),
            .. Enumerable.Range(20, 20).Select(i => new PastReport($"u{i}", First, false, Progress.Nothing)),
            .. Enumerable.Range(40, 60).Select(i => new PastReport($"u{i}", First, false, Progress.Most))]);
        double before = model.ByPast("new"), after = model.ByPastAndProgress("new", Progress.Nothing);
        (after / (1 - after)).ShouldBe(3 * before / (1 - before), 1e-12);
        model.ByPastAndProgress("new", Progress.Some).ShouldBe(before, 1e-12);
        model.ByPastAndProgress("new", Progress.Most).ShouldBeLessThan(before);
    }

    [Fact]
    public void Habits_are_found_and_beat_the_share_of_all()
    {
        var forecast = DeadlineForecast.Of(Made(unit => unit < 20 ? 0.6 : 0.05));
        forecast.IsUsable.ShouldBeTrue(forecast.Reason);
        forecast.ModelBrier.ShouldBeLessThan(forecast.BaseBrier);
        double often = Enumerable.Range(0, 20).Average(unit => forecast.Chance($"u{unit}", Progress.Nothing)!.Value);
        double seldom = Enumerable.Range(20, 80).Average(unit => forecast.Chance($"u{unit}", Progress.Nothing)!.Value);
        often.ShouldBeGreaterThan(0.35);
        seldom.ShouldBeLessThan(0.15);
        forecast.Reason.ShouldContain("điểm Brier 0,");
    }

    [Fact]
    public void What_is_no_better_than_the_share_of_all_is_not_told()
    {
        // Every unit turns from one deadline to the next: its own past misleads.
        PastReport[] past = [.. from quarter in Enumerable.Range(0, 6) from unit in Enumerable.Range(0, 40)
            select new PastReport($"u{unit}", First.AddMonths(3 * quarter), (unit + quarter) % 2 == 0, Progress.Nothing)];
        var forecast = DeadlineForecast.Of(past);
        forecast.ModelBrier.ShouldBeGreaterThanOrEqualTo(forecast.BaseBrier);
        forecast.Chance("u0", Progress.Nothing).ShouldBeNull();
        forecast.Reason.ShouldStartWith("Không nêu khả năng nộp chậm");
    }

    [Fact]
    public void A_short_past_says_nothing()
    {
        DeadlineForecast.Of([]).Reason.ShouldStartWith("Chưa đủ quá khứ");
        DeadlineForecast.Of([.. Reports("a", 5, 5)]).Chance("a", Progress.Most).ShouldBeNull();
    }

    [Fact]
    public void The_past_is_read_from_rounds_and_their_submissions()
    {
        var due = First;
        var round = new Round
        {
            Id = "2025", Year = 2025,
            Participants = [Unit("a"), Unit("b"), Unit("c"), Unit("gone", new(2025, 2, 1))],
            Quarters = [new("q1", due.AddDays(-90), due, due.AddDays(15), QuarterState.Closed), new("q2", due, due.AddDays(90), due.AddDays(105), QuarterState.Open)],
        };
        var submissions = new Dictionary<(string, string), Submission>
        {
            [("a", "q1")] = new() { FirstSubmittedAt = due, Cells = Filled(due.AddDays(-20), 3) },
            [("b", "q1")] = new() { FirstSubmittedAt = due.AddSeconds(1), Cells = Filled(due.AddDays(-20), 1) },
        };
        ReportPast.Of(round, submissions, _ => 6, TimeSpan.FromDays(10), due.AddDays(1)).ShouldBe([
            new("a", due, false, Progress.Most), new("b", due, true, Progress.Some), new("c", due, true, Progress.Nothing)]);
        ReportPast.Of(round, submissions, _ => 6, TimeSpan.FromDays(30), due.AddDays(1)).ShouldAllBe(report => report.Progress == Progress.Nothing);
        ReportPast.Of(round, submissions, _ => 6, TimeSpan.Zero, due).ShouldBeEmpty();
    }

    private static ImmutableDictionary<string, Cell> Filled(DateTimeOffset at, int cells) =>
        Enumerable.Range(0, cells).ToImmutableDictionary(i => $"c{i}", _ => new Cell { Self = new(InputValue.Of(1), "x", at) });

    private static Participant Unit(string code, DateOnly? until = null) => new(code, code, null, "", "", true, null, until);

    private static IEnumerable<PastReport> Reports(string unit, int late, int timely) =>
        Enumerable.Range(0, late + timely).Select(i => new PastReport(unit, First, i < late, Progress.Nothing));

    private static PastReport[] Made(Func<int, double> chance)
    {
        var random = new Random(11);
        return [.. from quarter in Enumerable.Range(0, 7) from unit in Enumerable.Range(0, 100)
            select new PastReport($"u{unit}", First.AddMonths(3 * quarter), random.NextDouble() < chance(unit), Progress.Nothing)];
    }
}
