using ClosedXML.Excel;
using Dti.Assessment.Editions;
using Dti.Reports.Formatting;
using Dti.Reports.Methods;
using Dti.Reports.Rankings;
using Dti.Reports.Robustness;
using Dti.Scoring.Uncertainty;

namespace Dti.Reports.Workbooks;

/// <summary>How firm the ranks are: intervals, chance of the first three, which choices matter, and who is above whom.</summary>
internal static class RobustnessSheet
{
    public const string Name = "Độ vững";
    private const int FirstRow = 4;

    /// <summary>A larger group's matrix is no longer one that anybody reads.</summary>
    private const int LargestMatrix = 150;

    public static void Fill(IXLWorksheet sheet, RankingView view, EditionRobustness firm)
    {
        sheet.Title($"Độ vững của thứ hạng năm {view.Edition.Year}", view.Edition.Notice);
        sheet.Cell(3, 1).Text($"Xếp hạng được tính lại {VietnameseFormat.Number(firm.Draws, 0)} lần với cách tính thay đổi ngẫu nhiên (trang tính “{MethodSheet.Name}”); thứ hạng công bố không thay đổi theo cách tính này.").Style.Font.SetItalic();
        int row = FirstRow;
        foreach (var group in view.Groups)
            if (firm.Group(group.Code, group.Pool) is { } known)
                row = Group(sheet, row + 1, view, group, known, firm.BaseSample);
        sheet.Column(1).Width = 52;
        sheet.Columns(2, Math.Max(7, firm.Groups.Select(group => Math.Min(group.Units.Count, LargestMatrix)).DefaultIfEmpty().Max() + 1)).Width = 11;
        sheet.SheetView.Freeze(0, 1);
        sheet.Print(XLPageOrientation.Landscape, 1, 2, view.Edition.Id);
    }

    private static int Group(IXLWorksheet sheet, int row, RankingView view, GroupView group, GroupRobustness known, int length)
    {
        sheet.Cell(row++, 1).Text(group.Name).Style.Font.SetBold().Font.SetFontSize(12);
        row = Intervals(sheet, row, view, known) + 1;
        if (known.Units.Count < 2)
            return row;
        if (known.Sensitivity is { } sensitivity)
            row = Choices(sheet, row, view, sensitivity, length) + 1;
        return known.Units.Count <= LargestMatrix ? Matrix(sheet, row, view, known) + 1 : row;
    }

    private static int Intervals(IXLWorksheet sheet, int row, RankingView view, GroupRobustness known)
    {
        int header = row;
        Heads(sheet, row, ["Đơn vị", "Hạng", "Hạng tốt (5%)", "Hạng giữa", "Hạng kém (95%)", "Nhóm", "Vào 3 hạng đầu"]);
        foreach (var unit in known.Units)
        {
            sheet.Cell(++row, 1).Text(view.UnitName(unit.Unit));
            sheet.Cell(row, 2).Number(unit.Rank, SheetStyle.Plain);
            sheet.Cell(row, 3).Number(Known(unit.Drawn.Low), SheetStyle.Plain);
            sheet.Cell(row, 4).Number(Known(unit.Drawn.Median), SheetStyle.Plain);
            sheet.Cell(row, 5).Number(Known(unit.Drawn.High), SheetStyle.Plain);
            sheet.Cell(row, 6).Text(unit.Drawn.Tier).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center);
            sheet.Cell(row, 7).Number(unit.Drawn.TopThree, "0.0%");
        }
        sheet.Range(header + 1, 1, row, 7).Lines();
        return row + 1;
    }

    private static int Choices(IXLWorksheet sheet, int row, RankingView view, PoolSensitivity sensitivity, int length)
    {
        int header = row;
        Heads(sheet, row, [RobustnessText.Choice, RobustnessText.Alone, "± sai số chuẩn", RobustnessText.Together, "± sai số chuẩn"]);
        sheet.Row(row).Height = 62;
        foreach (var index in sensitivity.Indices)
        {
            sheet.Cell(++row, 1).Text(ChoiceText.Of(view.Set, index));
            double[] figures = [index.Index.First, index.Error.First, index.Index.Total, index.Error.Total];
            for (int column = 0; column < figures.Length; column++)
                sheet.Cell(row, column + 2).Number(Known(figures[column]), "0.0%");
        }
        sheet.Range(header, 1, row, 5).Lines();
        sheet.Cell(++row, 1).Text($"{RobustnessText.Shares} Tên để tra cứu: chỉ số Sobol bậc một và bậc toàn phần của độ lệch hạng trung bình; mẫu gốc {VietnameseFormat.Number(length, 0)} lần. Mỗi lần tính lại, một đơn vị lệch trung bình {VietnameseFormat.Number(sensitivity.MeanShift, 2)} hạng so với hạng công bố.").Style.Font.SetItalic();
        return row + 1;
    }

    private static int Matrix(IXLWorksheet sheet, int row, RankingView view, GroupRobustness known)
    {
        int header = row, count = known.Units.Count;
        Heads(sheet, row, ["Tỷ lệ số lần đơn vị ở dòng đứng trên đơn vị ở cột", .. Enumerable.Range(1, count).Select(VietnameseNumber)]);
        for (int place = 0; place < count; place++)
        {
            sheet.Cell(++row, 1).Text($"{VietnameseNumber(place + 1)}. {view.UnitName(known.Units[place].Unit)}");
            for (int other = 0; other < count; other++)
            {
                if (other == place)
                    continue;
                double above = known.Above(place, other);
                var cell = sheet.Cell(row, other + 2).Number(Known(above), "0.0%");
                if (above >= RankUncertainty.Distinguishable)
                    cell.Style.Font.SetBold();
            }
        }
        sheet.Range(header + 1, 1, row, count + 1).Lines();
        sheet.Cell(++row, 1).Text("Từ 90% trở lên (in đậm) là phân biệt được; bằng hạng không tính cho bên nào.").Style.Font.SetItalic();
        return row + 1;
    }

    private static void Heads(IXLWorksheet sheet, int row, IReadOnlyList<string> heads)
    {
        for (int index = 0; index < heads.Count; index++)
            sheet.Cell(row, index + 1).Text(heads[index]);
        sheet.Range(row, 1, row, heads.Count).Header();
        sheet.Row(row).Height = 32;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private static string VietnameseNumber(int number) => VietnameseFormat.Number(number, 0);
}
