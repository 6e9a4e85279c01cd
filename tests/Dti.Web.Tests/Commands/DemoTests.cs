using System.Text;
using Dti.Web.Tests.Api;
using Dti.Web.Tests.Processes;
using UglyToad.PdfPig;

namespace Dti.Web.Tests.Commands;

public sealed class DemoTests(DemoRun demo) : IClassFixture<DemoRun>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_demo_leaves_an_edition_reports_and_sign_ins()
    {
        foreach (string file in (string[])[demo.Edition, demo.Edition + ".sig", Path.Combine(demo.Out, "dti-keys.json"), Path.Combine(demo.Out, "ranking.xlsx")])
            new FileInfo(file).Length.ShouldBeGreaterThan(0, file);
        using var pdf = PdfDocument.Open(Path.Combine(demo.Out, "ranking.pdf"));
        pdf.NumberOfPages.ShouldBeGreaterThan(5);
        File.ReadLines(Path.Combine(demo.Out, "accounts.csv")).First().ShouldBe("user,password,role,unit");
    }

    [Fact]
    public async Task A_second_demo_finds_its_work_done()
    {
        byte[] before = File.ReadAllBytes(demo.Edition);

        (await demo.AgainAsync()).ShouldBeDone();

        File.ReadAllBytes(demo.Edition).ShouldBe(before);
    }

    [Fact]
    public async Task Verify_accepts_the_edition()
    {
        var run = await CommandRun.Of("verify", demo.Edition);

        run.ShouldBeDone();
        run.Output.ShouldContain("nghe-an-data-2025.1: accepted");
    }

    [Fact]
    public async Task Verify_refuses_one_changed_digit()
    {
        byte[] bytes = File.ReadAllBytes(Copy(withSignature: true));
        int at = bytes.AsSpan().LastIndexOf("\"score\":"u8) + "\"score\":".Length;
        bytes[at] = bytes[at] == (byte)'1' ? (byte)'2' : (byte)'1';
        File.WriteAllBytes(_folder.Of("edition.json"), bytes);

        (await CommandRun.Of("verify", _folder.Of("edition.json"))).ShouldBeRefused("edition.json");
    }

    [Fact]
    public async Task Verify_refuses_an_edition_without_its_signature() =>
        (await CommandRun.Of("verify", Copy(withSignature: false))).ShouldBeRefused("signature", ".sig");

    [Fact]
    public async Task Report_writes_both_reports_of_an_edition()
    {
        (await CommandRun.Of("report", "--edition", demo.Edition, "--out", _folder.Of("reports"))).ShouldBeDone();

        Encoding.ASCII.GetString(File.ReadAllBytes(_folder.Of("reports", "ranking.pdf")), 0, 4).ShouldBe("%PDF");
        File.Exists(_folder.Of("reports", "ranking.xlsx")).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_Chromium_report_ends_with_3_and_says_what_to_install()
    {
        var run = await CommandRun.Of(["report", "--edition", demo.Edition, "--out", _folder.Of("reports")], [("DTI_CHROMIUM", "/no/chromium")]);

        run.ExitCode.ShouldBe(3, run.ToString());
        run.Error.ShouldContain("apt-get install");
    }

    [Fact]
    public async Task An_account_added_beside_a_running_server_signs_its_calls()
    {
        await using var server = await ServerProcess.StartAsync(demo.Data);
        var added = await CommandRun.Of("user", "add", "nguoi-moi", "--role", "committee", "--data", demo.Data);
        added.ShouldBeDone();
        added.Output.Trim().ShouldNotBeEmpty();
        var token = await CommandRun.Of("token", "nguoi-moi", "--data", demo.Data);
        token.ShouldBeDone();

        using var client = server.Client(token.Output.Trim());
        var round = await (await client.GetAsync("/api/v1/rounds/2026")).ShouldBeOk();

        round.GetProperty("quarters").EnumerateArray().Single(q => q.GetProperty("code").GetString() == "q4").GetProperty("state").GetString().ShouldBe("open");
        (await server.StopAsync()).ShouldBe(0);
    }

    private string Copy(bool withSignature)
    {
        File.Copy(demo.Edition, _folder.Of("edition.json"));
        if (withSignature)
            File.Copy(demo.Edition + ".sig", _folder.Of("edition.json.sig"));
        return _folder.Of("edition.json");
    }
}
