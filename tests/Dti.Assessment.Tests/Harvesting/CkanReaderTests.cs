using System.Text.Json;
using System.Text.Json.Nodes;
using Dti.Assessment.Harvesting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Orleans.Serialization;

namespace Dti.Assessment.Tests.Harvesting;

public sealed class CkanReaderTests
{
    private static readonly DateTimeOffset Now = new(2025, 12, 31, 17, 0, 0, TimeSpan.Zero);

    private static Task<HarvestRun> Read(IPortalResponses portal, ReadingLimits? limits = null) =>
        new CkanReader(new FakeTimeProvider(Now), limits).ReadAsync(portal, ReplayedCkan.Url, CancellationToken.None);

    private static double Whole(HarvestRun run, string metric) => run.Observations.Single(o => o.Publisher == "" && o.Metric == metric).Value;

    [Fact]
    public async Task A_portal_in_pages_is_read_whole_with_exact_counts()
    {
        var portal = new ReplayedCkan(Recordings.Datasets("brisbane-100")) { Cap = 30 };

        HarvestRun run = await Read(portal);

        run.Status.ShouldBe(HarvestStatus.Complete);
        (run.Reported, run.Seen, run.Duplicates, run.Failure).ShouldBe((100, 100, 0, null));
        run.Requests.ShouldBe(6);
        run.Sha256.Count.ShouldBe(6);
        run.Sha256.ShouldAllBe(s => s.Length == 64);
        run.Started.ShouldBe(Now);
        Whole(run, "datasets_published").ShouldBe(100);
        Whole(run, "datasets_open_licence").ShouldBe(100);
        run.Observations.Count.ShouldBe(3 * 7);
        run.Observations.Where(o => o is { Publisher: not "", Metric: "datasets_published" }).Select(o => o.Value).Order().ShouldBe([1, 2, 11, 23, 27, 36]);
        run.Observations.Single(o => o is { Publisher: "a13007df-670e-4c44-823f-243e7bba6af2", Metric: "datasets_published" })
            .ShouldBe(new Observation(ReplayedCkan.Url.AbsoluteUri, "a13007df-670e-4c44-823f-243e7bba6af2", "datasets_published", 27, "dataset", Now));
        run.Publishers.Single(p => p.Key == "a13007df-670e-4c44-823f-243e7bba6af2").ShouldBe(new PortalPublisher("a13007df-670e-4c44-823f-243e7bba6af2", "cpas", "City Planning and Sustainability"));
        run.UnknownFormats.ShouldBeEmpty();
    }

    [Fact]
    public async Task Machine_readable_datasets_are_those_with_one_readable_resource_or_more()
    {
        List<JsonObject> datasets = Recordings.Datasets("brisbane-100");
        // Counted apart from the reader: every label of this recording that is data.
        string[] data = ["CSV", "SHP", "KMZ", "RSS", "KML", "GDB", "JSON", "json/csv", "XLS"];
        int expected = datasets.Count(d => d["resources"]!.AsArray().Any(r => data.Contains((string?)r!["format"])));

        HarvestRun run = await Read(new ReplayedCkan(datasets));

        expected.ShouldBeInRange(1, 99);
        Whole(run, "datasets_machine_readable").ShouldBe(expected);
    }

    [Fact]
    public async Task Pages_are_asked_sorted_by_id_and_stepped_by_what_came()
    {
        var portal = new ReplayedCkan(Recordings.Datasets("brisbane-100")) { Cap = 30 };

        await Read(portal);

        portal.Requests.Select(r => r.AbsoluteUri["https://portal.example/data/api/3/action/".Length..]).ShouldBe([
            "status_show",
            "package_search?q=*:*&sort=id%20asc&rows=100&start=0",
            "package_search?q=*:*&sort=id%20asc&rows=100&start=30",
            "package_search?q=*:*&sort=id%20asc&rows=100&start=60",
            "package_search?q=*:*&sort=id%20asc&rows=100&start=90",
            "package_search?q=*:*&rows=0",
        ]);
    }

