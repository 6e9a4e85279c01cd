using ClosedXML.Excel;
using Dti.Assessment.Editions.Explanations;
using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

/// <summary>What each unit gains most by: a row an action, five a unit, so that it can be filtered by unit or by indicator.</summary>
internal static class ImprovementSheet
{
    public const string Name = "Cải thiện";
    private const int ActionsAUnit = 5;
    private const int HeaderRow = 5;

    /// <summary>Nothing is added where the edition has no actions.</summary>
    public static void Add(XLWorkbook workbook, RankingView view)
    {
        var rows = (from peers in view.Groups
                    from unit in peers.All
                    from item in view.Explanations.Improvements(unit.Unit).Take(ActionsAUnit).Select((action, index) => (Action: action, Order: index + 1))
                    select (Group: peers.Name, Unit: unit, item.Action, item.Order)).ToList();
        if (rows.Count == 0)
            return;
        var sheet = workbook.AddWorksheet(Name);
        bool efforts = view.Explanations.HasEfforts;
        string[] heads = ["Khối", "Đơn vị", "Hạng", "Thứ tự", "Mã", "Chỉ số", "Điểm tăng", "Tổng điểm sẽ là", "Hạng sẽ là", .. efforts ? (string[])["Công sức", "Điểm tăng trên một công sức"] : []];
        sheet.Title($"Nên cải thiện gì trước, {view.Set.Title.Vi} năm {view.Set.Year}", view.Edition.Notice);
        sheet.Cell(3, 1).Text("Mỗi dòng giả định riêng chỉ số đó đạt mức cao nhất; các chỉ số khác và các đơn vị khác giữ nguyên.");
        for (int index = 0; index < heads.Length; index++)
            sheet.Cell(HeaderRow, index + 1).Text(heads[index]);
        sheet.Range(HeaderRow, 1, HeaderRow, heads.Length).Header();

        int row = HeaderRow;
        foreach (var (group, unit, action, order) in rows)
        {
            row++;
            sheet.Cell(row, 1).Text(group);
            sheet.Cell(row, 2).Text(unit.Name);
            sheet.Cell(row, 3).Number(unit.Rank, SheetStyle.Plain);
            sheet.Cell(row, 4).Number(order, "0");
            Action(sheet, row, action, SheetStyle.Format(view.Decimals), efforts);
        }
        Finish(sheet, row, heads.Length, view.Edition.Id);
    }

    private static void Action(IXLWorksheet sheet, int row, EditionImprovement action, string format, bool efforts)
    {
        sheet.Cell(row, 5).Text(action.Code);
        sheet.Cell(row, 6).Text(action.NameVi);
        sheet.Cell(row, 7).Number(action.Gained, format);
        sheet.Cell(row, 8).Number(action.Score, format);
        sheet.Cell(row, 9).Number(action.Rank, SheetStyle.Plain);
        if (!efforts)
            return;
        sheet.Cell(row, 10).Number(action.Effort, SheetStyle.Plain);
        sheet.Cell(row, 11).Formula($"G{row}/J{row}", format);
    }

    private static void Finish(IXLWorksheet sheet, int last, int columns, string edition)
    {
        sheet.Range(HeaderRow + 1, 1, last, columns).Lines();
        sheet.Range(HeaderRow, 1, last, columns).SetAutoFilter();
        int column = 1;
        foreach (double width in (double[])[20, 44, 8, 8, 8, 60, 11, 12, 10, 11, 14])
            sheet.Column(column++).Width = width;
        sheet.Range(HeaderRow + 1, 3, last, 4).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
        sheet.Row(HeaderRow).Height = 48;
        sheet.SheetView.Freeze(HeaderRow, 2);
        sheet.Print(XLPageOrientation.Landscape, HeaderRow, HeaderRow, edition);
    }
}
