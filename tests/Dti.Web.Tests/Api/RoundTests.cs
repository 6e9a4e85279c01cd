using Dti.Assessment.Rounds;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Dti.Assessment.Editions;
using Dti.Assessment.Submissions;

namespace Dti.Web.Tests.Api;

public abstract class RoundTests(World world)
{
    private HttpClient Soict => world.Client(Role.Soict);

    [Fact]
    public async Task The_office_opens_and_closes_a_quarter_by_hand()
    {
        string round = await world.Round();

        var closed = await (await Soict.Post($"/api/v1/rounds/{round}/quarters/q2/close")).ShouldBeOk();

        closed.GetProperty("quarters")[1].GetProperty("state").GetString().ShouldBe("closed");
        await (await world.Client(Role.Officer).Put(World.Of(round), """{ "values": { "1.2": true } }""", "\"0\"")).ShouldBeProblem(409, "quarter-not-open");
        await (await Soict.Post($"/api/v1/rounds/{round}/quarters/q2/open")).ShouldBeOk();
        await (await world.Client(Role.Officer).Put(World.Of(round), """{ "values": { "1.2": true } }""", "\"0\"")).ShouldBeOk();
    }

    [Fact]
    public async Task Only_the_office_runs_a_round()
    {
        string round = await world.Round();

        await (await world.Client(Role.Admin).Post($"/api/v1/rounds/{round}/publish", "{}")).ShouldBeProblem(403, "forbidden");
        await (await world.Client(Role.Verifier).Post($"/api/v1/rounds/{round}/quarters/q2/close")).ShouldBeProblem(403, "forbidden");
        await (await Soict.Post($"/api/v1/rounds/{round}/quarters/q4/open")).ShouldBeProblem(404, "no-such-quarter");
        await (await Soict.Post("/api/v1/rounds/1900/publish", "{}")).ShouldBeProblem(404, "round-unknown");
    }

