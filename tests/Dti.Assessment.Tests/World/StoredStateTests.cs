using System.Text.Json;
using System.Text.Json.Nodes;
using Dti.Assessment.Agencies;
using Dti.Assessment.Editions;
using Dti.Assessment.Harvesting;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Tests.World;

/// <summary>Rows as the first release wrote them. A state may gain members; what stands in an old row must go on meaning the same.</summary>
public sealed class StoredStateTests
{
    [Theory]
    [InlineData("agency", typeof(Agency))]
    [InlineData("indicator", typeof(IndicatorObservations))]
    [InlineData("round", typeof(Round))]
    [InlineData("series", typeof(EditionSeries))]
    [InlineData("source", typeof(HarvestSource))]
    [InlineData("submission", typeof(Submission))]
    [InlineData("submission-returned", typeof(Submission))]
    public void Every_value_of_a_stored_row_is_read_and_written_back(string file, Type type)
    {
        var stored = JsonNode.Parse(Text(file))!;
        var written = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(Text(file), type, StoreJson.Options), type, StoreJson.RowOptions)!;
        Lost(stored, written, "$").ShouldBeEmpty();
        (written["journal"] is null).ShouldBeTrue();
    }

    [Fact]
    public void A_stored_submission_means_the_same()
    {
        var submission = Read<Submission>("submission");
        (submission.State, submission.Version, submission.SubmittedBy).ShouldBe((SubmissionState.Final, 8, "so-a.duyet"));
        var cell = submission.CellOf("1.1.listed");
        (cell.Self!.Value, cell.Verified!.Value, cell.Published!.Value, cell.Verdict).ShouldBe(
            (InputValue.Of(12), InputValue.Of(20), InputValue.Of(20), Verdict.Corrected));
        submission.CellOf("1.2").Evidence.Single().ShouldBe(GivenRound.Document);
        submission.ReceiptOf("second")!.OnTime.ShouldBeTrue();
        Read<Submission>("submission-returned").Reopened.ShouldBe(["1.1.listed"]);
    }

    [Fact]
    public void A_stored_round_means_the_same()
    {
        var round = Read<Round>("round");
        (round.State, round.Editions.Single(), round.StandingsSlot).ShouldBe((RoundState.Published, "thu-1-2025.1", "2025-04-10"));
        round.Participants[3].Until.ShouldBe(new DateOnly(2025, 6, 30));
        round.Participants[0].Until.ShouldBeNull();
        round.Quarters[0].ShouldBe(new Quarter("q1", DomainWorld.Moment(2025, 1, 1), DomainWorld.Moment(2025, 4, 15), DomainWorld.Moment(2025, 4, 30), QuarterState.Open));
        round.History.Single().ShouldBe(new PastScore("so-a", "INDEX", 2024, 12.5, "imported:lich-su.csv"));
    }

    [Fact]
    public void The_other_stored_states_mean_the_same()
    {
        Read<IndicatorObservations>("indicator").Values["so-a/q1/1.1.published"].Value.ShouldBe(InputValue.Of(5));
        var series = Read<EditionSeries>("series");
        (series.Reserved!.Id, series.Reserved.PreviousSha256).ShouldBe(("thu-1-2025.2", series.Published.Single().Sha256));
        var source = Read<HarvestSource>("source");
        (source.Runs.Single().Status, source.Slots.Single()).ShouldBe(("complete", "2025-04-10 thu-1 q1"));
        Read<Agency>("agency").Record!.Predecessors.Single().ShouldBe(new Forerunner("so-cu", 0.5));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Stored", "v1", $"{file}.json"));

    private static T Read<T>(string file) => JsonSerializer.Deserialize<T>(Text(file), StoreJson.Options)!;

    /// <summary>Places of the stored row whose value is not in the written one.</summary>
    private static IEnumerable<string> Lost(JsonNode? stored, JsonNode? written, string place) => (stored, written) switch
    {
        (JsonObject old, JsonObject now) => old.SelectMany(member => Lost(member.Value, now[member.Key], $"{place}.{member.Key}")),
        (JsonArray old, JsonArray now) when old.Count == now.Count => old.SelectMany((item, i) => Lost(item, now[i], $"{place}[]")),
        _ => JsonNode.DeepEquals(stored, written) ? [] : [place],
    };
}
