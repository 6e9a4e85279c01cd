using System.Globalization;
using ClosedXML.Excel;
using Dti.Reports.Formatting;
using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

/// <summary>What was published, and each group at a glance.</summary>
internal static class SummarySheet
{
    public const string Name = "Tổng hợp";

    public static void Fill(IXLWorksheet sheet, RankingView view, IReadOnlyList<(GroupView Group, int First, int Last)> groups)
    {
        sheet.Title($"Kết quả đánh giá, xếp hạng năm {view.Edition.Year}", view.Edition.Notice);
        int header = Facts(sheet, view) + 2;
        string[] heads = ["Khối", "Số đơn vị", "Số đơn vị xếp hạng", "Điểm trung bình", "Cao nhất", "Thấp nhất", .. view.Families.Select(family => $"TB nhóm {family.Code}. {family.Name.Vi}")];
        for (int index = 0; index < heads.Length; index++)
            sheet.Cell(header, index + 1).Text(heads[index]);
        sheet.Range(header, 1, header, heads.Length).Header();
        int row = header + 1;
        foreach (var (group, first, last) in groups)
            Group(sheet, row++, view, group, first, last);
        if (groups.Count > 0)
            sheet.Range(header + 1, 1, row - 1, heads.Length).Lines();
        sheet.Cell(row + 1, 1).Text("Trung bình, cao nhất và thấp nhất tính trên các đơn vị được xếp hạng.").Style.Font.SetItalic();
        sheet.Row(header).Height = 64;
        sheet.Column(1).Width = 30;
        sheet.Columns(2, heads.Length).Width = 14;
        sheet.SheetView.Freeze(header, 1);
        sheet.Print(XLPageOrientation.Landscape, header, header, view.Edition.Id);
    }

    private static int Facts(IXLWorksheet sheet, RankingView view)
    {
        (string Name, string? Value)[] facts =
        [
            ("Bản công bố", view.Edition.Id),
            ("Ngày công bố", VietnameseFormat.Date(view.Edition.PublishedAt)),
            ("Cơ quan công bố", view.Edition.Publisher.Name),
            ("Bộ chỉ số", $"{view.Set.Title.Vi} ({view.Set.Code} {view.Set.Year.ToString(CultureInfo.InvariantCulture)})"),
            ("SHA-256 của bản công bố", view.Published.Sha256),
            ("SHA-256 của bộ chỉ số", view.Edition.Set.Sha256),
            ("SHA-256 của bản liền trước", view.Edition.PreviousSha256),
        ];
        int row = 3;
        foreach (var (name, value) in facts.Where(fact => fact.Value is not null))
        {
            row++;
            sheet.Cell(row, 1).Text(name).Style.Font.SetBold();
            sheet.Cell(row, 2).Text(value);
        }
        return row;
    }

    private static void Group(IXLWorksheet sheet, int row, RankingView view, GroupView group, int first, int last)
    {
        string format = SheetStyle.Format(view.Decimals);
        sheet.Cell(row, 1).Text(group.Name);
        sheet.Cell(row, 2).Number(group.All.Count(), "#,##0");
        sheet.Cell(row, 3).Number(group.Ranked.Count, "#,##0");
        if (group.Ranked.Count == 0)
            return;
        sheet.Cell(row, 4).Formula($"AVERAGE({Column(RankingSheet.Exact, first, last)})", format);
        sheet.Cell(row, 5).Formula($"MAX({Column(RankingSheet.Exact, first, last)})", format);
        sheet.Cell(row, 6).Formula($"MIN({Column(RankingSheet.Exact, first, last)})", format);
        for (int index = 0; index < view.Families.Count; index++)
        {
            if (group.Ranked.Any(unit => unit.Families[index] is not null))
                sheet.Cell(row, 7 + index).Formula($"AVERAGE({Column(RankingSheet.FirstFamily + index, first, last)})", format);
        }
    }

    private static string Column(int column, int first, int last) =>
        string.Create(CultureInfo.InvariantCulture, $"'{RankingSheet.Name}'!${ScoreCells.Letter(column)}${first}:${ScoreCells.Letter(column)}${last}");
}
