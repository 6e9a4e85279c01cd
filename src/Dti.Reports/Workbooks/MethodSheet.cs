using ClosedXML.Excel;
using Dti.Reports.Methods;
using Dti.Reports.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Reports.Workbooks;

/// <summary>The set's tree with points, rule in words and source; groups' points are sums of their children's.</summary>
internal static class MethodSheet
{
    public const string Name = "Phương pháp";
    private const int HeaderRow = 4;

    public static void Fill(IXLWorksheet sheet, RankingView view)
    {
        sheet.Title($"Phương pháp, {view.Set.Title.Vi} năm {view.Set.Year}", view.Edition.Notice);
        string[] heads = ["Mã", "Nội dung", view.Set.Kind is SetKind.Points ? "Điểm tối đa" : "Trọng số", "Áp dụng", "Quy tắc", "Nguồn", "Gộp các quý"];
        for (int index = 0; index < heads.Length; index++)
            sheet.Cell(HeaderRow, index + 1).Text(heads[index]);
        sheet.Range(HeaderRow, 1, HeaderRow, heads.Length).Header();
        int row = HeaderRow;
        int[] families = [.. view.Families.Select(family => Node(sheet, ref row, 0, family, view.Set))];
        row++;
        sheet.Cell(row, 2).Text("Tổng").Style.Font.SetBold();
        if (view.Set.Kind is SetKind.Points)
            sheet.Cell(row, 3).Formula(Sum(families), SheetStyle.Plain).Style.Font.SetBold();
        sheet.Range(HeaderRow + 1, 1, row, heads.Length).Lines();
        sheet.Range(HeaderRow + 1, 1, row, heads.Length).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top).Alignment.SetWrapText();
        sheet.Range(HeaderRow, 1, row - 1, heads.Length).SetAutoFilter();
        Sentences(sheet, row + 2, view);
        int column = 1;
        foreach (double width in (double[])[10, 48, 12, 22, 70, 26, 20])
            sheet.Column(column++).Width = width;
        sheet.SheetView.Freeze(HeaderRow, 2);
        sheet.Print(XLPageOrientation.Landscape, HeaderRow, HeaderRow, view.Edition.Id);
    }

    /// <summary>Answers the node's own row; <paramref name="row"/> is then the last one used.</summary>
    private static int Node(IXLWorksheet sheet, ref int row, int depth, Node node, IndicatorSet set)
    {
        int mine = ++row;
        sheet.Cell(mine, 1).Text(node.Code);
        sheet.Cell(mine, 2).Text(node.Name.Vi).Style.Alignment.SetIndent(depth);
        sheet.Cell(mine, 4).Text(Scope(node, set));
        sheet.Cell(mine, 5).Text(RuleText.Describe(set, node));
        sheet.Cell(mine, 6).Text(node.Source);
        sheet.Cell(mine, 7).Text(node.Indicator is { } indicator ? QuarterText.Of(indicator) : "");
        var children = new List<int>();
        foreach (var child in node.Children)
            children.Add(Node(sheet, ref row, depth + 1, child, set));
        var points = sheet.Cell(mine, 3);
        if (set.Kind is not SetKind.Points)
            points.Number(node.Weight, SheetStyle.Plain);
        else if (children.Count > 0)
            points.Formula(Sum(children), SheetStyle.Plain);
        else
            points.Number(SetPoints.Of(node), SheetStyle.Plain);
        if (children.Count > 0)
            sheet.Range(mine, 1, mine, 7).Style.Font.SetBold();
        return mine;
    }

    private static string Scope(Node node, IndicatorSet set)
    {
        if (node.Indicator is not { } indicator)
            return "";
        string groups = indicator.Groups.Count == 0
            ? "Tất cả"
            : string.Join("; ", indicator.Groups.Select(code => set.Groups.FirstOrDefault(group => group.Code == code)?.Name.Vi ?? code));
        string units = indicator.UnitsOnly is { } only ? $"; chỉ {string.Join(", ", only)}"
            : indicator.UnitsExcept is { } except ? $"; trừ {string.Join(", ", except)}" : "";
        return groups + units + (indicator.Scored ? "" : "; chỉ thu thập, không tính điểm");
    }

    private static void Sentences(IXLWorksheet sheet, int row, RankingView view)
    {
        string[] intervals = IntervalText.Paragraph(view.Edition, view.Set) is { } paragraph ? [paragraph] : [];
        foreach (string sentence in MethodText.Sentences(view.Set).Concat(intervals))
        {
            sheet.Cell(row, 2).Text(sentence);
            sheet.Range(row, 2, row, 6).Merge().Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            // A line of the merged cells holds some 150 letters.
            sheet.Row(row++).Height = 15 * Math.Max(2, 1 + sentence.Length / 150);
        }
    }

    private static string Sum(IEnumerable<int> rows) => $"SUM({string.Join(",", rows.Select(row => $"C{row}"))})";
}
