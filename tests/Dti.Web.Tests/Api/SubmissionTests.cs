using Dti.Assessment.Indicators;
using Dti.Assessment.Submissions;
using System.Text.Json;

namespace Dti.Web.Tests.Api;

public abstract class SubmissionTests(World world)
{
    private HttpClient Officer => world.Client(Role.Officer);

    [Fact]
    public async Task A_submission_before_its_first_save_lists_every_input_with_nulls()
    {
        var response = await Officer.GetAsync(await world.Submission());

        var body = await response.ShouldBeOk();
        response.Headers.ETag?.Tag.ShouldBe("\"0\"");
        body.GetProperty("unit").GetString().ShouldBe(World.Unit);
        body.GetProperty("year").GetInt32().ShouldBe(2025);
        body.GetProperty("quarter").GetString().ShouldBe("q2");
        body.GetProperty("state").GetString().ShouldBe("draft");
        body.GetProperty("version").GetInt32().ShouldBe(0);
        body.GetProperty("due").GetString().ShouldBe("2025-07-15T17:00:00+07:00");
        body.GetProperty("values").EnumerateObject().Select(v => v.Name).ShouldBe(["1.1.published", "1.1.listed", "1.2"]);
        body.GetProperty("values").GetProperty("1.1.listed").GetRawText()
            .ShouldBe("""{"self":null,"measured":null,"verified":null,"source":null,"at":null,"by":null,"reason":null}""");
    }

    [Fact]
    public async Task A_saved_value_is_the_contracts_sample()
    {
        string address = await world.Submission();

        var response = await Officer.Put(address, """{ "values": { "1.1.listed": 98 } }""", "\"0\"");

        var body = await response.ShouldBeOk();
        response.Headers.ETag?.Tag.ShouldBe("\"1\"");
        body.GetProperty("values").GetProperty("1.1.listed").GetRawText().ShouldBe(
            $$"""{"self":98,"measured":null,"verified":null,"source":"self","at":"{{world.Time.GetUtcNow().ToOffset(TimeSpan.FromHours(7)):yyyy-MM-ddTHH:mm:sszzz}}","by":"officer","reason":null}""");
        var fault = body.GetProperty("faults")[0];
        (fault.GetProperty("key").GetString(), fault.GetProperty("code").GetString()).ShouldBe(("1.1.listed", "evidence-missing"));
    }

    [Fact]
    public async Task What_is_not_named_stays_and_null_clears()
    {
        string address = await world.Submission();
        await (await Officer.Put(address, """{ "values": { "1.1.listed": 98, "1.2": true } }""", "\"0\"")).ShouldBeOk();

        var body = await (await Officer.Put(address, """{ "values": { "1.1.listed": null } }""", "\"1\"")).ShouldBeOk();

        body.GetProperty("values").GetProperty("1.1.listed").GetProperty("self").ValueKind.ShouldBe(JsonValueKind.Null);
        body.GetProperty("values").GetProperty("1.2").GetProperty("self").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_measured_value_stands_beside_what_the_unit_says()
    {
        string round = await world.Round();
        var broken = await world.Grains.GetGrain<IIndicatorGrain>($"{round}/1.1").Observe(
            [new(World.Unit, "q2", "1.1.published", "datasets_published", InputValue.Of(41), world.Time.GetUtcNow(), "cong-du-lieu", "run-1")], Actor.System);
        broken.ShouldBeEmpty();

        var body = await (await Officer.GetAsync(World.Of(round))).ShouldBeOk();

        var cell = body.GetProperty("values").GetProperty("1.1.published");
        cell.GetProperty("measured").GetDouble().ShouldBe(41);
        cell.GetProperty("source").GetString().ShouldBe("measured");
    }

    [Fact]
    public async Task A_save_without_If_Match_is_428()
    {
        await (await Officer.Put(await world.Submission(), """{ "values": {} }""", null)).ShouldBeProblem(428, "if-match-missing");
    }

    [Theory]
    [InlineData("\"7\"")]
    [InlineData("W/\"1\"")]
    [InlineData("*")]
    [InlineData("1")]
    [InlineData("\"01\"")]
    public async Task A_save_of_another_version_is_412_with_the_current_one(string ifMatch)
    {
        string address = await world.Submission();
        await (await Officer.Put(address, """{ "values": { "1.2": true } }""", "\"0\"")).ShouldBeOk();

        var problem = await (await Officer.Put(address, """{ "values": { "1.2": false } }""", ifMatch)).ShouldBeProblem(412, "stale");

        problem.GetProperty("version").GetInt32().ShouldBe(1);
        var body = await (await Officer.GetAsync(address)).ShouldBeOk();
        body.GetProperty("values").GetProperty("1.2").GetProperty("self").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Every_fault_of_a_save_is_named_with_its_key_and_nothing_is_saved()
    {
        string address = await world.Submission();
        string hash = new('a', 64);

        var problem = await (await Officer.Put(
            address, $$"""{ "values": { "1.1.listed": 1e999, "1.2": "có", "9.9": 1, "1.1.published": [] }, "evidence": { "1.2": ["{{hash}}"] } }""", "\"0\""))
            .ShouldBeProblem(422, "number-out-of-range");

        problem.GetProperty("errors").EnumerateArray().Select(e => (e.GetProperty("key").GetString(), e.GetProperty("code").GetString())).ShouldBe(
            [("1.1.listed", "number-out-of-range"), ("1.1.published", "value-misfit"), ("1.2", "evidence-unknown"), ("1.2", "value-misfit"), ("9.9", "unknown-key")],
            ignoreOrder: true);
        (await Officer.GetAsync(address)).Headers.ETag?.Tag.ShouldBe("\"0\"");
    }

    [Theory]
    [InlineData("""{ "values": { "1.1.listed": "98" } }""", "value-misfit")]
    [InlineData("""{ "values": { "1.1.listed": -1 } }""", "value-misfit")]
    [InlineData("""{ "values": { "1.1.listed": 1.5 } }""", "value-misfit")]
    [InlineData("""{ "values": { "1.1.published": 5 } }""", "measured-by-system")]
    [InlineData("""{ "values": { "1.2": "a\u0000b" } }""", "text-invalid")]
    [InlineData("""{ "value": { "1.2": true } }""", "unknown-member")]
    [InlineData("""{ "values": [] }""", "not-an-object")]
    [InlineData("[]", "not-an-object")]
    [InlineData("""{ "evidence": { "1.2": ["nohash"] } }""", "evidence-misfit")]
    public async Task A_value_that_does_not_fit_is_422(string json, string code)
    {
        await (await Officer.Put(await world.Submission(), json, "\"0\"")).ShouldBeProblem(422, code);
    }

    [Theory]
    [InlineData("""{ "values": { "1.1.listed": NaN } }""")]
    [InlineData("""{ "values": { "1.1.listed": 1 """)]
    [InlineData("""{ "values": { "1.2": true, "1.2": false } }""")]
    [InlineData("""{ "values": { "1.2": "\ud800" } }""")]
    [InlineData("")]
    public async Task A_body_that_is_no_JSON_is_400(string json)
    {
        await (await Officer.Put(await world.Submission(), json, "\"0\"")).ShouldBeProblem(400, "malformed-json");
    }

    [Fact]
    public async Task A_body_beyond_a_megabyte_is_413()
    {
        string json = $$"""{ "values": { "1.2": "{{new string('x', 1_100_000)}}" } }""";

        await (await Officer.Put(await world.Submission(), json, "\"0\"")).ShouldBeProblem(413, "too-large");
    }

    [Fact]
    public async Task A_body_of_another_type_is_415()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, await world.Submission()) { Content = new StringContent("1.2=true") };

        await (await Officer.SendAsync(request)).ShouldBeProblem(415, "media-type-unsupported");
    }

