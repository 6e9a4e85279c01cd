using Dti.Assessment.Submissions;

namespace Dti.Web.Tests.Api;

public abstract class VerificationTests(World world)
{
    private HttpClient Verifier => world.Client(Role.Verifier);

    [Fact]
    public async Task A_correction_stands_beside_the_units_value_and_closes_the_form()
    {
        string address = await Submitted();

        var judged = await (await Verifier.Post(
            address + "/judge", """{ "items": [{ "key": "1.2", "verdict": "corrected", "value": false, "reason": "Kế hoạch chưa được ban hành" }] }""", ("If-Match", "\"2\"")))
            .ShouldBeOk();
        var accepted = await (await Verifier.Post(address + "/accept", null, ("If-Match", "\"3\""))).ShouldBeOk();

        var cell = judged.GetProperty("values").GetProperty("1.2");
        cell.GetProperty("self").GetBoolean().ShouldBeTrue();
        cell.GetProperty("verified").GetBoolean().ShouldBeFalse();
        cell.GetProperty("source").GetString().ShouldBe("verified");
        cell.GetProperty("by").GetString().ShouldBe("verifier");
        cell.GetProperty("reason").GetString().ShouldBe("Kế hoạch chưa được ban hành");
        accepted.GetProperty("state").GetString().ShouldBe("accepted");
    }

    [Fact]
    public async Task A_returned_form_opens_only_the_named_items()
    {
        string address = await Submitted();

        var returned = await (await Verifier.Post(
            address + "/return", """{ "items": [{ "key": "1.2", "reason": "Thiếu số quyết định ban hành" }] }""", ("If-Match", "\"2\""))).ShouldBeOk();

        returned.GetProperty("state").GetString().ShouldBe("returned");
        var officer = world.Client(Role.Officer);
        await (await officer.Put(address, """{ "values": { "1.1.listed": 5 } }""", "\"3\"")).ShouldBeProblem(422, "not-reopened");
        await (await officer.Put(address, """{ "values": { "1.2": false } }""", "\"3\"")).ShouldBeOk();
    }

    [Fact]
    public async Task A_verdict_needs_the_version_and_a_correction_its_reason()
    {
        string address = await Submitted();
        const string reasonless = """{ "items": [{ "key": "1.2", "verdict": "corrected", "value": false, "reason": "  " }] }""";

        await (await Verifier.Post(address + "/judge", reasonless)).ShouldBeProblem(428, "if-match-missing");
        await (await Verifier.Post(address + "/judge", reasonless, ("If-Match", "\"1\""))).ShouldBeProblem(412, "stale");
        await (await Verifier.Post(address + "/judge", reasonless, ("If-Match", "\"2\""))).ShouldBeProblem(422, "reason-missing");
    }

    [Theory]
    [InlineData("""{ "items": [{ "key": "1.2", "verdict": "perhaps" }] }""")]
    [InlineData("""{ "items": [{ "key": "1.2", "verdict": 1 }] }""")]
    [InlineData("""{ "items": [{ "key": "1.2", "verdict": "accepted", "extra": 1 }] }""")]
    [InlineData("""{ "items": [{ "verdict": "accepted" }] }""")]
    [InlineData("""{ "items": null }""")]
    [InlineData("""{ "items": [""")]
    public async Task A_body_of_another_shape_is_400(string json)
    {
        await (await Verifier.Post(await Submitted() + "/judge", json, ("If-Match", "\"2\""))).ShouldBeProblem(400, "malformed-json");
    }

    [Fact]
    public async Task A_draft_is_not_yet_verified()
    {
        await (await Verifier.Post(await world.Submission() + "/accept", null, ("If-Match", "\"0\""))).ShouldBeProblem(409, "not-under-verification");
    }

    private async Task<string> Submitted()
    {
        string address = await world.Submission();
        await (await world.Client(Role.Officer).Put(address, """{ "values": { "1.2": true } }""", "\"0\"")).ShouldBeOk();
        await (await world.Client(Role.Leader).Post(address + "/submit", null, ("Idempotency-Key", "k"))).ShouldBeOk();
        return address;
    }
}
