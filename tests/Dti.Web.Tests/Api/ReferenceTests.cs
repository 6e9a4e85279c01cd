using System.Net;
using Dti.Assessment.Indicators;
using Dti.Assessment.Submissions;

namespace Dti.Web.Tests.Api;

public abstract class ReferenceTests(World world)
{
    [Fact]
    public async Task Live_and_ready_answer_200()
    {
        (await world.Client(null).GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await world.Client(null).GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_OpenAPI_document_names_every_address_of_the_contract()
    {
        var document = await (await world.Client(null).GetAsync("/openapi/v1.json")).ShouldBeOk();

        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToArray();
        paths.ShouldContain("/api/v1/rounds/{year}/units/{unit}/submissions/{quarter}");
        paths.ShouldContain("/api/v1/rounds/{year}/units/{unit}/submissions/{quarter}/submit");
        paths.ShouldContain("/api/v1/evidence");
        paths.ShouldContain("/api/v1/editions/{id}/ranking.csv");
        paths.ShouldContain("/api/v1/observations");
    }

    [Fact]
    public async Task Units_come_a_page_at_a_time()
    {
        var first = await (await world.Client(null).GetAsync("/api/v1/units?limit=1")).ShouldBeOk();
        var second = await (await world.Client(null).GetAsync($"/api/v1/units?limit=1&after={first.GetProperty("next").GetString()}")).ShouldBeOk();

        first.GetProperty("items")[0].GetProperty("code").GetString().ShouldBe(World.Unit);
        second.GetProperty("items")[0].GetProperty("name").GetProperty("vi").GetString().ShouldBe("Sở Y tế");
        await (await world.Client(null).GetAsync("/api/v1/units?limit=0")).ShouldBeProblem(400, "limit");
        await (await world.Client(null).GetAsync("/api/v1/units?limit=x")).ShouldBeProblem(400, "bad-request");
    }

    [Fact]
    public async Task A_rounds_indicators_name_the_keys_of_its_submissions()
    {
        var set = await (await world.Client(null).GetAsync($"/api/v1/indicators/{await world.Round()}")).ShouldBeOk();

        set.GetProperty("nodes").EnumerateArray().SelectMany(node => node.GetProperty("inputs").EnumerateArray())
            .Select(input => (input.GetProperty("key").GetString(), input.GetProperty("type").GetString(), input.GetProperty("from").GetString()))
            .ShouldBe([("1.1.published", "count", "metric:datasets_published"), ("1.1.listed", "count", "self"), ("1.2", "yes_no", "self")]);
        await (await world.Client(null).GetAsync("/api/v1/indicators/1900")).ShouldBeProblem(404, "round-unknown");
    }

    [Fact]
    public async Task Observations_are_paged_and_a_unit_sees_its_own()
    {
        string round = await world.Round();
        MeasuredValue Of(string unit, double value) => new(unit, "q2", "1.1.published", "datasets_published", InputValue.Of(value), world.Time.GetUtcNow(), "cong", "run-1");
        (await world.Grains.GetGrain<IIndicatorGrain>($"{round}/1.1").Observe([Of(World.Unit, 41), Of(World.OtherUnit, 7)], Actor.System)).ShouldBeEmpty();

        var all = await (await world.Client(Role.Committee).GetAsync($"/api/v1/observations?round={round}&indicator=1.1&limit=1")).ShouldBeOk();
        var own = await (await world.Client(Role.Officer).GetAsync($"/api/v1/observations?round={round}")).ShouldBeOk();

        all.GetProperty("next").GetString().ShouldNotBeNull();
        own.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("unit").GetString()).ShouldBe([World.Unit]);
        own.GetProperty("items")[0].GetProperty("value").GetDouble().ShouldBe(41);
        await (await world.Client(Role.Officer).GetAsync($"/api/v1/observations?round={round}&unit={World.OtherUnit}")).ShouldBeProblem(403, "outside-scope");
        await (await world.Client(Role.Committee).GetAsync("/api/v1/observations?round=../x")).ShouldBeProblem(400, "round-malformed");
        await (await world.Client(null).GetAsync($"/api/v1/observations?round={round}")).ShouldBeProblem(401, "sign-in-required");
    }

    [Fact]
    public async Task Observations_are_those_of_the_newest_round_unless_one_is_named()
    {
        string round = await world.Round();
        (await world.Grains.GetGrain<IIndicatorGrain>($"{round}/1.1").Observe(
            [new(World.Unit, "q2", "1.1.published", "datasets_published", InputValue.Of(12), world.Time.GetUtcNow(), "cong", "run-1")], Actor.System)).ShouldBeEmpty();
        var rounds = (await (await world.Client(Role.Committee).GetAsync("/api/v1/rounds")).ShouldBeOk()).GetProperty("rounds").EnumerateArray().ToArray();
        int newest = rounds.Max(item => item.GetProperty("year").GetInt32());

        var items = (await (await world.Client(Role.Committee).GetAsync("/api/v1/observations")).ShouldBeOk()).GetProperty("items").EnumerateArray().ToArray();

        foreach (var item in items)
            rounds.Single(known => known.GetProperty("id").GetString() == item.GetProperty("round").GetString()).GetProperty("year").GetInt32().ShouldBe(newest);
        items.Select(item => item.GetProperty("round").GetString()).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task The_OpenAPI_document_names_the_headers_a_call_needs()
    {
        var paths = (await (await world.Client(null).GetAsync("/openapi/v1.json")).ShouldBeOk()).GetProperty("paths");
        string[] Headers(string path, string verb) => [.. paths.GetProperty(path).GetProperty(verb).GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").GetString() == "header" && parameter.GetProperty("required").GetBoolean())
            .Select(parameter => parameter.GetProperty("name").GetString()!)];
        const string submission = "/api/v1/rounds/{year}/units/{unit}/submissions/{quarter}";

        Headers(submission, "put").ShouldBe(["If-Match"]);
        Headers(submission + "/submit", "post").ShouldBe(["Idempotency-Key"]);
        Headers(submission + "/judge", "post").ShouldBe(["If-Match"]);
        Headers("/api/v1/evidence", "post").ShouldBe(["X-File-Name"]);
        paths.GetProperty("/api/v1/evidence").GetProperty("post").GetProperty("requestBody").GetProperty("content").EnumerateObject().ShouldNotBeEmpty();
    }
}
