using System.Globalization;
using ClosedXML.Excel;
using Dti.Assessment.Targets;
using Dti.Reports.Rankings;
using Dti.Reports.Targets;

namespace Dti.Reports.Workbooks;

/// <summary>A row a target and unit; above them the count of units that have reached each target, as formulas. Left out of a set without targets.</summary>
internal static class TargetSheet
{
    public const string Name = "Mục tiêu";
    private const int SummaryRow = 4;
    private static readonly string[] SummaryHeads = ["Mã", "Mục tiêu", "Cần đạt", "Hạn", "Số đơn vị có số liệu", "Đã đạt", "Tỷ lệ đã đạt", "Căn cứ"];
    private static readonly string[] Heads =
        ["Mã", "Mục tiêu", "Hạn", "Đơn vị", "Giá trị cần đạt", "Hiện nay", "Kỳ số liệu", "Còn thiếu", "Tốc độ thực tế/năm (+ tăng, − giảm)", "Tốc độ cần có/năm (+ tăng, − giảm)", "Tình trạng", "Khả năng đạt", "Lý do không nêu khả năng"];

    public static void Add(XLWorkbook workbook, RankingView view)
    {
        if (view.Edition.Targets is not { Count: > 0 } targets)
            return;
        var sheet = workbook.AddWorksheet(Name);
        sheet.Title($"Mục tiêu chiến lược, tính đến hết năm {view.Edition.Year.ToString(CultureInfo.InvariantCulture)}", view.Edition.Notice);
        int header = SummaryRow + targets.Count + 3, row = header + 1;
        Head(sheet, SummaryRow, SummaryHeads);
        Head(sheet, header, Heads);
        for (int index = 0; index < targets.Count; index++)
        {
            int first = row;
            foreach (var unit in targets[index].Units)
                Line(sheet, row++, view, targets[index], unit);
            Summary(sheet, SummaryRow + 1 + index, targets[index], first, row - 1);
        }
        sheet.Range(SummaryRow + 1, 1, SummaryRow + targets.Count, SummaryHeads.Length).Lines();
        sheet.Range(header + 1, 1, row - 1, Heads.Length).Lines();
        sheet.Range(header, 1, row - 1, Heads.Length).SetAutoFilter();
        sheet.Cell(header - 2, 1).Text(TargetText.Chances);
        sheet.Cell(header - 1, 1).Text(TargetText.Signs);
        double[] widths = [8, 46, 14, 40, 16, 12, 14, 60, 12, 12, 20, 12, 50];
        for (int i = 0; i < widths.Length; i++)
            sheet.Column(i + 1).Width = widths[i];
        sheet.Print(XLPageOrientation.Landscape, header, header, view.Edition.Id);
    }

    private static void Head(IXLWorksheet sheet, int row, string[] heads)
    {
        for (int i = 0; i < heads.Length; i++)
            sheet.Cell(row, i + 1).Text(heads[i]);
        sheet.Range(row, 1, row, heads.Length).Header();
        sheet.Row(row).Height = 48;
    }

    private static void Summary(IXLWorksheet sheet, int row, TargetProgress target, int first, int last)
    {
        sheet.Cell(row, 1).Text(target.Code);
        sheet.Cell(row, 2).Text(target.NameVi);
        sheet.Cell(row, 3).Text(TargetText.Asked(target));
        Day(sheet.Cell(row, 4), target.By);
        sheet.Cell(row, 5).Formula(last < first ? "0" : $"COUNT(F{first}:F{last})", "#,##0");
        sheet.Cell(row, 6).Formula(last < first ? "0" : $"COUNTIF(K{first}:K{last},\"{TargetText.Of(TargetState.Reached)}\")", "#,##0");
        sheet.Cell(row, 7).Formula($"IF(E{row}=0,\"\",F{row}/E{row})", "0.0%");
        sheet.Cell(row, 8).Text(target.Source);
    }

    private static void Line(IXLWorksheet sheet, int row, RankingView view, TargetProgress target, UnitTarget unit)
    {
        sheet.Cell(row, 1).Text(target.Code);
        sheet.Cell(row, 2).Text(target.NameVi);
        Day(sheet.Cell(row, 3), target.By);
        sheet.Cell(row, 4).Text(view.UnitName(unit.Unit));
        sheet.Cell(row, 5).Number(target.Value, SheetStyle.Plain);
        sheet.Cell(row, 6).Number(unit.Now(), "#,##0.0");
        sheet.Cell(row, 7).Text(unit.Readings is [.., var last] ? TargetText.Period(last.Period) : null);
        sheet.Cell(row, 8).Number(unit.Missing, "#,##0.0").Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        sheet.Cell(row, 9).Number(TargetText.AsChange(target, unit.Pace), SheetStyle.Signed(1));
        sheet.Cell(row, 10).Number(TargetText.AsChange(target, unit.Required), SheetStyle.Signed(1));
        sheet.Cell(row, 11).Text(TargetText.Of(unit.State));
        sheet.Cell(row, 12).Number(unit.Chance, "0%");
        sheet.Cell(row, 13).Text(unit.Chance is null ? unit.Reason : null);
    }

    private static void Day(IXLCell cell, DateOnly day)
    {
        cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
        cell.Style.DateFormat.Format = "dd/MM/yyyy";
    }
}
