using System.Text;
using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Assessment.Tests.World;
using Dti.Scoring.Quarters;
using static Dti.Assessment.Tests.World.GivenRound;

namespace Dti.Assessment.Tests.Editions.Grains;

public abstract class PublishingSuite(DomainWorld world)
{
    [Fact]
    public async Task An_edition_verifies_and_has_the_scores_worked_out_by_hand()
    {
        var given = await world.Given();
        await given.Accepted();
        world.Clock.AdjustTime(DomainWorld.Moment(2025, 4, 16));
        await given.Submitted("so-b");
        await given.Save(Whole, "xa-c");
        var edition = await EditionAsync(await given.Published());

        edition.Id.ShouldBe($"{given.Id}-2025.1");
        edition.Uncertainty.ShouldBe(new EditionUncertainty(2_000, 142));
        edition.Ranking.Where(row => row.Rank is not null).ShouldAllBe(row => row.RankLow != null && row.RankHigh != null && row.Tier != null);
        Index(edition, "so-a").ShouldBe(12); // 10 × 5/10 + 5 + 8 × 1/4
        Index(edition, "so-b").ShouldBe(1); // its own figures count for nothing unverified; 8 × 0.5/4 for a late report
        Index(edition, "xa-c").ShouldBe(0);
        Cell(edition, "so-a", "1.1.published").Counted.ShouldBe(Layer.Measured);
        Cell(edition, "so-a", "1.1.listed").Counted.ShouldBe(Layer.Verified);
        Cell(edition, "so-b", "1.1.listed").Counted.ShouldBe(Layer.None);
        edition.Inputs.ShouldNotContain(cell => cell.Unit == "xa-c" && cell.Key == "1.1.listed");
        Timeliness("so-a").ShouldBe("on_time");
        Timeliness("so-b").ShouldBe("late");
        Timeliness("xa-c").ShouldBe("none");

        string Timeliness(string unit) => Cell(edition, unit, "2.1.q1").Measured.ToString()!;
    }

    [Fact]
    public async Task Publishing_marks_what_counted_and_makes_submissions_final()
    {
        var given = await world.Given();
        await given.Accepted();
        await given.Submitted("so-b");
        string id = await given.Published();
        var verified = (await given.Submission().Get()).Submission;
        (verified.State, verified.CellOf("1.1.listed").Published).ShouldBe((SubmissionState.Final, new Entry(InputValue.Of(10), id, world.Clock.GetUtcNow())));
        (await given.Submission("so-b").Get()).Submission.CellOf("1.1.listed").Published!.Value.ShouldBeNull();
        (await given.Grain.Get()).State.ShouldBe(RoundState.Published);
    }

    [Fact]
    public async Task A_correction_is_a_second_edition_with_errata_and_the_first_stays()
    {
        var given = await world.Given();
        await given.Accepted();
        string first = await given.Published();
        byte[] before = await BytesAsync(first);
        (await given.Grain.Publish([], [], Soict)).Broken.Single().Code.ShouldBe("errata-missing");
        (await given.Grain.Publish([], ["  "], Soict)).Broken.Single().Code.ShouldBe("errata-missing");

        (await given.Judge(Corrects("1.1.listed", InputValue.Of(20)))).Outcome.ShouldBe(Outcome.WrongState);
        int seen = (await given.Submission().Get()).Submission.Version;
        Must((await given.Submission().Judge([Corrects("1.1.listed", InputValue.Of(20), "Rà soát lại danh mục: 20 tập dữ liệu.")], seen, Soict)).Broken);
        string second = await given.Published("so-a: số tập dữ liệu trong danh mục là 20, không phải 10.");

        second.ShouldBe($"{given.Id}-2025.2");
        var edition = await EditionAsync(second);
        edition.Errata.ShouldHaveSingleItem().ShouldStartWith("so-a");
        edition.PreviousSha256.ShouldBe(EditionFile.Sha256(before));
        Index(edition, "so-a").ShouldBe(9.5);
        (await BytesAsync(first)).ShouldBe(before);
        EditionChain.Check([(first, before), (second, await BytesAsync(second))]).ShouldBeNull();
        (await given.Submission().Get()).Submission.State.ShouldBe(SubmissionState.Final);
    }

    [Fact]
    public async Task What_is_corrected_to_nothing_counts_as_nothing()
    {
        var given = await world.Given();
        await given.Submitted();
        await given.Indicator().Observe([Measured(5)], Actor.System);
        Must((await given.Judge(Corrects("1.1.published", null), Accepts("1.1.listed"), Accepts("1.2"))).Broken);
        var edition = await EditionAsync(await given.Published());
        Index(edition, "so-a").ShouldBe(7);
        Cell(edition, "so-a", "1.1.published").Counted.ShouldBe(Layer.None);
        Cell(edition, "so-a", "1.1.published").Reason.ShouldBe(Why);
    }

