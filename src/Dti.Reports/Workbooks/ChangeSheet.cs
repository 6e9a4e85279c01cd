using System.Globalization;
using ClosedXML.Excel;
using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Comparisons;
using Dti.Reports.Rankings;

namespace Dti.Reports.Workbooks;

/// <summary>Why ranks and scores changed from the year before: four causes a unit, whose sum is a formula.</summary>
internal static class ChangeSheet
{
    public const string Name = "Nguyên nhân";
    private const int FirstRow = 5;

    /// <summary>Nothing is added where no change could be split.</summary>
    public static void Add(XLWorkbook workbook, RankingView view)
    {
        if (ComparisonView.Of(view) is not { } compared || compared.Groups.All(group => group.Rows.All(row => row.Before is { RankChange: null, ScoreChange: null })))
            return;
        var sheet = workbook.AddWorksheet(Name);
        string year = compared.Comparison.PreviousYear.ToString(CultureInfo.InvariantCulture);
        sheet.Title($"Vì sao thứ hạng và điểm thay đổi so với năm {year}", view.Edition.Notice);
        sheet.Cell(3, 1).Text("Bốn nguyên nhân cộng lại bằng thay đổi (giá trị Shapley). Hạng: số dương là lên hạng, số âm là xuống hạng.").Style.Font.SetItalic();
        sheet.Cell(4, 1).Text($"Điểm: trên thang của năm nay, {BasisText.AsPublished}; trang tính “{ComparisonSheet.Name}” ghi thay đổi {BasisText.OneMethod} nên con số khác.").Style.Font.SetItalic();
        string[] heads = ["Khối", "Đơn vị", "Thay đổi hạng (+ là lên, − là xuống)", .. ChangeText.Causes.Select(cause => cause.Cause), $"Thay đổi điểm ({BasisText.AsPublished})", .. ChangeText.Causes.Select(cause => cause.Cause)];
        for (int index = 0; index < heads.Length; index++)
            sheet.Cell(FirstRow, index + 1).Text(heads[index]);
        sheet.Range(FirstRow, 1, FirstRow, heads.Length).Header();
        sheet.Row(FirstRow).Height = 92;
        int row = FirstRow;
        foreach (var group in compared.Groups)
            foreach (var unit in group.Rows.Where(unit => unit.Before is not { RankChange: null, ScoreChange: null }))
            {
                sheet.Cell(++row, 1).Text(group.Name);
                sheet.Cell(row, 2).Text(unit.Now.Name);
                Parts(sheet, row, 3, unit.Before.RankChange, ChangeText.PlacesGained, "+0.00;-0.00;0.00");
                Parts(sheet, row, 4 + ChangeText.Causes.Count, unit.Before.ScoreChange, points => points, SheetStyle.Signed(view.Decimals));
            }
        sheet.Range(FirstRow + 1, 1, row, heads.Length).Lines();
        sheet.Column(1).Width = 18;
        sheet.Column(2).Width = 46;
        sheet.Columns(3, heads.Length).Width = 14;
        sheet.SheetView.Freeze(FirstRow, 2);
        sheet.Print(XLPageOrientation.Landscape, FirstRow, FirstRow, view.Edition.Id);
    }

    /// <summary>The sum as a formula over its causes, then the causes.</summary>
    private static void Parts(IXLWorksheet sheet, int row, int column, ChangeParts? parts, Func<double, double> sign, string format)
    {
        if (parts is null)
            return;
        string first = sheet.Cell(row, column + 1).Address.ToString()!, last = sheet.Cell(row, column + ChangeText.Causes.Count).Address.ToString()!;
        sheet.Cell(row, column).Formula($"ROUND(SUM({first}:{last}),6)", format);
        for (int cause = 0; cause < ChangeText.Causes.Count; cause++)
            sheet.Cell(row, column + 1 + cause).Number(Math.Round(sign(ChangeText.Causes[cause].Part(parts)), 9), format);
    }
}
