using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Assessment.Tests.World;
using static Dti.Assessment.Tests.World.GivenRound;

namespace Dti.Assessment.Tests.Rounds;

public abstract class RoundSuite(DomainWorld world)
{
    [Fact]
    public async Task Planning_opens_the_quarters_whose_time_has_come_and_planning_the_same_again_writes_nothing()
    {
        var given = await world.Given();
        var again = await given.Grain.Plan(PlanOf(given.Id), Soict);
        again.Round.State.ShouldBe(RoundState.Open);
        again.Round.Quarters.Select(q => q.State).ShouldBe([QuarterState.Open, QuarterState.Open, QuarterState.Scheduled, QuarterState.Scheduled]);
        (await world.States.ReadAsync<Round>("round", RoundKey.Of(given.Id)))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_set_at_fault_is_refused_with_every_fault()
    {
        var given = await world.Given();
        string yaml = Yaml(given.Id).Replace("points: 10", "points: -1", StringComparison.Ordinal).Replace("of: plan", "of: plam", StringComparison.Ordinal);
        var reply = await given.Grain.Plan(PlanOf(given.Id) with { SetYaml = yaml }, Soict);
        reply.Outcome.ShouldBe(Outcome.Refused);
        reply.Broken.Length.ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_plan_is_refused_with_all_that_would_stop_an_edition()
    {
        var given = await world.Given();
        var plan = PlanOf(given.Id);
        var reply = await given.Grain.Plan(plan with
        {
            Year = 2026,
            Participants = [.. plan.Participants, Of("so-a", "so"), Of("xa-e", "huyen"),
                Of("xa-f", "xa") with { From = new(2025, 7, 1), Until = new(2025, 6, 30) }, Of("xa-g", "xa") with { Lineage = new(new(2025, 3, 1), LineageKind.Merged, [new("xa-c", 1), new("xa-d", 0)]) }],
            Quarters = [.. plan.Quarters, plan.Quarters[0] with { Code = "q5" }],
        }, Soict);
        reply.Broken.Select(b => b.Code).ShouldBe(["wrong-year", "duplicate-unit", "unknown-group", "wrong-dates", "wrong-lineage", "unknown-quarter"]);
        (await given.Grain.Get()).Participants.Length.ShouldBe(4);
    }

    [Fact]
    public async Task Only_the_office_in_charge_runs_a_round()
    {
        var given = await world.Given();
        (await given.Grain.Plan(PlanOf(given.Id), Leader())).Outcome.ShouldBe(Outcome.Forbidden);
        (await given.Grain.Publish([], [], Verifier)).Outcome.ShouldBe(Outcome.Forbidden);
        (await given.Grain.SetQuarter("q1", QuarterState.Closed, Officer())).Outcome.ShouldBe(Outcome.Forbidden);
    }

    [Theory]
    [InlineData("q1", QuarterState.Closed)]
    [InlineData("q3", QuarterState.Closed)]
    [InlineData("q3", QuarterState.Open)]
    [InlineData("q1", QuarterState.Scheduled)]
    public async Task The_schedule_does_not_undo_what_a_hand_has_set(string quarter, QuarterState to)
    {
        var given = await world.Given();
        await given.Grain.SetQuarter(quarter, to, Soict);
        world.Clock.Advance(TimeSpan.FromHours(1));
        (await given.Grain.Turn(Actor.System)).Round.Quarters.Single(q => q.Code == quarter).State.ShouldBe(to);
    }

    [Fact]
    public async Task A_history_that_could_not_be_forecast_from_is_refused_and_the_same_one_twice_is_kept_once()
    {
        var given = await world.Given();
        var broken = (await given.Grain.ImportHistory([new("so-a", "INDEX", 2024, 5, "f"), new("so-a", "INDEX", 2024, 6, "f"), new("so-b", "INDEX", 2025, 5, "f"), new("so-b", "INDEX", 2023, double.NaN, "f")], Soict)).Broken;
        broken.Select(b => b.Code).ShouldBe(["duplicate-row", "wrong-score", "wrong-year"]);
        for (int i = 0; i < 2; i++)
            (await given.Grain.ImportHistory([new("so-a", "INDEX", 2024, 5, "f"), new("so-a", "1", 2024, 3, "f")], Soict)).Round.History.Length.ShouldBe(2);
        (await world.States.ReadAsync<Round>("round", RoundKey.Of(given.Id)))!.Version.ShouldBe(2);
    }

    [Fact]
    public async Task The_journal_has_each_part_a_write_changed_with_before_and_after()
    {
        var given = await world.Given();
        await given.Grain.SetQuarter("q1", QuarterState.Closed, Soict);
        var entries = await world.Journal.ReadAsync(RoundKey.Of(given.Id), 50);
        entries.Where(e => e.Action == "plan").Select(e => e.Cell).ShouldBe(["state", "set", "participants", "quarters", "notice", "office"], ignoreOrder: true);
        var quarters = entries.Single(e => e.Action == "set-quarter");
        quarters.Cell.ShouldBe("quarters");
        quarters.Before.ShouldNotBeNull().ShouldNotContain("closed");
        quarters.After.ShouldNotBeNull().ShouldContain("closed");
    }

    [Fact]
    public async Task Standings_are_computed_once_a_slot_from_what_units_say_themselves()
    {
        var given = await world.Given();
        await given.Submitted();
        await given.Indicator().Observe([Measured(5)], Actor.System);
        var round = (await given.Grain.Recompute("2025-04-10", Actor.System)).Round;
        round.Standings.Single(s => s.Unit == "so-a").Rank.ShouldBe(1);
        round.Standings.Single(s => s.Unit == "so-a").Score.ShouldBe(18); // 10 × 5/10 + 5 + 8 × 1/1: the other quarters are not due
        await given.Indicator().Observe([Measured(10, run: "run-2", day: 6)], Actor.System);
        (await given.Grain.Recompute("2025-04-10", Actor.System)).Round.Standings.Single(s => s.Unit == "so-a").Score.ShouldBe(18);
        await world.RestartAsync();
        (await given.Grain.Recompute("2025-04-10", Actor.System)).Round.Standings.Single(s => s.Unit == "so-a").Score.ShouldBe(18);
        (await given.Grain.Recompute("2025-04-11", Actor.System)).Round.Standings.Single(s => s.Unit == "so-a").Score.ShouldBe(23);
    }
}

[Collection(nameof(SqliteWorld))]
public sealed class RoundsOnSqlite(SqliteWorld world) : RoundSuite(world);

[Collection(nameof(PostgresWorld))]
public sealed class RoundsOnPostgres(PostgresWorld world) : RoundSuite(world);
