using System.Collections.Immutable;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Assessment.Tests.World;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Storage;
using static Dti.Assessment.Tests.World.GivenRound;

namespace Dti.Assessment.Tests.Submissions;

public abstract class SubmissionSuite(DomainWorld world)
{
    [Fact]
    public async Task What_is_named_changes_what_is_not_stays_and_null_clears()
    {
        var given = await world.Given();
        Must((await given.Save(Whole)).Broken);
        var reply = await given.Save(Values(("1.2", null)));
        var saved = reply.View.Submission;
        saved.Version.ShouldBe(2);
        saved.CellOf("1.1.listed").Self!.Value.ShouldBe(InputValue.Of(10));
        saved.CellOf("1.2").Self.ShouldBeNull();
        saved.CellOf("1.2").Evidence.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Every_misfit_is_told_and_nothing_of_the_change_is_saved()
    {
        var given = await world.Given();
        var reply = await given.Save(Values(("9.9", InputValue.Of(1)), ("1.1.listed", InputValue.Of(1.5)), ("1.2", InputValue.Of("có")), ("1.1.published", InputValue.Of(5))));
        reply.Outcome.ShouldBe(Outcome.Refused);
        reply.Broken.Select(b => (b.Key, b.Code)).ShouldBe(
            [("9.9", "unknown-key"), ("1.1.listed", "value-misfit"), ("1.2", "value-misfit"), ("1.1.published", "measured-by-system")], ignoreOrder: true);
        (await given.Submission().Get()).Submission.Version.ShouldBe(0);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_the_first_save_stands()
    {
        var given = await world.Given();
        (await given.Submission().Save(Values(("1.1.listed", InputValue.Of(1))), 0, Officer())).Outcome.ShouldBe(Outcome.Done);
        (await given.Submission().Save(Values(("1.1.listed", InputValue.Of(2))), 0, Officer())).Outcome.ShouldBe(Outcome.Stale);
        (await given.Submission().Get()).Submission.CellOf("1.1.listed").Self!.Value.ShouldBe(InputValue.Of(1));
    }

    [Fact]
    public async Task Only_the_units_own_people_save_and_only_its_leader_submits()
    {
        var given = await world.Given();
        (await given.Submission().Save(Whole, 0, Officer("so-b"))).Outcome.ShouldBe(Outcome.Forbidden);
        (await given.Submission().Save(Whole, 0, Soict)).Outcome.ShouldBe(Outcome.Forbidden);
        Must((await given.Save(Whole)).Broken);
        (await given.Submission().Submit("k", Officer())).Broken.Single().Code.ShouldBe("leader-only");
        (await given.Submission().Submit("k", Leader("so-b"))).Outcome.ShouldBe(Outcome.Forbidden);
        (await given.Submission().Submit("k", Leader())).Outcome.ShouldBe(Outcome.Done);
    }

    [Fact]
    public async Task The_same_idempotency_key_answers_the_same_and_acts_once()
    {
        var given = await world.Given();
        var first = await given.Submitted();
        world.Clock.AdjustTime(DomainWorld.Moment(2025, 4, 20));
        var again = await given.Submission().Submit("key-so-a-q1", Leader());
        again.Outcome.ShouldBe(Outcome.Done);
        again.Receipt.ShouldBe(first.Receipt);
        again.View.Submission.Version.ShouldBe(2);
        (await given.Submission().Submit("another", Leader())).Broken.Single().Code.ShouldBe("not-submittable");
    }

    [Fact]
    public async Task A_claim_without_its_evidence_and_an_empty_form_are_not_submitted()
    {
        var given = await world.Given();
        (await given.Submission().Submit("k", Leader())).Broken.Single().Code.ShouldBe("nothing-entered");
        await given.Save(Values(("1.2", InputValue.Of(true))));
        var broken = (await given.Submission().Submit("k", Leader())).Broken.Single();
        (broken.Key, broken.Code).ShouldBe(("1.2", "evidence-missing"));
        await given.Save(Values(("1.2", InputValue.Of(false))));
        (await given.Submission().Submit("k", Leader())).Outcome.ShouldBe(Outcome.Done);
    }

    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public async Task In_time_is_until_the_quarter_is_due(int day, bool inTime)
    {
        var given = await world.Given();
        world.Clock.AdjustTime(DomainWorld.Moment(2025, 4, day));
        (await given.Submitted()).Receipt!.OnTime.ShouldBe(inTime);
    }

    [Fact]
    public async Task A_closed_quarter_a_scheduled_one_and_a_stranger_are_refused()
    {
        var given = await world.Given();
        (await given.Save(Whole, "so-a", "q3")).Broken.Single().Code.ShouldBe("quarter-not-open");
        (await given.Save(Whole, "so-z")).Outcome.ShouldBe(Outcome.NotFound);
        await given.Grain.SetQuarter("q1", QuarterState.Closed, Soict);
        (await given.Save(Whole)).Broken.Single().Code.ShouldBe("quarter-not-open");
    }

    [Fact]
    public async Task A_frozen_round_refuses_every_command()
    {
        var given = await world.Given();
        await given.Submitted();
        await world.ElsewhereAsync<Round>("round", "round", RoundKey.Of(given.Id), round => round with { State = RoundState.Frozen });
        await world.RestartAsync();
        (await given.Save(Whole)).Broken.Single().Code.ShouldBe("round-frozen");
        (await given.Submission("so-b").Submit("k", Leader("so-b"))).Broken.Single().Code.ShouldBe("round-frozen");
        (await given.Judge(Accepts("1.2"))).Broken.Single().Code.ShouldBe("round-frozen");
        (await given.Indicator().Observe([Measured(3)], Actor.System)).Single().Code.ShouldBe("round-frozen");
        (await given.Grain.Plan(PlanOf(given.Id), Soict)).Broken.Single().Code.ShouldBe("round-frozen");
    }

    [Fact]
    public async Task Verification_accepts_corrects_with_a_reason_and_ends_when_all_is_judged()
    {
        var given = await world.Given();
        await given.Submitted();
        (await given.Judge(Corrects("1.1.listed", InputValue.Of(20), "sai"))).Broken.Single().Code.ShouldBe("reason-missing");
        Must((await given.Judge(Corrects("1.1.listed", InputValue.Of(20)))).Broken);
        var early = await given.Submission().Accept(3, Verifier);
        early.Broken.Select(b => (b.Key, b.Code)).ShouldBe([("1.2", "verdict-missing")]);
        Must((await given.Judge(Accepts("1.2"))).Broken);
        var reply = await given.Submission().Accept(4, Verifier);
        reply.View.Submission.State.ShouldBe(SubmissionState.Accepted);
        var cell = reply.View.Submission.CellOf("1.1.listed");
        (cell.Self!.Value, cell.Verified!.Value, cell.Reason).ShouldBe((InputValue.Of(10), InputValue.Of(20), Why));
        (await given.Submission().Judge([Accepts("1.2")], 5, Officer())).Outcome.ShouldBe(Outcome.Forbidden);
        (await given.Judge(Accepts("1.2"))).Broken.Single().Code.ShouldBe("not-under-verification");
    }

    [Fact]
    public async Task A_return_reopens_only_what_is_named_even_after_the_quarter_has_closed()
    {
        var given = await world.Given();
        await given.Submitted();
        (await given.Submission().Return([new("1.1.listed", Verdict.Returned, null, "  ")], 2, Verifier)).Broken.Single().Code.ShouldBe("reason-missing");
        Must((await given.Submission().Return([new("1.1.listed", Verdict.Returned, null, Why)], 2, Verifier)).Broken);
        world.Clock.AdjustTime(DomainWorld.Moment(2025, 5, 5));
        await given.Grain.Turn(Soict);
        (await given.Save(Values(("1.2", InputValue.Of(false))))).Broken.Single().Code.ShouldBe("not-reopened");
        Must((await given.Save(Values(("1.1.listed", InputValue.Of(12))))).Broken);
        var reply = await given.Submission().Submit("second", Leader());
        Must(reply.Broken);
        reply.View.Submission.FirstSubmittedAt.ShouldBe(DomainWorld.Moment(2025, 4, 10));
        reply.View.Submission.Reopened.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_journal_has_every_cell_and_state_with_what_was_before()
    {
        var given = await world.Given();
        await given.Submitted();
        Must((await given.Judge(Corrects("1.1.listed", InputValue.Of(20)))).Broken);
        var entries = (await world.Journal.ReadAsync(given.Key(), 100)).Reverse().Select(e => (e.Version, e.Actor, e.Action, e.Cell)).ToList();
        entries.ShouldBe(
        [
            (1, "so-a.nhap", "save", null), (1, "so-a.nhap", "save", "1.1.listed"), (1, "so-a.nhap", "save", "1.2"),
            (2, "so-a.duyet", "submit", null), (3, "tham-dinh", "judge", null), (3, "tham-dinh", "judge", "1.1.listed"),
        ], ignoreOrder: true);
        var judged = (await world.Journal.ReadAsync(given.Key(), 100)).Single(e => e is { Action: "judge", Cell: not null });
        judged.Before.ShouldNotBeNull().ShouldContain("\"value\":10");
        judged.After.ShouldNotBeNull().ShouldContain("\"value\":20");
        judged.Before.ShouldNotContain("verified");
    }

    [Fact]
    public async Task A_grain_that_is_behind_the_row_is_refused_and_nothing_is_lost()
    {
        var given = await world.Given();
        Must((await given.Save(Whole)).Broken);
        await world.ElsewhereAsync<Submission>("submission", "submission", given.Key(), s => s.Save(
            new(SetFile.Parse(Yaml(given.Id), "set.yaml").Set!, "so-a", "so"), Values(("1.1.listed", InputValue.Of(77))), Officer(), DomainWorld.Moment(2025, 4, 11)).Next!);
        await Should.ThrowAsync<InconsistentStateException>(() => given.Save(Values(("1.2", InputValue.Of(false)))));
        var reply = await given.Save(Values(("1.2", InputValue.Of(false))));
        reply.View.Submission.CellOf("1.1.listed").Self!.Value.ShouldBe(InputValue.Of(77));
        reply.View.Submission.CellOf("1.2").Self!.Value.ShouldBe(InputValue.Of(false));
        reply.View.Submission.Version.ShouldBe(3);
    }
}

[Collection(nameof(SqliteWorld))]
public sealed class SubmissionsOnSqlite(SqliteWorld world) : SubmissionSuite(world);

[Collection(nameof(PostgresWorld))]
public sealed class SubmissionsOnPostgres(PostgresWorld world) : SubmissionSuite(world)
{
    private readonly PostgresWorld _world = world;

    [Fact]
    public async Task Of_saves_of_one_version_through_two_servers_one_wins_and_every_other_is_stale()
    {
        var given = await _world.Given();
        using var second = await _world.ServerAsync();
        var there = second.Services.GetRequiredService<IGrainFactory>();
        var replies = await Task.WhenAll(Enumerable.Range(1, 10).Select(i =>
            (i % 2 == 0 ? given.Submission() : there.GetGrain<ISubmissionGrain>(given.Key())).Save(Values(("1.1.listed", InputValue.Of(i))), 0, Officer())));
        replies.Count(r => r.Outcome == Outcome.Done).ShouldBe(1);
        replies.Count(r => r.Outcome == Outcome.Stale).ShouldBe(9);
        var winner = replies.Single(r => r.Outcome == Outcome.Done).View.Submission.CellOf("1.1.listed");
        (await there.GetGrain<ISubmissionGrain>(given.Key()).Get()).Submission.CellOf("1.1.listed").Self.ShouldBe(winner.Self);
        (await _world.Journal.ReadAsync(given.Key(), 50)).Count(e => e.Cell == "1.1.listed").ShouldBe(1);
        await second.StopAsync();
    }
}
