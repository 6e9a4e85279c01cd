using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dti.Reports.Printing;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;

namespace Dti.Reports.Tests.Printing;

[Collection(PrintedSampleCollection.Name)]
public sealed class ChromiumRendererTests(PrintedSample sample)
{
    [Fact]
    public async Task A_document_reaches_no_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        byte[] pdf = await sample.Renderer.RenderAsync(
            $"<html><link rel=stylesheet href='http://127.0.0.1:{port}/a.css'><img src='http://127.0.0.1:{port}/b.png'><img src='http://localhost:{port}/c.png'><iframe src='http://127.0.0.1:{port}/d'></iframe>x</html>",
            new PdfSettings(), CancellationToken.None);
        pdf.Length.ShouldBeGreaterThan(0);
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task A_browser_that_died_is_started_again_and_its_profile_goes_at_the_end()
    {
        string profile;
        await using (var renderer = new ChromiumRenderer())
        {
            await renderer.RenderAsync("<html>1</html>", new PdfSettings(), CancellationToken.None);
            using (var browser = Process.GetProcessById(renderer.Session!.ProcessId))
            {
                browser.Kill(entireProcessTree: true);
                await browser.WaitForExitAsync();
            }
            (await renderer.RenderAsync("<html>2</html>", new PdfSettings(), CancellationToken.None)).Length.ShouldBeGreaterThan(0);
            profile = renderer.Session!.Profile;
            Directory.Exists(profile).ShouldBeTrue();
        }
        Directory.Exists(profile).ShouldBeFalse();
    }

    [Fact]
    public void A_missing_browser_says_what_to_install()
    {
        var fault = Should.Throw<ReportException>(() => ChromiumExecutable.Find("/nowhere/chromium", ""));
        fault.Code.ShouldBe("missing-chromium");
        fault.Message.ShouldContain("apt-get install -y chromium");
    }

    [Fact]
    public async Task Both_reports_are_written_whole_and_nothing_else()
    {
        string folder = Directory.CreateTempSubdirectory("dti-report-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, RankingReport.PdfName), "old");
            await RankingReport.WriteAsync(SampleEdition.Publish(), folder, PrintedSample.Assets, sample.Renderer, CancellationToken.None);
            Directory.GetFiles(folder).Select(Path.GetFileName).Order().ShouldBe([RankingReport.PdfName, RankingReport.WorkbookName]);
            (await File.ReadAllBytesAsync(Path.Combine(folder, RankingReport.PdfName)))[..5].ShouldBe("%PDF-"u8.ToArray());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
