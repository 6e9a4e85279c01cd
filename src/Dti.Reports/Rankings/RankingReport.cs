using Dti.Reports.Assets;
using Dti.Reports.Printing;
using Dti.Reports.Workbooks;

namespace Dti.Reports.Rankings;

/// <summary>The leader's two reports of a published edition.</summary>
public static class RankingReport
{
    public const string PdfName = "ranking.pdf";
    public const string WorkbookName = "ranking.xlsx";

    /// <summary>Writes both into the folder; a reader sees the old file or the new one, never half of one.</summary>
    public static async Task WriteAsync(ReportedEdition published, string folder, ReportAssets assets, IPdfRenderer renderer, CancellationToken cancellationToken)
    {
        var view = new RankingView(published);
        byte[] workbook = RankingWorkbook.Bytes(view);
        byte[] pdf = await PdfAsync(view, assets, renderer, cancellationToken);
        try
        {
            Directory.CreateDirectory(folder);
            await WholeFile.WriteAsync(Path.Combine(folder, PdfName), pdf, cancellationToken);
            await WholeFile.WriteAsync(Path.Combine(folder, WorkbookName), workbook, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ReportException("report-folder", $"The reports cannot be written into {folder}: {fault.Message}", fault);
        }
    }

    public static Task<byte[]> PdfAsync(ReportedEdition published, ReportAssets assets, IPdfRenderer renderer, CancellationToken cancellationToken) =>
        PdfAsync(new RankingView(published), assets, renderer, cancellationToken);

    /// <summary>The document before it is printed.</summary>
    public static Task<string> HtmlAsync(ReportedEdition published, ReportAssets assets) => HtmlAsync(new RankingView(published), assets);

    private static async Task<byte[]> PdfAsync(RankingView view, ReportAssets assets, IPdfRenderer renderer, CancellationToken cancellationToken) =>
        await renderer.RenderAsync(await HtmlAsync(view, assets), new PdfSettings(), cancellationToken);

    private static Task<string> HtmlAsync(RankingView view, ReportAssets assets)
    {
        var model = new DocumentModel(view, assets.Texts(), assets.Styles());
        return HtmlDocuments.RenderAsync<RankingDocument>(new Dictionary<string, object?> { [nameof(RankingDocument.Model)] = model });
    }
}
