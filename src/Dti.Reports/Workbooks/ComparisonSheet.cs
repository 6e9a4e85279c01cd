using System.Globalization;
using ClosedXML.Excel;
using Dti.Reports.Comparisons;
using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

/// <summary>The year before beside this one: units, the old year under both methods, and the indicators that made the difference.</summary>
internal static class ComparisonSheet
{
    public const string Name = "So sánh";
    private const int Columns = 9;

    /// <summary>Nothing is added where the edition has no year before it.</summary>
    public static void Add(XLWorkbook workbook, RankingView view)
    {
        if (ComparisonView.Of(view) is not { } compared)
            return;
        var sheet = workbook.AddWorksheet(Name);
        string before = Year(compared.Comparison.PreviousYear), now = Year(view.Edition.Year);
        sheet.Title($"So sánh với năm {before}", view.Edition.Notice);
        int row = Head(sheet, Sentences(sheet, 3, compared.Sentences()) + 1, ["Khối", "Đơn vị", $"Hạng {before}", $"Điểm {before}", $"Hạng {before} tính lại", $"Điểm {before} tính lại", $"Hạng {now}", $"Điểm {now}", $"Thay đổi ({BasisText.OneMethod})", "Ghi chú"]);
        int first = row;
        foreach (var group in compared.Groups)
            foreach (var unit in group.Rows)
                Unit(sheet, row++, group.Name, unit, view.Decimals);
        Close(sheet, first, row - 1, 10);

        TwoMethods(sheet, row + 2, compared);
        Finish(sheet, view.Edition.Id);
    }

    /// <summary>The old year's own units under both methods, and the indicators that made the difference; nothing where it was not scored again.</summary>
    /// <returns>The first row after it.</returns>
    internal static int TwoMethods(IXLWorksheet sheet, int row, ComparisonView compared)
    {
        string before = Year(compared.Comparison.PreviousYear), format = SheetStyle.Format(compared.Decimals);
        if (compared.BackCast.Count > 0)
        {
            row = Head(sheet, row, ["Khối", $"Đơn vị năm {before}", $"Hạng {before}", $"Điểm {before}", $"Hạng {before} tính lại", $"Điểm {before} tính lại", "Chênh lệch (cùng thang)", "Chỉ số làm khác nhiều nhất"]);
            int first = row;
            foreach (var group in compared.BackCast)
                foreach (var unit in group.Units)
                    Old(sheet, row++, group.Name, unit, compared, format);
            Close(sheet, first, row - 1, 8);
            row += 2;
        }
        if (compared.Indicators.Count > 0)
        {
            row = Head(sheet, row, ["Mã mới", $"Chỉ số, năm {before}", "Mã cũ", "Trung bình, phương pháp cũ", "Trung bình, phương pháp mới", "Chênh lệch"]);
            int first = row;
            foreach (var indicator in compared.Indicators)
                Indicator(sheet, row++, indicator, compared, format);
            Close(sheet, first, row - 1, 6);
            row += 2;
        }
        return row;
    }

    /// <summary>Each sentence across the sheet's columns, in the first row given and those after it.</summary>
    /// <returns>The first row after them.</returns>
    internal static int Sentences(IXLWorksheet sheet, int row, IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
        {
            sheet.Cell(row, 1).Text(sentence);
            sheet.Range(row, 1, row, Columns).Merge().Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            sheet.Row(row++).Height = 15 * (1 + sentence.Length / 130);
        }
        return row;
    }

    private static void Unit(IXLWorksheet sheet, int row, string group, ComparedRow unit, int decimals)
    {
        string format = SheetStyle.Format(decimals);
        sheet.Cell(row, 1).Text(group);
        sheet.Cell(row, 2).Text(unit.Now.Name);
        sheet.Cell(row, 3).Number(unit.Before.Rank, SheetStyle.Plain);
        sheet.Cell(row, 4).Number(unit.Before.Score, format);
        sheet.Cell(row, 5).Number(unit.Before.BackCastRank, SheetStyle.Plain);
        sheet.Cell(row, 6).Number(unit.Before.BackCastScore, format);
        sheet.Cell(row, 7).Number(unit.Now.Rank, SheetStyle.Plain);
        sheet.Cell(row, 8).Number(unit.Now.Score, format);
        if (unit.Change is not null)
            sheet.Cell(row, 9).Formula($"H{row}-F{row}", SheetStyle.Signed(decimals));
        sheet.Cell(row, 10).Text(unit.Remark);
    }

    private static void Old(IXLWorksheet sheet, int row, string group, Assessment.Editions.Comparisons.BackCastUnit unit, ComparisonView compared, string format)
    {
        sheet.Cell(row, 1).Text(group);
        sheet.Cell(row, 2).Text(unit.NameVi);
        sheet.Cell(row, 3).Number(unit.Rank, SheetStyle.Plain);
        sheet.Cell(row, 4).Number(unit.Score, format);
        sheet.Cell(row, 5).Number(unit.BackCastRank, SheetStyle.Plain);
        sheet.Cell(row, 6).Number(unit.BackCastScore, format);
        if (unit is { Score: not null, BackCastScore: not null })
            sheet.Cell(row, 7).Formula(string.Create(CultureInfo.InvariantCulture, $"F{row}-D{row}*{compared.Comparison.Scale:R}"), format);
        sheet.Cell(row, 8).Text(string.Join("; ", ComparisonView.Largest(unit).Select(part => $"{compared.Name(part.Code, part.From)}: {ChangeText.Points(ComparisonView.Change(part), compared.Decimals)}")));
    }

    private static void Indicator(IXLWorksheet sheet, int row, IndicatorMean indicator, ComparisonView compared, string format)
    {
        sheet.Cell(row, 1).Text(indicator.Code);
        sheet.Cell(row, 2).Text(compared.Name(indicator.Code, indicator.From));
        sheet.Cell(row, 3).Text(indicator.From);
        sheet.Cell(row, 4).Number(indicator.From is null ? null : indicator.Before, format);
        sheet.Cell(row, 5).Number(indicator.Code is null ? null : indicator.After, format);
        sheet.Cell(row, 6).Formula($"N(E{row})-N(D{row})", format);
    }

    internal static int Head(IXLWorksheet sheet, int row, string[] heads)
    {
        for (int index = 0; index < heads.Length; index++)
            sheet.Cell(row, index + 1).Text(heads[index]);
        sheet.Range(row, 1, row, heads.Length).Header();
        sheet.Row(row).Height = 48;
        return row + 1;
    }

    internal static void Close(IXLWorksheet sheet, int first, int last, int columns)
    {
        if (last < first)
            return;
        var range = sheet.Range(first, 1, last, columns);
        range.Lines();
        range.Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Range(first, columns, last, columns).Style.Alignment.SetWrapText();
    }

    internal static void Finish(IXLWorksheet sheet, string edition)
    {
        int column = 1;
        foreach (double width in (double[])[18, 46, 10, 13, 13, 13, 13, 40, 14, 60])
            sheet.Column(column++).Width = width;
        sheet.SheetView.FreezeColumns(2);
        sheet.Print(XLPageOrientation.Landscape, 1, 1, edition);
    }

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
