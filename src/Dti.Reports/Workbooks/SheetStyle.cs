using ClosedXML.Excel;

namespace Dti.Reports.Workbooks;

/// <summary>How all sheets look and print. Widths are set by hand: measuring text needs a graphics library that servers lack.</summary>
internal static class SheetStyle
{
    private static readonly XLColor _shade = XLColor.FromHtml("#E9EEF4");
    private static readonly XLColor _line = XLColor.FromHtml("#8C98A4");

    /// <summary>Always text: what starts with = + - @ stays text, "0123" keeps its zero. Characters that XML cannot hold are dropped.</summary>
    public static IXLCell Text(this IXLCell cell, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return cell;
        string clean = string.Concat(text.Where(letter => letter is '\n' or '\t' || !char.IsControl(letter)));
        return cell.SetValue<string>(clean.Length <= 32_000 ? clean : clean[..32_000] + "…");
    }

    public static IXLCell Number(this IXLCell cell, double? value, string format)
    {
        if (value is { } known)
            cell.SetValue(known);
        cell.Style.NumberFormat.Format = format;
        return cell;
    }

    public static IXLCell Formula(this IXLCell cell, string formula, string format)
    {
        cell.FormulaA1 = formula;
        cell.Style.NumberFormat.Format = format;
        return cell;
    }

    /// <summary>As many decimals as there are: "0.##" shows a whole number with its comma and nothing behind it.</summary>
    public const string Plain = "General";

    public static string Format(int decimals) => decimals > 0 ? "#,##0." + new string('0', decimals) : "#,##0";

    /// <summary>With its sign, and as many decimals for nothing as for the rest of the column.</summary>
    public static string Signed(int decimals) => $"+{Format(decimals)};-{Format(decimals)};{Format(decimals)}";

    public static void Title(this IXLWorksheet sheet, string title, string? notice)
    {
        sheet.Cell(1, 1).Text(title).Style.Font.SetBold().Font.SetFontSize(14);
        sheet.Cell(2, 1).Text(notice).Style.Font.SetBold().Font.SetFontColor(XLColor.FromHtml("#8A1C1C"));
    }

    public static void Header(this IXLRange range)
    {
        range.Style.Fill.SetBackgroundColor(_shade).Font.SetBold().Alignment.SetWrapText()
            .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Center).Alignment.SetVertical(XLAlignmentVerticalValues.Center);
        range.Lines();
    }

    public static void Lines(this IXLRange range) =>
        range.Style.Border.SetInsideBorder(XLBorderStyleValues.Thin).Border.SetOutsideBorder(XLBorderStyleValues.Thin)
            .Border.SetInsideBorderColor(_line).Border.SetOutsideBorderColor(_line);

    public static void Print(this IXLWorksheet sheet, XLPageOrientation orientation, int firstHeader, int lastHeader, string footer)
    {
        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = orientation;
        page.PagesWide = 1;
        page.PagesTall = 0;
        page.Margins.SetTop(0.8).SetBottom(0.8).SetLeft(0.6).SetRight(0.6);
        page.SetRowsToRepeatAtTop(firstHeader, lastHeader);
        page.Header.Center.AddText(XLHFPredefinedText.PageNumber);
        page.Footer.Left.AddText(footer.Replace("&", "&&", StringComparison.Ordinal));
    }
}