    [Theory]
    [InlineData("dsaga", 1105)]
    [InlineData("dwaga", 795)]
    [InlineData("dgvic-100", 6103)]
    [InlineData("hobart", 160)]
    [InlineData("sydney", 20)]
    public async Task A_portal_that_gives_fewer_than_it_says_is_incomplete_and_counts_nothing(string name, int count)
    {
        HarvestRun run = await Read(new ReplayedCkan(Recordings.Datasets(name)) { Claims = count });

        run.Status.ShouldBe(HarvestStatus.Incomplete);
        (run.Reported, run.Seen).ShouldBe((count, 10));
        run.Failure.ShouldBe(new HarvestFailure("count_mismatch", $"the portal says it has {count} datasets, 10 were read"));
        run.Observations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_recorded_answer_itself_is_read_its_docstring_and_all()
    {
        byte[] recorded = await File.ReadAllBytesAsync(Recordings.Ckan("magda-dgvic-100.json"));

        HarvestRun run = await Read(new ReplayedCkan([]) { Before = (n, _) => n == 1 ? new RecordedResponse(200, "application/json", recorded) : null });

        run.Status.ShouldBe(HarvestStatus.Incomplete);
        run.Seen.ShouldBe(10);
        run.Bytes.ShouldBeGreaterThan(recorded.Length);
    }

    [Fact]
    public async Task A_dataset_edited_during_the_reading_is_neither_missed_nor_doubled()
    {
        var portal = new ReplayedCkan(Recordings.Datasets("brisbane-100"))
        {
            Cap = 10,
            Before = (n, p) =>
            {
                p.Datasets[n % p.Datasets.Count]["metadata_modified"] = $"2030-01-01T00:00:{n:00}";
                return null;
            },
        };

        HarvestRun run = await Read(portal);

        (run.Status, run.Seen, run.Duplicates).ShouldBe((HarvestStatus.Complete, 100, 0));
    }

    [Fact]
    public async Task A_dataset_added_before_the_place_reached_makes_a_duplicate_and_a_missing_one()
    {
        var portal = new ReplayedCkan(Recordings.Datasets("brisbane-100"))
        {
            Cap = 10,
            Before = (n, p) =>
            {
                if (n == 5)
                    p.Datasets.Add(new JsonObject { ["id"] = "00000000-first", ["state"] = "active" });
                return null;
            },
        };

        HarvestRun run = await Read(portal);

        (run.Status, run.Reported, run.Seen, run.Duplicates).ShouldBe((HarvestStatus.Incomplete, 101, 100, 1));
    }

    [Fact]
    public async Task A_dataset_added_after_the_place_reached_is_read_too()
    {
        var portal = new ReplayedCkan(Recordings.Datasets("brisbane-100"))
        {
            Cap = 10,
            Before = (n, p) =>
            {
                if (n == 5)
                    p.Datasets.Add(new JsonObject { ["id"] = "zzz-last", ["state"] = "active" });
                return null;
            },
        };

        HarvestRun run = await Read(portal);

        (run.Status, run.Reported, run.Seen).ShouldBe((HarvestStatus.Complete, 101, 101));
    }

    [Fact]
    public async Task The_same_dataset_listed_twice_counts_once()
    {
        List<JsonObject> datasets = Recordings.Datasets("hobart");
        HarvestRun run = await Read(new ReplayedCkan(datasets.Append(datasets[0])) { Claims = 10, Cap = 4 });

        (run.Status, run.Seen, run.Duplicates).ShouldBe((HarvestStatus.Complete, 10, 1));
        Whole(run, "datasets_published").ShouldBe(10);
    }

    [Fact]
    public async Task Spellings_of_one_licence_are_one_and_a_sentence_is_reported_as_unknown()
    {
        HarvestRun run = await Read(new ReplayedCkan(Recordings.Datasets("hobart")));

        Whole(run, "datasets_open_licence").ShouldBe(9);
        run.UnknownLicences.ShouldHaveSingleItem().Label.ShouldStartWith("Creative Commons Attribution 4.0 International");
    }

    [Fact]
    public async Task Non_commercial_licences_are_not_open()
    {
        HarvestRun run = await Read(new ReplayedCkan(Recordings.Datasets("dwaga")));

        Whole(run, "datasets_published").ShouldBe(10);
        Whole(run, "datasets_open_licence").ShouldBe(0);
        run.UnknownLicences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Hidden_records_and_records_of_extensions_are_seen_but_not_counted()
    {
        JsonObject[] datasets = [.. new[]
        {
            """{"id":"a","state":"active","owner_org":"o1","organization":null,"resources":[{"format":"CSV"}],"license_id":"cc-by"}""",
            """{"id":"b","state":"deleted"}""", """{"id":"c","private":true}""", """{"id":"d","type":"harvest"}""",
            """{"id":"e","resources":[{"format":7},{"format":"quux"},{"format":"csv","state":"deleted"}],"license_id":["cc-by"],"organization":"x"}""",
        }.Select(d => JsonNode.Parse(d)!.AsObject())];

        HarvestRun run = await Read(new ReplayedCkan(datasets));

        (run.Status, run.Seen).ShouldBe((HarvestStatus.Complete, 5));
        Whole(run, "datasets_published").ShouldBe(2);
        Whole(run, "datasets_machine_readable").ShouldBe(1);
        run.Publishers.ShouldHaveSingleItem().ShouldBe(new PortalPublisher("o1", null, null));
        run.UnknownFormats.ShouldHaveSingleItem().ShouldBe(new UnknownLabel("quux", 1));
    }

    [Fact]
    public async Task An_empty_portal_is_complete_with_zero()
    {
        HarvestRun run = await Read(new ReplayedCkan([]));

        (run.Status, run.Reported, run.Seen).ShouldBe((HarvestStatus.Complete, 0, 0));
        Whole(run, "datasets_published").ShouldBe(0);
    }

    public static TheoryData<string, RecordedResponse, HarvestStatus, string> FirstAnswers => new()
    {
        { "moved", new RecordedResponse(301, null, default) { Location = "https://elsewhere.example/" }, HarvestStatus.Moved, "moved" },
        { "gone", ReplayedCkan.Html("<html>not found</html>", 404), HarvestStatus.WrongKind, "not_ckan" },
        { "html", ReplayedCkan.Html(" <!doctype html><html>Trang chủ</html>"), HarvestStatus.WrongKind, "html" },
        { "firewall", ReplayedCkan.Html("<html><title>Request Rejected</title></html>"), HarvestStatus.Blocked, "firewall" },
        { "forbidden", ReplayedCkan.Html("<html/>", 403), HarvestStatus.Blocked, "http_403" },
        { "too many", ReplayedCkan.Json("{}", 429), HarvestStatus.Blocked, "http_429" },
        { "bare string", ReplayedCkan.Json("\"Bad request - Action name not known: status_show\"", 400), HarvestStatus.WrongKind, "not_ckan" },
        { "other json", ReplayedCkan.Json("""{"status":"ok"}"""), HarvestStatus.WrongKind, "not_ckan" },
        { "text", new RecordedResponse(200, "text/plain", "hello"u8.ToArray()), HarvestStatus.WrongKind, "not_json" },
        { "nothing", new RecordedResponse(200, null, default), HarvestStatus.WrongKind, "not_json" },
        { "no success", ReplayedCkan.Json("""{"success":false,"error":{"__type":"Search Error","message":"Solr is down"}}"""), HarvestStatus.Incomplete, "ckan_error" },
        { "not allowed", ReplayedCkan.Json("""{"success":false,"error":{"__type":"Authorization Error","message":"Access denied"}}"""), HarvestStatus.Blocked, "ckan_error" },
        { "conflict", ReplayedCkan.Json("""{"success":false,"error":{"__type":"Validation Error","rows":["Invalid integer"]}}""", 409), HarvestStatus.Incomplete, "ckan_error" },
        { "out of order", ReplayedCkan.Html("<html>bảo trì</html>", 503), HarvestStatus.Unreachable, "http_503" },
        { "no answer", RecordedResponse.Without(NoAnswer.Unreachable, "name not found"), HarvestStatus.Unreachable, "unreachable" },
        { "refused", RecordedResponse.Without(NoAnswer.Refused, "10.0.0.1 is private"), HarvestStatus.Refused, "refused" },
        { "too deep", ReplayedCkan.Json(new string('[', 100_000)), HarvestStatus.WrongKind, "not_json" },
    };

    [Theory]
    [MemberData(nameof(FirstAnswers))]
    public async Task What_the_portal_first_answers_decides_the_status(string what, RecordedResponse answer, HarvestStatus status, string code)
    {
        HarvestRun run = await Read(new ReplayedCkan(Recordings.Datasets("sydney")) { Before = (n, _) => n == 0 ? answer : null });

        run.Status.ShouldBe(status, what);
        run.Failure.ShouldNotBeNull().Code.ShouldBe(code, what);
        run.Failure.Message.ShouldStartWith("/data/api/3/action/status_show: ");
        (run.Requests, run.Seen, run.Reported).ShouldBe((1, 0, null));
        run.Observations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(503, HarvestStatus.Incomplete)]
    [InlineData(404, HarvestStatus.Incomplete)]
    [InlineData(301, HarvestStatus.Incomplete)]
    [InlineData(403, HarvestStatus.Blocked)]
    public async Task A_portal_that_stops_halfway_is_incomplete_or_blocked_and_counts_nothing(int answer, HarvestStatus status)
    {
        HarvestRun run = await Read(new ReplayedCkan(Recordings.Datasets("brisbane-100")) { Cap = 25, Before = (n, _) => n == 3 ? ReplayedCkan.Html("<html/>", answer) : null });

        (run.Status, run.Seen, run.Reported).ShouldBe((status, 50, 100));
        run.Observations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"success":true,"result":{"results":[]}}""", "bad_page")]
    [InlineData("""{"success":true,"result":{"count":-1,"results":[]}}""", "bad_page")]
    [InlineData("""{"success":true,"result":{"count":1e999,"results":[]}}""", "bad_page")]
    [InlineData("""{"success":true,"result":{"count":1,"results":{}}}""", "bad_page")]
    [InlineData("""{"success":true,"result":{"count":1,"results":[{"name":"x"}]}}""", "bad_record")]
    [InlineData("""{"success":true,"result":{"count":1,"results":[{"id":"\ud800"}]}}""", "bad_record")]
    [InlineData("""{"success":true,"result":{"count":1,"results":[null]}}""", "bad_record")]
    public async Task A_page_that_cannot_be_understood_makes_the_run_incomplete(string page, string code)
    {
        HarvestRun run = await Read(new ReplayedCkan([]) { Before = (n, _) => n == 1 ? ReplayedCkan.Json(page) : null });

        run.Status.ShouldBe(HarvestStatus.Incomplete);
        run.Failure.ShouldNotBeNull().Code.ShouldBe(code);
    }

    [Fact]
    public async Task An_answer_over_the_limit_ends_the_reading()
    {
        HarvestRun run = await Read(new ReplayedCkan(Recordings.Datasets("brisbane-100")), new ReadingLimits { BytesPerAnswer = 10_000 });

        (run.Status, run.Failure!.Code).ShouldBe((HarvestStatus.Incomplete, "too_large"));
    }

    [Fact]
    public async Task A_portal_that_never_ends_is_left_after_the_most_requests()
    {
        var portal = new ReplayedCkan(Recordings.Datasets("sydney"))
        {
            Cap = 1,
            Claims = int.MaxValue,
            Before = (n, p) =>
            {
                p.Datasets.Add(new JsonObject { ["id"] = $"x{n:000000}" });
                return null;
            },
        };

        HarvestRun run = await Read(portal, new ReadingLimits { Requests = 50 });

        (run.Status, run.Failure!.Code, run.Requests).ShouldBe((HarvestStatus.Incomplete, "too_many_requests", 50));
    }

    [Fact]
    public async Task Cancelling_ends_the_reading_without_a_run()
    {
        using var source = new CancellationTokenSource();
        var portal = new ReplayedCkan(Recordings.Datasets("brisbane-100"))
        {
            Before = (_, _) =>
            {
                source.Cancel();
                source.Token.ThrowIfCancellationRequested();
                return null;
            },
        };

        await Should.ThrowAsync<OperationCanceledException>(() => new CkanReader(TimeProvider.System).ReadAsync(portal, ReplayedCkan.Url, source.Token));
    }

    [Fact]
    public async Task An_address_that_is_not_http_is_refused() =>
        await Should.ThrowAsync<ArgumentException>(() => new CkanReader(TimeProvider.System).ReadAsync(new ReplayedCkan([]), new Uri("file:///etc/"), CancellationToken.None));

    [Fact]
    public async Task As_json_a_run_has_the_contracts_fields()
    {
        HarvestRun run = await Read(new ReplayedCkan([]) { Before = (n, _) => n == 0 ? ReplayedCkan.Html("<html/>") : null });

        JsonObject json = JsonSerializer.SerializeToNode(run)!.AsObject();

        json.Select(p => p.Key).ShouldBe(["reader", "url", "started", "seconds", "status", "reported", "seen", "duplicates", "requests", "bytes", "failure", "sha256"]);
        ((string?)json["status"]).ShouldBe("wrong_kind");
        ((string?)json["failure"]!["code"]).ShouldBe("html");
    }

    [Fact]
    public async Task A_run_comes_unchanged_through_a_call_between_grains()
    {
        HarvestRun run = await Read(new ReplayedCkan(Recordings.Datasets("hobart")));
        await using ServiceProvider services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        Serializer<HarvestRun> serializer = services.GetRequiredService<Serializer<HarvestRun>>();

        HarvestRun copy = serializer.Deserialize(serializer.SerializeToArray(run)).ShouldNotBeNull();

        copy.Observations.ShouldBe(run.Observations);
        copy.UnknownLicences.ShouldBe(run.UnknownLicences);
        copy.Publishers.ShouldBe(run.Publishers);
        (copy.Status, copy.Seen, copy.Bytes, copy.Started).ShouldBe((run.Status, run.Seen, run.Bytes, run.Started));
    }
}