    [Fact]
    public async Task A_round_left_frozen_without_an_edition_is_published_again_in_the_slot_it_held()
    {
        var given = await world.Given();
        await given.Accepted();
        var slot = await given.Series.Reserve(given.Id, 2025, Soict);
        await FrozenAsync(given);
        await world.RestartAsync();
        (await given.Published()).ShouldBe(slot.Id);
        (await given.Series.Get()).Published.Length.ShouldBe(1);
        (await given.Grain.Get()).State.ShouldBe(RoundState.Published);
    }

    [Fact]
    public async Task A_round_cut_off_after_its_edition_was_out_takes_that_edition_and_makes_no_other()
    {
        var given = await world.Given();
        await given.Accepted();
        string id = await given.Published();
        await FrozenAsync(given);
        await world.ElsewhereAsync<Submission>("submission", "submission", given.Key(), s => s with { State = SubmissionState.Accepted });
        await world.RestartAsync();
        (await given.Published()).ShouldBe(id);
        (await given.Series.Get()).Published.Length.ShouldBe(1);
        (await given.Grain.Get()).Editions.ShouldBe([id]);
        (await given.Submission().Get()).Submission.State.ShouldBe(SubmissionState.Final);
    }

    [Fact]
    public async Task A_year_is_not_published_while_a_quarter_takes_entries_and_takes_none_after()
    {
        var given = await world.Given();
        await given.Accepted();
        var refused = await given.Grain.Publish([], [], Soict);
        refused.Outcome.ShouldBe(Outcome.WrongState);
        refused.Broken.Single().Code.ShouldBe("quarter-open");
        (await given.Grain.Get()).State.ShouldBe(RoundState.Open);

        await given.Published();
        Must((await given.Grain.SetQuarter("q1", QuarterState.Open, Soict)).Broken);
        (await given.Submission("so-b").Get()).Open.ShouldBeFalse();
    }

    [Fact]
    public async Task A_round_that_cannot_be_scored_is_opened_again_with_the_reasons()
    {
        var given = await world.Given();
        await world.ElsewhereAsync<Round>("round", "round", RoundKey.Of(given.Id), round => round with { Participants = [] });
        await world.RestartAsync();
        await given.QuartersClosed();
        (await given.Grain.Publish([], [], Soict)).Broken.Single().Code.ShouldBe("no-units");
        (await given.Grain.Get()).State.ShouldBe(RoundState.Open);
        Must((await given.Grain.Plan(PlanOf(given.Id), Soict)).Broken);
        (await given.Published()).ShouldEndWith(".1");
    }

    [Fact]
    public async Task Only_units_that_go_on_are_forecast()
    {
        var given = await world.Given(plan => plan with { Participants = plan.Participants.SetItem(3, Of("xa-d", "xa") with { Until = new(2025, 6, 30) }) });
        PastScore[] history = [.. from unit in new[] { "so-a", "so-b", "xa-c", "xa-d" } from year in Enumerable.Range(2015, 10) select new PastScore(unit, "INDEX", year, 8 + year % 3 + unit[^1] % 5, "imported:f.csv")];
        Must((await given.Grain.ImportHistory([.. history], Soict)).Broken);
        await given.Accepted();
        var forecast = (await EditionAsync(await given.Published())).Forecast;
        forecast.Method.ShouldNotBeNull();
        forecast.Units.Select(row => row.Unit).ShouldBe(["so-a", "so-b", "xa-c", "xa-d"]);
        forecast.Units[0].Value.ShouldNotBeNull();
        forecast.Units[3].ShouldBe(new ForecastRow("xa-d", null, null, null, "Đơn vị chấm dứt hoạt động ngày 30/06/2025 nên không dự báo"));
    }

    [Fact]
    public async Task A_history_on_another_scale_stops_the_forecast_and_not_the_edition()
    {
        var given = await world.Given();
        Must((await given.Grain.ImportHistory([new("so-a", "INDEX", 2024, 500, "f")], Soict)).Broken);
        var forecast = (await EditionAsync(await given.Published())).Forecast;
        forecast.Method.ShouldBeNull();
        forecast.Reason.ShouldContain("ngoài thang điểm");
    }

    [Fact]
    public async Task A_unit_that_ended_in_June_is_on_time_over_the_quarters_it_lived()
    {
        var given = await world.Given(plan => plan with { Participants = plan.Participants.SetItem(1, Of("so-b", "so") with { Until = new(2025, 6, 30) }) });
        await given.Submitted("so-b");
        var edition = await EditionAsync(await given.Published());
        Index(edition, "so-b").ShouldBe(4); // 8 × (1 + 0) / 2
        edition.Units.Single(unit => unit.Code == "so-b").Quarters.ShouldBe(["q1", "q2"]);
        edition.Units.Where(unit => unit.Code != "so-b").ShouldAllBe(unit => unit.Quarters == null);
        edition.Inputs.Where(cell => cell is { Unit: "so-b" } && cell.Key.StartsWith("2.1.", StringComparison.Ordinal))
            .Select(cell => cell.Measured.ToString()).ShouldBe(["on_time", "none", "not_due", "not_due"]);
    }