    [Fact]
    public async Task Submitting_twice_with_one_key_answers_the_same_and_acts_once()
    {
        string address = await world.Submission();
        await (await Officer.Put(address, """{ "values": { "1.2": true } }""", "\"0\"")).ShouldBeOk();
        var leader = world.Client(Role.Leader);

        var first = await leader.Post(address + "/submit", null, ("Idempotency-Key", "lan-1"));
        world.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await leader.Post(address + "/submit", null, ("Idempotency-Key", "lan-1"));

        var body = await first.ShouldBeOk();
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        second.Headers.ETag.ShouldBe(first.Headers.ETag);
        body.GetProperty("state").GetString().ShouldBe("submitted");
        body.GetProperty("onTime").GetBoolean().ShouldBeTrue();
        var now = await (await leader.GetAsync(address)).ShouldBeOk();
        now.GetProperty("version").GetInt32().ShouldBe(body.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_submitted_form_takes_neither_a_save_nor_another_submission()
    {
        string address = await world.Submission();
        var leader = world.Client(Role.Leader);
        await (await Officer.Put(address, """{ "values": { "1.2": true } }""", "\"0\"")).ShouldBeOk();
        await (await leader.Post(address + "/submit", null, ("Idempotency-Key", "lan-1"))).ShouldBeOk();

        var saved = await (await Officer.Put(address, """{ "values": { "1.2": false } }""", "\"2\"")).ShouldBeProblem(409, "not-editable");
        await (await leader.Post(address + "/submit", null, ("Idempotency-Key", "lan-2"))).ShouldBeProblem(409, "not-submittable");

        saved.GetProperty("state").GetString().ShouldBe("submitted");
    }

    [Fact]
    public async Task Submitting_without_a_key_is_400()
    {
        await (await world.Client(Role.Leader).Post(await world.Submission() + "/submit")).ShouldBeProblem(400, "idempotency-key-missing");
    }

    [Fact]
    public async Task A_quarter_that_is_closed_takes_no_entries()
    {
        string address = World.Of(await world.Round(), quarter: "q1");

        await (await Officer.Put(address, """{ "values": { "1.2": true } }""", "\"0\"")).ShouldBeProblem(409, "quarter-not-open");
    }

    [Theory]
    [InlineData("q9")]
    [InlineData("q3")]
    public async Task An_unknown_quarter_is_404(string quarter)
    {
        await (await Officer.GetAsync(World.Of(await world.Round(), quarter: quarter))).ShouldBeProblem(404, "no-such-submission");
    }

    [Fact]
    public async Task An_unknown_round_or_unit_is_404()
    {
        var committee = world.Client(Role.Committee);

        await (await committee.GetAsync(World.Of("khong-co"))).ShouldBeProblem(404, "no-such-submission");
        await (await committee.GetAsync(World.Of(await world.Round(), "khong-co"))).ShouldBeProblem(404, "no-such-submission");
        await (await committee.GetAsync(World.Of("a%2Fb"))).ShouldBeProblem(404, "no-such-submission");
    }
}
