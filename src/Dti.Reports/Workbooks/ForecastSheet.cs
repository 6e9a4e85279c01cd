using System.Globalization;
using ClosedXML.Excel;
using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

/// <summary>Next year's scores and ranks beside this year's, a row a unit; below them the nodes' forecasts. Left out where nothing is forecast.</summary>
internal static class ForecastSheet
{
    public const string Name = "Dự báo";
    private const int HeaderRow = 5;

    public static void Add(XLWorkbook workbook, RankingView view)
    {
        if (view.Edition.Forecast.Method is null)
            return;
        var sheet = workbook.AddWorksheet(Name);
        var arranged = new ForecastView(view);
        sheet.Title($"Dự báo năm {view.Edition.Forecast.Year.ToString(CultureInfo.InvariantCulture)}", view.Edition.Notice);
        string lead = ForecastText.Lead(view.Edition.Forecast, view.Edition.Year) is { } opening ? $"{opening} {ForecastText.Tried(view.Edition.Forecast)}".Trim() : view.Edition.Forecast.Reason;
        sheet.Cell(3, 1).Text(arranged.Held is { } held ? $"{lead} {held}" : lead);
        string[] heads = ["Khối", "Đơn vị", "Mã", "Tổng điểm năm nay", "Hạng năm nay", "Dự báo", "Khoảng 80%, từ", "đến", "Hạng dự báo", "Hạng 80%, từ", "đến", "Khả năng vào 3 hạng đầu", "Ghi chú"];
        for (int i = 0; i < heads.Length; i++)
            sheet.Cell(HeaderRow, i + 1).Text(heads[i]);
        sheet.Range(HeaderRow, 1, HeaderRow, heads.Length).Header();
        int row = HeaderRow + 1;
        string points = SheetStyle.Format(view.Decimals);
        foreach (var group in arranged.Groups)
            foreach (var line in group.Lines)
                Line(sheet, row++, group.Group.Name, line, points);
        foreach (var without in view.Edition.Forecast.Units.Where(unit => unit.Value is null))
        {
            sheet.Cell(row, 2).Text(view.UnitName(without.Unit));
            sheet.Cell(row, 13).Text(without.Reason ?? view.Edition.Forecast.Reason);
            row++;
        }
        sheet.Range(HeaderRow + 1, 1, row - 1, heads.Length).Lines();
        sheet.Range(HeaderRow, 1, row - 1, heads.Length).SetAutoFilter();
        Nodes(sheet, row + 1, view, points);
        double[] widths = [24, 44, 34, 14, 10, 12, 12, 12, 10, 10, 10, 14, 60];
        for (int i = 0; i < widths.Length; i++)
            sheet.Column(i + 1).Width = widths[i];
        sheet.Row(HeaderRow).Height = 48;
        sheet.SheetView.Freeze(HeaderRow, 2);
        sheet.Print(XLPageOrientation.Landscape, HeaderRow, HeaderRow, view.Edition.Id);
    }

    private static void Line(IXLWorksheet sheet, int row, string group, ForecastLine line, string points)
    {
        sheet.Cell(row, 1).Text(group);
        sheet.Cell(row, 2).Text(line.Now.Name);
        sheet.Cell(row, 4).Number(line.Now.Score, points);
        sheet.Cell(row, 5).Number(line.Now.Rank, SheetStyle.Plain);
        Values(sheet, row, line.Coming, null, points);
        sheet.Cell(row, 9).Number(line.Coming.Rank?.Median, "0");
        sheet.Cell(row, 10).Number(line.Coming.Rank?.Low, "0");
        sheet.Cell(row, 11).Number(line.Coming.Rank?.High, "0");
        sheet.Cell(row, 12).Number(line.Coming.Rank?.Top3, "0%");
    }

    private static void Nodes(IXLWorksheet sheet, int row, RankingView view, string points)
    {
        if (view.Edition.Forecast.Nodes is not { Count: > 0 } nodes)
            return;
        sheet.Cell(row++, 1).Text("Dự báo từng nhóm, từng chỉ số (mỗi dòng dự báo riêng, không cộng thành tổng điểm)").Style.Font.SetBold();
        int first = row;
        var names = view.Set.AllNodes().ToDictionary(node => node.Code, node => node.Name.Vi, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var unit in node.Units.Where(unit => unit.Value is not null))
            {
                var now = view.Score(unit.Unit, node.Code);
                sheet.Cell(row, 2).Text(view.UnitName(unit.Unit));
                sheet.Cell(row, 3).Text(names.TryGetValue(node.Code, out string? name) ? $"{node.Code} {name}" : node.Code);
                sheet.Cell(row, 4).Number(now?.Score, points);
                Values(sheet, row++, unit, now?.Maximum, points);
            }
        }
        if (row > first)
            sheet.Range(first, 1, row - 1, 13).Lines();
    }

    private static void Values(IXLWorksheet sheet, int row, Dti.Assessment.Editions.ForecastRow coming, double? most, string points)
    {
        sheet.Cell(row, 6).Number(coming.Value, points);
        sheet.Cell(row, 7).Number(coming.Low, points);
        sheet.Cell(row, 8).Number(ForecastView.Within(coming.High, most), points);
        if (ForecastView.SaysNothing(coming.Low, coming.High, most))
            sheet.Cell(row, 13).Text("Khoảng phủ cả thang điểm: chưa đủ căn cứ.");
        else if (coming.Method is not null)
            sheet.Cell(row, 13).Text(ForecastView.StillIs);
    }
}