    [Fact]
    public async Task A_year_published_before_its_last_report_is_due_counts_no_missing_one_and_says_so()
    {
        var given = await world.Given();
        await given.Submitted();
        await given.QuartersClosed();
        world.Clock.AdjustTime(DomainWorld.Moment(2025, 10, 16));
        await given.Grain.Turn(Actor.System);
        await given.QuartersClosed();
        var reply = await given.Grain.Publish(["Thử"], [], Soict);
        Must(reply.Broken);
        var edition = await EditionAsync(reply.Edition!);
        edition.Inputs.Where(cell => cell is { Unit: "so-a" } && cell.Key.StartsWith("2.1.", StringComparison.Ordinal))
            .Select(cell => cell.Measured.ToString()).ShouldBe(["on_time", "none", "none", "not_due"]);
        edition.Notes.ShouldBe(["Thử", "Công bố khi chưa đến hạn nộp của kỳ q4 (15/01/2026): phiếu chưa nộp của kỳ đó không bị tính là nộp chậm hay không nộp."]);
    }

    [Fact]
    public async Task An_edition_is_compared_with_the_latest_of_the_year_before_in_its_series()
    {
        var merged = Of("xa-d", "xa") with { Lineage = new(new(2025, 3, 1), LineageKind.Merged, [new("xa-c", 1), new("xa-d", 1)]) };
        var given = await world.Given(plan => plan with { Participants = plan.Participants.SetItem(3, merged) });
        var before = world.Grains.GetGrain<IRoundGrain>(RoundKey.Of(given.Id + "-2024"));
        Must((await before.Plan(PlanOf(given.Id) with
        {
            Year = 2024,
            SetYaml = Yaml(given.Id).Replace("year: 2025", "year: 2024", StringComparison.Ordinal),
            Quarters = [new("q1", DomainWorld.Moment(2024, 1, 1), DomainWorld.Moment(2024, 4, 15), DomainWorld.Moment(2024, 4, 30), QuarterState.Scheduled)],
        }, Soict)).Broken);
        Must((await before.Publish([], [], Soict)).Broken);
        string corrected = (await before.Publish([], ["Đính chính tên đơn vị"], Soict)).Edition.ShouldNotBeNull();
        (await EditionAsync(corrected)).Comparison.ShouldBeNull();

        await given.Accepted();
        string id = await given.Published();
        var comparison = (await EditionAsync(id)).Comparison.ShouldNotBeNull();
        (comparison.PreviousId, comparison.PreviousYear).ShouldBe(($"{given.Id}-2024.2", 2024));
        comparison.PreviousSha256.ShouldBe((await world.Editions.FindAsync(corrected))!.Sha256);
        comparison.NotRescored.ShouldNotBeNull();
        comparison.Units.Select(unit => (unit.Unit, unit.Computed, unit.Score)).ShouldBe([("so-a", false, 0), ("so-b", false, 0), ("xa-c", false, 0), ("xa-d", true, 0)]);

        byte[] previous = await BytesAsync(corrected);
        var verdict = EditionCheck.Verify(await BytesAsync(id), null, null, asked => asked == corrected ? previous : null);
        verdict.Differences.Single().ShouldStartWith("signature");
        verdict.Remarks.ShouldNotContain(remark => remark.Contains("comparison", StringComparison.Ordinal));
    }

    private Task FrozenAsync(GivenRound given) =>
        world.ElsewhereAsync<Round>("round", "round", RoundKey.Of(given.Id), round => round with { State = RoundState.Frozen, Editions = [] });

    private async Task<byte[]> BytesAsync(string id) =>
        (await world.Editions.BytesAsync((await world.Editions.FindAsync(id)).ShouldNotBeNull())).ShouldNotBeNull();

    /// <summary>Read as anybody would, and checked against the store's public keys.</summary>
    private async Task<Edition> EditionAsync(string id)
    {
        var published = (await world.Editions.FindAsync(id)).ShouldNotBeNull();
        var verdict = EditionCheck.Verify(await BytesAsync(id), Encoding.UTF8.GetBytes(published.Signature), await world.Of<SigningKeys>().PublicAsync());
        verdict.FirstDifference.ShouldBeNull();
        verdict.Sha256.ShouldBe(published.Sha256);
        return verdict.Edition.ShouldNotBeNull();
    }

    private static double? Index(Edition edition, string unit) => edition.Scores.Single(score => score.Unit == unit && score.Code == "INDEX").Score;

    private static EditionInput Cell(Edition edition, string unit, string key) => edition.Inputs.Single(cell => cell.Unit == unit && cell.Key == key && cell.Quarter == "q1");
}

[Collection(nameof(SqliteWorld))]
public sealed class PublishingOnSqlite(SqliteWorld world) : PublishingSuite(world);

[Collection(nameof(PostgresWorld))]
public sealed class PublishingOnPostgres(PostgresWorld world) : PublishingSuite(world);