    [Fact]
    public async Task Rounds_are_read_by_who_takes_part()
    {
        string round = await world.Round();

        var found = await (await world.Client(Role.Officer).GetAsync($"/api/v1/rounds/{round}")).ShouldBeOk();
        var all = await (await world.Client(Role.Officer).GetAsync("/api/v1/rounds")).ShouldBeOk();

        found.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("code").GetString()).ShouldBe([World.Unit, World.OtherUnit]);
        all.GetProperty("rounds").EnumerateArray().Select(r => r.GetProperty("id").GetString()).ShouldContain(round);
        await (await world.Client(null).GetAsync("/api/v1/rounds")).ShouldBeProblem(401, "sign-in-required");
    }

    [Fact]
    public async Task A_published_edition_is_public_immutable_and_signed()
    {
        string round = await world.Round();
        await QuartersClosed(round);
        var published = await (await Soict.Post($"/api/v1/rounds/{round}/publish", """{ "notes": ["Thử"] }""")).ShouldBeOk();
        string id = published.GetProperty("edition").GetString()!;
        var anybody = world.Client(null);

        var file = await anybody.GetAsync($"/api/v1/editions/{id}");

        byte[] bytes = await file.Content.ReadAsByteArrayAsync();
        string tag = file.Headers.ETag!.Tag;
        tag.ShouldBe($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
        file.Headers.ETag.IsWeak.ShouldBeFalse();
        file.Headers.CacheControl!.ToString().ShouldContain("immutable");
        file.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        EditionFile.Read(bytes).Edition!.Id.ShouldBe(id);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/editions/{id}");
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(tag));
        (await anybody.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        var list = await (await anybody.GetAsync("/api/v1/editions")).ShouldBeOk();
        list.GetProperty("editions").EnumerateArray().Select(e => e.GetProperty("id").GetString()).ShouldContain(id);
        string csv = await anybody.GetStringAsync($"/api/v1/editions/{id}/ranking.csv");
        csv.ShouldStartWith("group,rank,unit,score,rank_low,rank_median,rank_high,tier,name,pool\n");
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        var ranking = await (await anybody.GetAsync($"/api/v1/editions/{id}/ranking.json")).ShouldBeOk();
        ranking.GetProperty("ranking").GetArrayLength().ShouldBe(2);
        var signature = await (await anybody.GetAsync($"/api/v1/editions/{id}.sig")).ShouldBeOk();
        var keys = await (await anybody.GetAsync("/.well-known/dti-keys.json")).ShouldBeOk();
        keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()).ShouldContain(signature.GetProperty("kid").GetString());
    }

    [Fact]
    public async Task A_published_score_is_explained_down_to_its_operands_and_kept_by_a_strong_tag()
    {
        string round = await world.Round();
        await QuartersClosed(round);
        string id = (await (await Soict.Post($"/api/v1/rounds/{round}/publish", "{}")).ShouldBeOk()).GetProperty("edition").GetString()!;
        var anybody = world.Client(null);

        var answer = await anybody.GetAsync($"/api/v1/editions/{id}/units/{World.Unit}");
        var explanation = await answer.ShouldBeOk();

        explanation.GetProperty("edition").GetString().ShouldBe(id);
        explanation.GetProperty("unit").GetProperty("code").GetString().ShouldBe(World.Unit);
        var nodes = explanation.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("code").GetString()!);
        nodes.Keys.ShouldBe(["INDEX", "1", "1.1", "1.2"]);
        nodes["1.2"].GetProperty("remark").GetString().ShouldBe("missing 1.2: scores 0");
        nodes["1.1"].GetProperty("operands").EnumerateArray().Select(operand => (operand.GetProperty("column").GetString(), operand.GetProperty("type").GetString(), operand.GetProperty("from").GetString()))
            .ShouldBe([("1.1.published", "count", "metric:datasets_published"), ("1.1.listed", "count", "self")]);
        explanation.GetProperty("improvements").EnumerateArray().Select(action => (action.GetProperty("code").GetString(), action.GetProperty("gained").GetDouble(), action.GetProperty("rank").GetDouble()))
            .ShouldBe([("1.1", 10, 1), ("1.2", 5, 1)]);

        answer.Headers.ETag!.IsWeak.ShouldBeFalse();
        using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/editions/{id}/units/{World.Unit}");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag);
        (await anybody.SendAsync(again)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        await (await anybody.GetAsync($"/api/v1/editions/{id}/units/so-khong-co")).ShouldBeProblem(404, "unit-unknown");
        await (await anybody.GetAsync($"/api/v1/editions/khong-co-2025.1/units/{World.Unit}")).ShouldBeProblem(404, "edition-unknown");
        (await anybody.GetStringAsync("/openapi/v1.json")).ShouldContain("/api/v1/editions/{id}/units/{unit}");
    }

    [Fact]
    public async Task A_round_whose_quarter_takes_entries_is_not_published()
    {
        string round = await world.Round();
        await (await Soict.Post($"/api/v1/rounds/{round}/publish", "{}")).ShouldBeProblem(409, "quarter-open");
    }

    private async Task QuartersClosed(string round)
    {
        var quarters = (await world.Grains.GetGrain<IRoundGrain>(RoundKey.Of(round)).Get()).Quarters;
        foreach (var quarter in quarters.Where(quarter => quarter.State == QuarterState.Open))
            await (await Soict.Post($"/api/v1/rounds/{round}/quarters/{quarter.Code}/close", "")).ShouldBeOk();
    }

    [Fact]
    public async Task A_correction_says_what_changed()
    {
        string round = await world.Round();
        await QuartersClosed(round);
        await (await Soict.Post($"/api/v1/rounds/{round}/publish", "{}")).ShouldBeOk();

        await (await Soict.Post($"/api/v1/rounds/{round}/publish", "{}")).ShouldBeProblem(422, "errata-missing");
    }

    [Fact]
    public async Task An_unknown_edition_is_404()
    {
        await (await world.Client(null).GetAsync("/api/v1/editions/none-2025.1")).ShouldBeProblem(404, "edition-unknown");
        await (await world.Client(null).GetAsync("/api/v1/editions/none-2025.1/ranking.csv")).ShouldBeProblem(404, "edition-unknown");
    }
}
