using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dti.Assessment.Harvesting;
using Dti.Assessment.Submissions;
using Dti.Assessment.Tests.World;

namespace Dti.Assessment.Tests.Harvesting.Grains;

public abstract class HarvestSourceSuite(DomainWorld world)
{
    private const string Portal = "https://opendata.nghean.example/";
    private static readonly PublisherMap Map = PublisherMap.Read(Path.Combine(Recordings.Demo(), "publishers.csv"));
    /// <summary>The several publishers of one department; their figures add up.</summary>
    private static readonly ImmutableArray<string> Xd = [.. Map.Publishers.Where(p => Map.UnitOf(p) == "so-xd")];

    [Fact]
    public async Task A_complete_reading_becomes_observations_and_lists_publishers_of_no_unit()
    {
        var (given, source) = await SourceAsync();
        var outcome = await source.Harvest(given.Id, "q1", Actor.System);
        (outcome.Status, outcome.Seen, outcome.Observations, outcome.Failure).ShouldBe(("complete", 150, 1, null));
        outcome.UnknownPublishers.Length.ShouldBe(Map.Publishers.Count() - Xd.Length);
        outcome.UnknownPublishers.Intersect(Xd).ShouldBeEmpty();
        var measured = (await given.Submission().Get()).Measured["1.1.published"];
        (measured.Value, measured.By).ShouldBe((InputValue.Of(38), Portal));
    }

    [Theory]
    [InlineData("https://other.example/", "unreachable")]
    [InlineData("not an address", "refused")]
    public async Task A_reading_that_fails_is_noted_and_the_last_good_figures_stay(string url, string status)
    {
        var (given, source) = await SourceAsync();
        await source.Harvest(given.Id, "q1", Actor.System);
        await source.Configure(Settings(Recordings.Demo()) with { Url = url }, GivenRound.Soict);
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await source.Harvest(given.Id, "q1", Actor.System)).Status.ShouldBe(status);
        (await source.Get()).Runs.Select(run => run.Status).ShouldBe(["complete", status]);
        (await given.Submission().Get()).Measured["1.1.published"].Value.ShouldBe(InputValue.Of(38));
    }

    [Fact]
    public async Task A_reading_cut_short_counts_for_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("dti-cut-").FullName;
        foreach (string file in Directory.GetFiles(Recordings.Demo()))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        string manifest = Path.Combine(folder, RecordedPortal.ManifestName);
        var json = JsonNode.Parse(await File.ReadAllTextAsync(manifest))!;
        var responses = json["responses"]!.AsArray();
        while (responses.Count > 4)
            responses.RemoveAt(4);
        await File.WriteAllTextAsync(manifest, json.ToJsonString());
        var (given, source) = await SourceAsync(folder);
        var outcome = await source.Harvest(given.Id, "q1", Actor.System);
        Directory.Delete(folder, recursive: true);
        (outcome.Status, outcome.Observations).ShouldBe(("incomplete", 0));
        (await given.Indicator().Get()).Values.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slot_is_done_once_also_over_a_restart_and_the_next_day_is_another()
    {
        var (given, source) = await SourceAsync();
        (await source.HarvestSlot("2025-04-10", given.Id, "q1", Actor.System)).ShouldNotBeNull();
        (await source.HarvestSlot("2025-04-10", given.Id, "q1", Actor.System)).ShouldBeNull();
        await world.RestartAsync();
        source = world.Grains.GetGrain<IHarvestSourceGrain>($"source/{given.Id}");
        (await source.HarvestSlot("2025-04-10", given.Id, "q1", Actor.System)).ShouldBeNull();
        (await source.HarvestSlot("2025-04-10", given.Id, "q2", Actor.System)).ShouldNotBeNull();
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await source.HarvestSlot("2025-04-11", given.Id, "q1", Actor.System)).ShouldNotBeNull();
        (await source.Get()).Runs.Length.ShouldBe(3);
        (await world.Journal.ReadAsync($"source/{given.Id}", 10)).Select(e => e.Action).ShouldBe(["harvest", "harvest", "harvest", "configure"]);
    }

    private async Task<(GivenRound Given, IHarvestSourceGrain Source)> SourceAsync(string? folder = null)
    {
        var given = await world.Given();
        var source = world.Grains.GetGrain<IHarvestSourceGrain>($"source/{given.Id}");
        await source.Configure(Settings(folder ?? Recordings.Demo()), GivenRound.Soict);
        return (given, source);
    }

    private static HarvestSourceSettings Settings(string folder) =>
        new(CkanReader.Kind, Portal, folder, Xd.ToImmutableDictionary(publisher => publisher, _ => "so-a"));
}

[Collection(nameof(SqliteWorld))]
public sealed class HarvestSourcesOnSqlite(SqliteWorld world) : HarvestSourceSuite(world);

[Collection(nameof(PostgresWorld))]
public sealed class HarvestSourcesOnPostgres(PostgresWorld world) : HarvestSourceSuite(world);
