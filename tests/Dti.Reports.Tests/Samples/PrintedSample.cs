using Dti.Reports.Assets;
using Dti.Reports.Printing;
using Dti.Reports.Rankings;

namespace Dti.Reports.Tests.Samples;

/// <summary>The sample report, printed once for all tests that read it.</summary>
public sealed class PrintedSample : IAsyncLifetime
{
    public static ReportAssets Assets { get; } = new(Path.Combine(AppContext.BaseDirectory, "reports"));

    public ChromiumRenderer Renderer { get; } = new();
    public byte[] Pdf { get; private set; } = [];

    public async Task InitializeAsync()
    {
        Pdf = await RankingReport.PdfAsync(SampleEdition.Publish().WithIntervals(), Assets, Renderer, CancellationToken.None);
        if (Environment.GetEnvironmentVariable("DTI_KEEP_REPORTS") is { Length: > 0 } folder)
            await RankingReport.WriteAsync(SampleEdition.Publish().WithIntervals(), folder, Assets, Renderer, CancellationToken.None);
    }

    public async Task DisposeAsync() => await Renderer.DisposeAsync();
}
