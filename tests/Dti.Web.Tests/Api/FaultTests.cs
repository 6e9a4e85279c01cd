using Dti.Assessment.Submissions;

namespace Dti.Web.Tests.Api;

public abstract class FaultTests(World world)
{
    [Fact]
    public async Task An_unknown_address_is_404()
    {
        await (await world.Client(null).GetAsync("/api/v1/nothing")).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task A_method_that_is_not_taken_is_405()
    {
        await (await world.Client(Role.Officer).DeleteAsync("/api/v1/units")).ShouldBeProblem(405, "method-not-allowed");
    }

    [Fact]
    public async Task A_fault_inside_is_500_and_tells_nothing_about_the_inside()
    {
        var response = await world.Client(null).GetAsync("/api/v1/broken");

        await response.ShouldBeProblem(500, "internal");
        string text = await response.Content.ReadAsStringAsync();
        text.ShouldNotContain("secret");
        text.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Two_writers_at_once_is_409()
    {
        await (await world.Client(null).GetAsync("/api/v1/concurrent")).ShouldBeProblem(409, "concurrent-change");
    }

    [Fact]
    public async Task A_client_that_wants_something_else_still_gets_problem_details()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/nothing");
        request.Headers.Accept.ParseAdd("text/html");

        await (await world.Client(null).SendAsync(request)).ShouldBeProblem(404, "not-found");
    }

    [Fact]
    public async Task Every_answer_carries_the_strict_headers()
    {
        var response = await world.Client(null).GetAsync("/api/v1/units");

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.Contains("Server").ShouldBeFalse();
    }
}
