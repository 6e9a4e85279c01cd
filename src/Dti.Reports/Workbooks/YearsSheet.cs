using System.Globalization;
using ClosedXML.Excel;
using Dti.Reports.Comparisons;
using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

/// <summary>All years under the edition's method, and each year further back than the year before under both methods.</summary>
internal static class YearsSheet
{
    public const string Name = "Các năm";

    /// <summary>Nothing is added where no year further back was scored again.</summary>
    public static void Add(XLWorkbook workbook, RankingView view)
    {
        if (YearsView.Of(view) is not { } years)
            return;
        var sheet = workbook.AddWorksheet(Name);
        string format = SheetStyle.Format(view.Decimals);
        sheet.Title($"Các năm theo bộ chỉ số năm {Year(years.Now)}", view.Edition.Notice);
        string[] heads = ["Khối", "Đơn vị", .. years.Past.SelectMany(year => new[] { $"Hạng {Year(year.PreviousYear)}", $"Điểm {Year(year.PreviousYear)}" }), $"Hạng {Year(years.Now)}", $"Điểm {Year(years.Now)}", "Ghi chú"];
        int row = ComparisonSheet.Head(sheet, ComparisonSheet.Sentences(sheet, 3, [years.Sentence()]) + 1, heads), first = row;
        foreach (var group in years.Groups)
            foreach (var unit in group.Rows)
                Unit(sheet, row++, group.Name, unit, format);
        ComparisonSheet.Close(sheet, first, row - 1, heads.Length);
        row += 2;
        foreach (var year in ComparisonView.Earlier(view))
            row = ComparisonSheet.TwoMethods(sheet, ComparisonSheet.Sentences(sheet, row, year.Sentences()) + 1, year);
        ComparisonSheet.Finish(sheet, view.Edition.Id);
    }

    private static void Unit(IXLWorksheet sheet, int row, string group, YearsRow unit, string format)
    {
        sheet.Cell(row, 1).Text(group);
        sheet.Cell(row, 2).Text(unit.Now.Name);
        int column = 3;
        foreach (var (rank, score) in unit.Before.Select(year => (year.Rank, year.Score)).Append((unit.Now.Rank, unit.Now.Score)))
        {
            sheet.Cell(row, column++).Number(rank, SheetStyle.Plain);
            sheet.Cell(row, column++).Number(score, format);
        }
        string[] computed = unit.Before.Any(year => year.Computed) ? ["năm trước khi hợp nhất: trung bình của các đơn vị tiền thân, chưa từng công bố cho đơn vị này nên không có hạng"] : [];
        string remark = string.Join("; ", computed.Concat(unit.Gaps));
        sheet.Cell(row, column).Text(remark.Length > 0 ? char.ToUpperInvariant(remark[0]) + remark[1..] : null);
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
