using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dti.Assessment.Submissions;

namespace Dti.Web.Tests.Api;

public abstract class EvidenceTests(World world)
{
    private HttpClient Officer => world.Client(Role.Officer);

    [Fact]
    public async Task A_file_is_known_by_its_hash_and_cited_in_a_save()
    {
        byte[] file = Pdf("quyết định 808");
        string address = await world.Submission();

        var uploaded = await Officer.Upload(file, "application/pdf", Uri.EscapeDataString("Quyết định 808.pdf"));

        uploaded.StatusCode.ShouldBe(HttpStatusCode.Created);
        var answer = await uploaded.Body();
        string sha256 = answer.GetProperty("sha256").GetString()!;
        sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file)));
        answer.GetProperty("name").GetString().ShouldBe("Quyết định 808.pdf");
        answer.GetProperty("bytes").GetInt64().ShouldBe(file.Length);
        var saved = await (await Officer.Put(
            address, $$"""{ "values": { "1.1.listed": 98 }, "evidence": { "1.1.listed": [{ "sha256": "{{sha256}}", "citation": "808/QĐ-UBND, 05/06/2025" }] } }""", "\"0\"")).ShouldBeOk();
        var link = saved.GetProperty("evidence").GetProperty("1.1.listed")[0];
        link.GetProperty("name").GetString().ShouldBe("Quyết định 808.pdf");
        link.GetProperty("type").GetString().ShouldBe("application/pdf");
        link.GetProperty("citation").GetString().ShouldBe("808/QĐ-UBND, 05/06/2025");
        saved.GetProperty("faults").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_is_seen_by_its_unit_and_the_committee_alone()
    {
        byte[] file = Pdf("chỉ của sở");
        string sha256 = (await (await Officer.Upload(file, "application/pdf", "a.pdf")).Body()).GetProperty("sha256").GetString()!;

        var own = await Officer.GetAsync($"/api/v1/evidence/{sha256}");
        (await own.Content.ReadAsByteArrayAsync()).ShouldBe(file);
        own.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("attachment");
        own.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await world.Client(Role.Committee).GetAsync($"/api/v1/evidence/{sha256}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await world.OfficerOfOther.GetAsync($"/api/v1/evidence/{sha256}")).ShouldBeProblem(404, "evidence-unknown");
        await (await world.Client(Role.Admin).GetAsync($"/api/v1/evidence/{sha256}")).ShouldBeProblem(403, "forbidden");
        await (await world.Client(null).GetAsync($"/api/v1/evidence/{sha256}")).ShouldBeProblem(401, "sign-in-required");
    }

    [Fact]
    public async Task A_unit_cannot_cite_a_file_that_another_uploaded()
    {
        string round = await world.Round();
        string sha256 = (await (await Officer.Upload(Pdf("của sở khác"), "application/pdf", "b.pdf")).Body()).GetProperty("sha256").GetString()!;

        await (await world.OfficerOfOther.Put(World.Of(round, World.OtherUnit), $$"""{ "evidence": { "1.2": ["{{sha256}}"] } }""", "\"0\""))
            .ShouldBeProblem(422, "evidence-unknown");
    }

    [Theory]
    [InlineData("text/html", "<script>", "a.html", 415, "media-type-unsupported")]
    [InlineData("application/pdf", "MZ not a pdf", "a.pdf", 415, "content-misfit")]
    [InlineData("image/png", "%PDF-1.7", "a.png", 415, "content-misfit")]
    [InlineData("text/csv", "a\0b", "a.csv", 415, "content-misfit")]
    [InlineData("text/csv", "", "a.csv", 400, "file-empty")]
    [InlineData("text/csv", "a,b", null, 400, "file-name-missing")]
    [InlineData("text/csv", "a,b", "..", 400, "file-name-missing")]
    public async Task A_file_that_is_not_what_it_says_is_refused(string type, string content, string? name, int status, string code)
    {
        await (await Officer.Upload(Encoding.UTF8.GetBytes(content), type, name)).ShouldBeProblem(status, code);
    }

    [Fact]
    public async Task A_file_beyond_fifteen_megabytes_is_413()
    {
        byte[] large = Pdf(new string('x', 15 * 1024 * 1024));

        await (await Officer.Upload(large, "application/pdf", "a.pdf")).ShouldBeProblem(413, "too-large");
    }

    [Fact]
    public async Task A_file_of_unsaid_length_beyond_the_bound_is_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/evidence") { Content = new ByteArrayContent(Pdf(new string('x', 15 * 1024 * 1024))) };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-File-Name", "a.pdf");
        request.Content.Headers.ContentType = new("application/pdf");

        await (await Officer.SendAsync(request)).ShouldBeProblem(413, "too-large");
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData("C:%5Cho-so%5Cqd.pdf", "qd.pdf")]
    [InlineData("UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.pdf", "Kế hoạch.pdf")]
    [InlineData("a%0D%0Ab.pdf", "ab.pdf")]
    [InlineData("fdp%E2%80%AEexe.pdf", "fdpexe.pdf")]
    public async Task A_name_keeps_no_path_and_no_tricks(string header, string name)
    {
        var answer = await (await Officer.Upload(Pdf(header), "application/pdf", header)).ShouldBeOk();

        answer.GetProperty("name").GetString().ShouldBe(name);
    }

    private static byte[] Pdf(string content) => Encoding.UTF8.GetBytes($"%PDF-1.7\n{content}");
}
