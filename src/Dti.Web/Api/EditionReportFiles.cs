using System.Collections.Concurrent;
using Dti.Assessment.Editions;

namespace Dti.Web.Api;

/// <summary>
/// Reports made once an edition: an edition never changes, a report takes seconds, and anybody may ask. Callers that come
/// meanwhile wait for the same making; one that failed is made again at the next call.
/// </summary>
internal sealed class EditionReportFiles(IServiceProvider services)
{
    private readonly ConcurrentDictionary<(string Id, string Kind), Lazy<Task<ReportFile>>> _made = new();

    public Task<ReportFile> WorkbookAsync(string id) => Once(id, "xlsx", reports => reports.Workbook(id));

    public Task<ReportFile> PdfAsync(string id) => Once(id, "pdf", reports => reports.Pdf(id));

    public Task<ReportFile> StatisticsAsync(string id) => Once(id, "statistics", reports => reports.Statistics(id));

    private async Task<ReportFile> Once(string id, string kind, Func<IEditionReports, Task<byte[]>> make)
    {
        var making = _made.GetOrAdd((id, kind), _ => new(() => Make(make)));
        try
        {
            return await making.Value;
        }
        catch
        {
            _made.TryRemove(new((id, kind), making));
            throw;
        }
    }

    private async Task<ReportFile> Make(Func<IEditionReports, Task<byte[]>> make)
    {
        byte[] bytes = await make(services.GetRequiredService<IEditionReports>());
        return new(bytes, EditionFile.Sha256(bytes));
    }
}

internal sealed record ReportFile(byte[] Bytes, string Sha256);
