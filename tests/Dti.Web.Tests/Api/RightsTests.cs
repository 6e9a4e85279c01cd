using Dti.Assessment.Submissions;
using Dti.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Dti.Web.Tests.Api;

public abstract class RightsTests(World world)
{
    private const string Yes = """{ "values": { "1.2": true } }""";

    [Theory]
    [InlineData(Role.Officer, 200, 200, 403, 403)]
    [InlineData(Role.Leader, 200, 200, 200, 403)]
    [InlineData(Role.Verifier, 200, 403, 403, 422)]
    [InlineData(Role.Soict, 200, 403, 403, 422)]
    [InlineData(Role.Committee, 200, 403, 403, 403)]
    [InlineData(Role.Admin, 403, 403, 403, 403)]
    public async Task Each_role_does_its_part_and_no_more(Role role, int read, int save, int submit, int judge)
    {
        string address = await world.Submission();
        var client = world.Client(role);

        ((int)(await client.GetAsync(address)).StatusCode).ShouldBe(read);
        ((int)(await client.Put(address, Yes, "\"0\"")).StatusCode).ShouldBe(save);
        ((int)(await client.Post(address + "/submit", null, ("Idempotency-Key", "k"))).StatusCode).ShouldBe(submit);
        // A submission under verification: an empty list of verdicts is refused only for who may judge.
        if (submit != 200)
        {
            await world.Client(Role.Officer).Put(address, Yes, "\"0\"");
            await (await world.Client(Role.Leader).Post(address + "/submit", null, ("Idempotency-Key", "of-leader"))).ShouldBeOk();
        }
        string tag = (await world.Client(Role.Committee).GetAsync(address)).Headers.ETag!.Tag;
        ((int)(await client.Post(address + "/judge", """{ "items": [] }""", ("If-Match", tag))).StatusCode).ShouldBe(judge);
    }

    [Fact]
    public async Task Nobody_is_told_to_sign_in_and_never_redirected()
    {
        var response = await world.Client(null).GetAsync(await world.Submission());

        await response.ShouldBeProblem(401, "sign-in-required");
    }

    [Theory]
    [InlineData("dti_nonsense")]
    [InlineData("x")]
    public async Task A_token_that_is_none_is_401(string token)
    {
        await (await world.With(token).GetAsync(await world.Submission())).ShouldBeProblem(401, "token-invalid");
    }

    [Fact]
    public async Task Another_units_officer_sees_and_saves_nothing()
    {
        string address = await world.Submission();

        await (await world.OfficerOfOther.GetAsync(address)).ShouldBeProblem(403, "outside-scope");
        await (await world.OfficerOfOther.Put(address, Yes, "\"0\"")).ShouldBeProblem(403, "outside-scope");
    }

    [Fact]
    public async Task A_verifier_of_chosen_units_judges_only_those()
    {
        string round = await world.Round();
        var verifier = world.With(await world.NewAccount("tham-dinh.yte", Role.Verifier, scope: $"units:{World.OtherUnit}"));

        await (await verifier.GetAsync(World.Of(round, World.OtherUnit))).ShouldBeOk();
        await (await verifier.GetAsync(World.Of(round))).ShouldBeProblem(403, "outside-scope");
    }

    [Fact]
    public async Task A_verifier_of_chosen_indicators_judges_only_those_and_closes_nothing()
    {
        string address = await world.Submission();
        await (await world.Client(Role.Officer).Put(address, Yes, "\"0\"")).ShouldBeOk();
        await (await world.Client(Role.Leader).Post(address + "/submit", null, ("Idempotency-Key", "k"))).ShouldBeOk();
        var verifier = world.With(await world.NewAccount("tham-dinh.1.1", Role.Verifier, scope: "indicators:1.1"));

        await (await verifier.Post(address + "/judge", """{ "items": [{ "key": "1.2", "verdict": "accepted" }] }""", ("If-Match", "\"2\""))).ShouldBeProblem(403, "outside-scope");
        await (await verifier.Post(address + "/accept", null, ("If-Match", "\"2\""))).ShouldBeProblem(403, "outside-scope");
    }

    [Fact]
    public async Task A_token_of_fewer_rights_has_fewer()
    {
        string address = await world.Submission();
        string token = await world.Services.GetRequiredService<Accounts>().IssueTokenAsync("leader", "officer");

        await (await world.With(token).Put(address, Yes, "\"0\"")).ShouldBeOk();
        await (await world.With(token).Post(address + "/submit", null, ("Idempotency-Key", "k"))).ShouldBeProblem(403, "forbidden");
    }
}
