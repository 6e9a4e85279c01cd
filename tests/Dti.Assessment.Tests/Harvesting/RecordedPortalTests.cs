using Dti.Assessment.Harvesting;
using Microsoft.Extensions.Time.Testing;

namespace Dti.Assessment.Tests.Harvesting;

public sealed class RecordedPortalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dti-recording").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RecordedPortal Open(string manifest)
    {
        File.WriteAllText(Path.Combine(_folder, "recording.json"), manifest);
        return RecordedPortal.Open(_folder);
    }

    private static Task<RecordedResponse> Get(RecordedPortal portal, string request) => portal.GetAsync(new Uri(portal.Url, request), CancellationToken.None);

    [Fact]
    public async Task Answers_come_from_files_and_repeated_requests_in_the_order_recorded()
    {
        File.WriteAllText(Path.Combine(_folder, "a.json"), "1");
        RecordedPortal portal = Open("""
            { "url": "https://x.example/", "responses": [
              { "request": "a?q=id asc", "status": 200, "contentType": "application/json", "file": "a.json" },
              { "request": "https://x.example/a?q=id%20asc", "status": 301, "location": "https://y.example/" } ] }
            """);

        RecordedResponse first = await Get(portal, "a?q=id%20asc"), second = await Get(portal, "a?q=id asc"), third = await Get(portal, "a?q=id asc");

        (first.Status, first.ContentType, first.Body.Length).ShouldBe((200, "application/json", 1));
        (second.Status, second.Location, third.Status).ShouldBe((301, "https://y.example/", 301));
    }

    [Fact]
    public async Task A_request_that_was_not_recorded_has_no_answer()
    {
        RecordedPortal portal = Open("""{ "url": "https://x.example/", "responses": [ { "request": "a", "status": 200 } ] }""");

        RecordedResponse response = await Get(portal, "b");

        response.NoAnswer.ShouldBe(NoAnswer.Unreachable);
        response.Detail.ShouldBe("the recording holds no answer to https://x.example/b");
    }

    [Fact]
    public async Task A_file_that_is_not_the_one_recorded_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder, "a.json"), "2");
        RecordedPortal portal = Open($$"""{ "url": "https://x.example/", "responses": [ { "request": "a", "status": 200, "file": "a.json", "sha256": "{{new string('0', 64)}}" } ] }""");

        (await Should.ThrowAsync<RecordingFaultException>(() => Get(portal, "a"))).Message.ShouldContain("a.json: is not the answer that was recorded");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "url": "https://x.example/", "responses": [] }""")]
    [InlineData("""{ "url": "relative", "responses": [ { "request": "a", "status": 200 } ] }""")]
    [InlineData("""{ "url": "https://x.example/", "responses": [ { "status": 200 } ] }""")]
    [InlineData("""{ "url": "https://x.example/", "responses": [ { "request": "a" } ] }""")]
    [InlineData("""{ "url": "https://x.example/", "responses": [ { "request": "a", "status": 200, "file": "../secret" } ] }""")]
    [InlineData("""{ "url": "https://x.example/", "responses": [ { "request": "a", "status": 200, "file": "/etc/passwd" } ] }""")]
    [InlineData("""{ "url": "https://x.example/", "responses": [ null ] }""")]
    public void A_manifest_at_fault_is_refused_by_name(string manifest) =>
        Should.Throw<RecordingFaultException>(() => Open(manifest)).Message.ShouldStartWith(Path.Combine(_folder, "recording.json"));

    [Fact]
    public void A_folder_without_a_manifest_is_refused() => Should.Throw<RecordingFaultException>(() => RecordedPortal.Open(_folder));

    [Fact]
    public async Task The_demonstrations_portal_is_read_whole_and_every_publisher_has_a_department()
    {
        RecordedPortal portal = RecordedPortal.Open(Recordings.Demo());
        PublisherMap map = PublisherMap.Read(Path.Combine(Recordings.Demo(), "publishers.csv"));

        HarvestRun run = await new CkanReader(new FakeTimeProvider()).ReadAsync(portal, portal.Url, CancellationToken.None);

        run.Status.ShouldBe(HarvestStatus.Complete, run.Failure?.Message);
        (run.Reported, run.Seen, run.Requests).ShouldBe((150, 150, 8));
        run.Publishers.Select(p => p.Key).ShouldBe(map.Publishers, ignoreOrder: true);
        IReadOnlyDictionary<(string Unit, string Metric), double> units = map.ByUnit(run);
        units.Keys.Select(k => k.Unit).Distinct().Order(StringComparer.Ordinal).ShouldBe([
            "so-ct", "so-dttg", "so-gddt", "so-khcn", "so-ngv", "so-nnmt", "so-nv", "so-tc", "so-tp", "so-vhttdl", "so-xd", "so-yt", "thanh-tra", "vp-ubnd",
        ]);
        units[("so-xd", Metrics.DatasetsPublished)].ShouldBe(38);
        units[("so-nnmt", Metrics.DatasetsOpenLicence)].ShouldBe(4);
        units.Where(u => u.Key.Metric == Metrics.DatasetsPublished).Sum(u => u.Value).ShouldBe(150);
    }

    [Fact]
    public async Task An_incomplete_run_gives_units_nothing()
    {
        PublisherMap map = PublisherMap.Read(Path.Combine(Recordings.Demo(), "publishers.csv"));

        HarvestRun run = await new CkanReader(new FakeTimeProvider()).ReadAsync(RecordedPortal.Open(Recordings.Demo()), new Uri("https://other.example/"), CancellationToken.None);

        run.Status.ShouldBe(HarvestStatus.Unreachable);
        map.ByUnit(run).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("publisher\na\n", ":1: the columns are publisher,unit")]
    [InlineData("publisher,unit\na,x\na,y\n", ":3: 'a' is empty, has no unit or is named twice")]
    [InlineData("", ":1: the columns are publisher,unit")]
    public void A_map_of_publishers_at_fault_is_refused_by_line(string text, string fault)
    {
        string path = Path.Combine(_folder, "publishers.csv");
        File.WriteAllText(path, text);

        Should.Throw<RecordingFaultException>(() => PublisherMap.Read(path)).Message.ShouldBe(path + fault);
    }
}
