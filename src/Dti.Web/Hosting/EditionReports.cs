using System.Text;
using Dti.Assessment.Editions;
using Dti.Assessment.Statistics;
using Dti.Reports.Assets;
using Dti.Reports.Printing;
using Dti.Reports.Rankings;
using Dti.Reports.Workbooks;
using Dti.Web.Api;
using Dti.Web.Commands;

namespace Dti.Web.Hosting;

/// <summary>Makes the reports of a published edition for downloads.</summary>
internal sealed class EditionReports(EditionQueries editions, ReportAssets assets, IPdfRenderer renderer) : IEditionReports
{
    public async Task<byte[]> Workbook(string id) => RankingWorkbook.Bytes(await DocumentAsync(id));

    public async Task<byte[]> Pdf(string id) => await RankingReport.PdfAsync(await DocumentAsync(id), assets, renderer, CancellationToken.None);

    public async Task<byte[]> Statistics(string id)
    {
        var document = await DocumentAsync(id);
        using var text = new StringWriter();
        StatisticsCsv.Write(text, EditionStatistics.Of(document.Edition, document.Set));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task<ReportedEdition> DocumentAsync(string id)
    {
        var published = await editions.FindAsync(id) ?? throw new CommandException(1, $"there is no edition {id}");
        return ReportCommand.Document(id, await editions.BytesAsync(published) ?? throw new CommandException(1, $"the store lacks the file of edition {id}"));
    }
}
