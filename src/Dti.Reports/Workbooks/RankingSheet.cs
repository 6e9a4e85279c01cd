using ClosedXML.Excel;
using Dti.Reports.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Reports.Workbooks;

/// <summary>Ranks, totals and families' totals, group after group.</summary>
internal static class RankingSheet
{
    public const string Name = "Xếp hạng";
    private const int HeaderRow = 4;
    public const int Rank = 1;
    public const int Rounded = 4;
    public const int Exact = 5;
    private const int Share = 6;
    public const int FirstFamily = 7;

    /// <summary>Answers the first and last row of each group's ranked units.</summary>
    public static IReadOnlyList<(GroupView Group, int First, int Last)> Fill(IXLWorksheet sheet, RankingView view, ScoreCells cells)
    {
        int remark = FirstFamily + view.Families.Count + Intervals(view).Length;
        Headers(sheet, view, remark);
        var groups = new List<(GroupView, int, int)>();
        int row = HeaderRow + 1;
        foreach (var group in view.Groups)
        {
            int first = row;
            foreach (var unit in group.Ranked)
                Unit(sheet, row++, group, unit, view, cells);
            groups.Add((group, first, row - 1));
            for (int ranked = first; ranked < row; ranked++)
                RankFormula.Fill(sheet.Cell(ranked, Rank), ranked, first, row - 1, group.Ranked[ranked - first], view.Set.Ranking);
            foreach (var unit in group.NotRanked)
            {
                Unit(sheet, row, group, unit, view, cells);
                sheet.Cell(row++, remark).Text(unit.Remark);
            }
        }
        Finish(sheet, view, row - 1, remark);
        return groups;
    }

    private static string[] Intervals(RankingView view) =>
        view.HasIntervals ? ["Khoảng hạng, từ", "Hạng ở giữa", "Khoảng hạng, đến", "Nhóm không phân biệt được"] : [];

    private static void Headers(IXLWorksheet sheet, RankingView view, int remark)
    {
        sheet.Title($"Xếp hạng theo {view.Set.Title.Vi} năm {view.Set.Year}", view.Edition.Notice);
        string[] heads = ["Hạng", "Đơn vị", "Khối", "Tổng điểm", "Tổng điểm chưa làm tròn", "So với tối đa", .. view.Families.Select(family => $"{family.Code}. {family.Name.Vi}"), .. Intervals(view), "Ghi chú"];
        for (int index = 0; index < heads.Length; index++)
            sheet.Cell(HeaderRow, index + 1).Text(heads[index]);
        sheet.Range(HeaderRow, 1, HeaderRow, remark).Header();
    }

    private static void Unit(IXLWorksheet sheet, int row, GroupView group, RowView unit, RankingView view, ScoreCells cells)
    {
        string format = SheetStyle.Format(view.Decimals);
        if (unit.Span is { } span)
        {
            int first = FirstFamily + view.Families.Count;
            sheet.Cell(row, first).Number(span.Low, SheetStyle.Plain);
            sheet.Cell(row, first + 1).Number(span.Median, SheetStyle.Plain);
            sheet.Cell(row, first + 2).Number(span.High, SheetStyle.Plain);
            sheet.Cell(row, first + 3).Text(span.Tier).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        }
        sheet.Cell(row, 2).Text(unit.Name);
        sheet.Cell(row, 3).Text(group.Name);
        if (view.Score(unit.Unit, RankingView.Index)?.Score is not { } total)
            return;
        sheet.Cell(row, Exact).Formula(cells.TotalOf(unit.Unit), "#,##0.000000");
        sheet.Cell(row, Rounded).Formula($"ROUND({ScoreCells.Letter(Exact)}{row},{view.Decimals})", format);
        if (unit.Share is { } share && share > 0)
            sheet.Cell(row, Share).Formula($"{ScoreCells.Letter(Exact)}{row}/{Plain(Math.Round(total / share, 9))}", "0.0%");
        for (int index = 0; index < view.Families.Count; index++)
        {
            var cell = sheet.Cell(row, FirstFamily + index);
            if (view.Set.Kind is SetKind.Points && unit.Families[index] is not null && cells.FamilyOf(unit.Unit, view.Families[index].Code) is { } sum)
                cell.Formula(sum, format);
            else
                cell.Number(unit.Families[index], format);
        }
    }

    private static void Finish(IXLWorksheet sheet, RankingView view, int last, int remark)
    {
        if (last > HeaderRow)
            sheet.Range(HeaderRow + 1, 1, last, remark).Lines();
        sheet.Range(HeaderRow, 1, Math.Max(last, HeaderRow + 1), remark).SetAutoFilter();
        sheet.Column(Rank).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        sheet.Range(1, 1, 2, 1).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        sheet.Column(Rounded).Style.Font.SetBold();
        sheet.Row(HeaderRow).Height = 64;
        sheet.Column(Rank).Width = 8;
        sheet.Column(2).Width = 46;
        sheet.Column(3).Width = 20;
        sheet.Columns(Rounded, remark - 1).Width = 14;
        sheet.Column(remark).Width = 40;
        sheet.SheetView.Freeze(HeaderRow, 2);
        sheet.Print(XLPageOrientation.Landscape, HeaderRow, HeaderRow, view.Edition.Id);
    }

    private static string Plain(double value) => value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
