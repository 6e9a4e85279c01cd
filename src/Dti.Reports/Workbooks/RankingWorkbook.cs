using ClosedXML.Excel;
using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

/// <summary>
/// The ranking as a workbook that computes: indicators' scores are figures, every total, average and rank a formula over them,
/// stored together with its result so that viewers that do not calculate show it too.
/// </summary>
public static class RankingWorkbook
{
    public static byte[] Bytes(ReportedEdition published) => Bytes(new RankingView(published));

    internal static byte[] Bytes(RankingView view)
    {
        using var workbook = Build(view);
        using var stream = new MemoryStream();
        workbook.SaveAs(stream, validate: false, evaluateFormulae: true);
        return stream.ToArray();
    }

    internal static XLWorkbook Build(RankingView view)
    {
        var workbook = new XLWorkbook();
        workbook.Style.Font.FontName = "Times New Roman";
        workbook.Style.Font.FontSize = 11;
        workbook.Properties.Title = $"Xếp hạng {view.Edition.Id}";
        workbook.Properties.Author = view.Edition.Publisher.Name;
        var summary = workbook.AddWorksheet(SummarySheet.Name);
        var ranking = workbook.AddWorksheet(RankingSheet.Name);
        var cells = ScoresSheet.Fill(workbook.AddWorksheet(ScoresSheet.Name), view);
        var rows = RankingSheet.Fill(ranking, view, cells);
        SummarySheet.Fill(summary, view, rows);
        ImprovementSheet.Add(workbook, view);
        ComparisonSheet.Add(workbook, view);
        ChangeSheet.Add(workbook, view);
        YearsSheet.Add(workbook, view);
        ForecastSheet.Add(workbook, view);
        TargetSheet.Add(workbook, view);
        MethodSheet.Fill(workbook.AddWorksheet(MethodSheet.Name), view);
        if (view.Firm is { } firm)
            RobustnessSheet.Fill(workbook.AddWorksheet(RobustnessSheet.Name), view, firm);
        StatisticsSheet.Fill(workbook.AddWorksheet(StatisticsSheet.Name), view);
        summary.SetTabActive();
        return workbook;
    }
}
