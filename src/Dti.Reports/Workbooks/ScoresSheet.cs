using ClosedXML.Excel;
using Dti.Reports.Methods;
using Dti.Reports.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Reports.Workbooks;

/// <summary>Units × indicators: the figures that all other sheets add up.</summary>
internal static class ScoresSheet
{
    public const string Name = "Điểm theo chỉ số";
    private const int FamilyRow = 3;
    private const int NameRow = 4;
    private const int CodeRow = 5;
    private const int MaximumRow = 6;
    private const int FirstUnit = 7;
    private const int FirstLeaf = 4;

    public static ScoreCells Fill(IXLWorksheet sheet, RankingView view)
    {
        Node[] leaves = [.. view.Families.SelectMany(SetPoints.Leaves)];
        var cells = new ScoreCells(Name, FirstLeaf, leaves.Length, view);
        Headers(sheet, view, cells);
        int row = FirstUnit;
        foreach (var (group, unit) in view.Groups.SelectMany(group => group.All.Select(unit => (group, unit))))
        {
            cells.Rows[unit.Unit] = row;
            sheet.Cell(row, 1).Text(unit.Unit);
            sheet.Cell(row, 2).Text(unit.Name);
            sheet.Cell(row, 3).Text(group.Name);
            for (int index = 0; index < leaves.Length; index++)
                sheet.Cell(row, FirstLeaf + index).Number(view.Score(unit.Unit, leaves[index].Code)?.Score, SheetStyle.Format(view.Decimals));
            UnitTotals.Fill(sheet, row, unit.Unit, leaves, view, cells);
            row++;
        }
        Finish(sheet, view, cells, row - 1);
        return cells;
    }

    private static void Headers(IXLWorksheet sheet, RankingView view, ScoreCells cells)
    {
        sheet.Title($"Điểm theo chỉ số, {view.Set.Title.Vi} năm {view.Set.Year}", view.Edition.Notice);
        foreach (var (column, text) in new[] { (1, "Mã"), (2, "Đơn vị"), (3, "Khối"), (cells.Sum, "Cộng"), (cells.Maximum, "Tối đa áp dụng"), (cells.Factor, "Hệ số quy đổi"), (cells.Total, "Tổng điểm") })
        {
            sheet.Cell(FamilyRow, column).Text(text);
            sheet.Range(FamilyRow, column, MaximumRow - 1, column).Merge();
        }
        int next = FirstLeaf;
        foreach (var family in view.Families)
        {
            int first = next;
            foreach (var leaf in SetPoints.Leaves(family))
            {
                sheet.Cell(NameRow, next).Text(leaf.Name.Vi);
                sheet.Cell(CodeRow, next).Text(leaf.Code);
                sheet.Cell(MaximumRow, next++).Number(leaf.Indicator?.Points, SheetStyle.Plain);
            }
            if (next == first)
                continue;
            sheet.Cell(FamilyRow, first).Text($"{family.Code}. {family.Name.Vi}");
            sheet.Range(FamilyRow, first, FamilyRow, next - 1).Merge();
            cells.Families[family.Code] = (first, next - 1);
        }
        sheet.Cell(MaximumRow, 2).Text("Điểm tối đa");
        if (view.Set.Kind is SetKind.Points)
            sheet.Cell(MaximumRow, cells.Sum).Formula($"SUM({cells.Range(MaximumRow)})", SheetStyle.Plain);
    }

    private static void Finish(IXLWorksheet sheet, RankingView view, ScoreCells cells, int last)
    {
        sheet.Range(FamilyRow, 1, MaximumRow, cells.Total).Header();
        if (last >= FirstUnit)
        {
            sheet.Range(FirstUnit, 1, last, cells.Total).Lines();
            sheet.Range(FirstUnit, cells.Total, last, cells.Total).Style.Font.SetBold();
        }
        sheet.Range(MaximumRow, 1, Math.Max(last, FirstUnit), cells.Total).SetAutoFilter();
        sheet.Row(FamilyRow).Height = 32;
        sheet.Row(NameRow).Height = 78;
        sheet.Column(1).Width = 12;
        sheet.Column(2).Width = 44;
        sheet.Column(3).Width = 20;
        sheet.Columns(FirstLeaf, cells.Total).Width = 11.5;
        sheet.SheetView.Freeze(MaximumRow, 2);
        sheet.Print(XLPageOrientation.Landscape, FamilyRow, MaximumRow, view.Edition.Id);
        sheet.PageSetup.SetColumnsToRepeatAtLeft(1, 2);
        sheet.PageSetup.PagesWide = Math.Max(1, (cells.Leaves + 17) / 18);
    }
}
