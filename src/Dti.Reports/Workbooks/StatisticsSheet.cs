using ClosedXML.Excel;
using Dti.Assessment.Statistics;
using Dti.Reports.Rankings;
using Dti.Reports.Statistics;
using Dti.Scoring.Statistics;

namespace Dti.Reports.Workbooks;

/// <summary>Statistics of the set for the method's owner: a row an indicator and group, then nodes, then the drafts of remarks.</summary>
internal static class StatisticsSheet
{
    public const string Name = "Thống kê";
    private const int HeaderRow = 4;

    private static readonly (string Head, string Format, Func<GroupStatistics, LeafStatistics, double?> Value)[] Columns =
    [
        ("Số đơn vị áp dụng", "#,##0", (_, leaf) => leaf.Applicable),
        ("Có số liệu", "0%", (_, leaf) => leaf.Coverage.Value),
        ("Số đơn vị có điểm", "#,##0", (_, leaf) => leaf.Scored),
        ("Trung bình", "#,##0.00", (_, leaf) => leaf.Mean.Value),
        ("Trung vị", "#,##0.00", (_, leaf) => leaf.Median.Value),
        ("Độ lệch chuẩn", "#,##0.00", (_, leaf) => leaf.Sd.Value),
        ("Thấp nhất", "#,##0.00", (_, leaf) => leaf.Min.Value),
        ("Cao nhất", "#,##0.00", (_, leaf) => leaf.Max.Value),
        ("Độ lệch (skew)", "0.00", (_, leaf) => leaf.Skewness.Value),
        ("Độ nhọn (kurtosis)", "0.00", (_, leaf) => leaf.Kurtosis.Value),
        ("Ở mức 0", "0%", (_, leaf) => leaf.ShareAtZero.Value),
        ("Đạt tối đa", "0%", (_, leaf) => leaf.ShareAtFull.Value),
        ("Cùng một mức", "0%", (_, leaf) => leaf.ShareAtMode.Value),
        ("Số mức khác nhau", "#,##0", (_, leaf) => leaf.Distinct),
        ("r với nhóm", "0.00", (group, leaf) => group.Correlations[leaf.Node, group.Plan.Nodes[leaf.Node].Parent].Value),
        ("r với tổng điểm", "0.00", (group, leaf) => group.Correlations[leaf.Node, 0].Value),
        ("Trọng số", "0.0%", (group, leaf) => Importance(group, leaf)?.Nominal),
        ("S (tỷ số tương quan bình phương)", "0.00", (group, leaf) => Importance(group, leaf)?.Ratio.Value),
        ("S do ngẫu nhiên", "0.00", (group, leaf) => Importance(group, leaf)?.ByChance.Value),
        ("Phần tác động", "0.0%", (group, leaf) => Importance(group, leaf)?.Share.Value),
    ];

    public static void Fill(IXLWorksheet sheet, RankingView view)
    {
        var groups = EditionStatistics.Of(view.Edition, view.Set);
        sheet.Title($"Thống kê bộ chỉ số, {view.Set.Title.Vi} năm {view.Set.Year}", view.Edition.Notice);
        string[] heads = ["Khối", "Mã", "Chỉ số", .. Columns.Select(column => column.Head), "Đơn vị ngoại lai"];
        for (int index = 0; index < heads.Length; index++)
            sheet.Cell(HeaderRow, index + 1).Text(heads[index]);
        sheet.Range(HeaderRow, 1, HeaderRow, heads.Length).Header();
        int row = HeaderRow;
        foreach (var group in groups)
            foreach (var leaf in group.Leaves.Where(leaf => leaf.Applicable > 0))
                Leaf(sheet, ++row, view, group, leaf);
        sheet.Range(HeaderRow, 1, row, heads.Length).Lines();
        sheet.Range(HeaderRow, 1, row, heads.Length).SetAutoFilter();
        row = Nodes(sheet, row + 2, view, groups);
        Remarks(sheet, row + 1, view, groups);
        sheet.Row(HeaderRow).Height = 62;
        sheet.Column(1).Width = 22;
        sheet.Column(2).Width = 9;
        sheet.Column(3).Width = 44;
        sheet.Columns(4, heads.Length - 1).Width = 11;
        sheet.Column(heads.Length).Width = 40;
        sheet.SheetView.Freeze(HeaderRow, 3);
        sheet.Print(XLPageOrientation.Landscape, HeaderRow, HeaderRow, view.Edition.Id);
    }

    private static void Leaf(IXLWorksheet sheet, int row, RankingView view, GroupStatistics group, LeafStatistics leaf)
    {
        sheet.Cell(row, 1).Text(view.GroupName(group.Group));
        sheet.Cell(row, 2).Text(leaf.Code);
        sheet.Cell(row, 3).Text(group.Plan.Nodes[leaf.Node].Node!.Name.Vi);
        for (int index = 0; index < Columns.Length; index++)
            sheet.Cell(row, 4 + index).Number(Columns[index].Value(group, leaf), Columns[index].Format);
        sheet.Cell(row, 4 + Columns.Length).Text(FindingText.Outliers(leaf, view.Edition));
    }

    private static int Nodes(IXLWorksheet sheet, int row, RankingView view, IReadOnlyList<GroupStatistics> groups)
    {
        string[] heads = ["Khối", "Mã", "Nhóm", "Số đơn vị", "Số thành phần", "Alpha Cronbach", "Alpha chuẩn hoá", "r với tổng điểm", "Trọng số", "S", "S do ngẫu nhiên", "Phần tác động"];
        for (int index = 0; index < heads.Length; index++)
            sheet.Cell(row, index + 1).Text(heads[index]);
        sheet.Range(row, 1, row, heads.Length).Header();
        int header = row;
        foreach (var group in groups)
            foreach (var node in group.Nodes)
            {
                var weight = group.Importance.FirstOrDefault(other => other.Node == node.Node);
                sheet.Cell(++row, 1).Text(view.GroupName(group.Group));
                sheet.Cell(row, 2).Text(node.Node == 0 ? "" : node.Code);
                sheet.Cell(row, 3).Text(group.Plan.Nodes[node.Node].Node?.Name.Vi ?? "Tổng điểm");
                sheet.Cell(row, 4).Number(node.Scored, "#,##0");
                sheet.Cell(row, 5).Number(node.Children, "#,##0");
                sheet.Cell(row, 6).Number(node.Alpha.Value, "0.00");
                sheet.Cell(row, 7).Number(node.StandardisedAlpha.Value, "0.00");
                sheet.Cell(row, 8).Number(node.Node == 0 ? null : group.Correlations[node.Node, 0].Value, "0.00");
                sheet.Cell(row, 9).Number(weight?.Nominal, "0.0%");
                sheet.Cell(row, 10).Number(weight?.Ratio.Value, "0.00");
                sheet.Cell(row, 11).Number(weight?.ByChance.Value, "0.00");
                sheet.Cell(row, 12).Number(weight?.Share.Value, "0.0%");
            }
        sheet.Range(header, 1, row, heads.Length).Lines();
        return row + 1;
    }

    private static void Remarks(IXLWorksheet sheet, int row, RankingView view, IReadOnlyList<GroupStatistics> groups)
    {
        sheet.Cell(row++, 1).Text("Nhận xét dự thảo, để cơ quan xây dựng bộ chỉ số xem xét").Style.Font.SetBold();
        foreach (var group in groups)
            foreach (var remark in FindingText.Remarks(group))
            {
                string text = $"{remark.Title}. {remark.Because} {string.Join("; ", remark.Items.Select(item => $"{item.Code} {item.Name} ({item.Figure})"))}. {remark.Advice} [Nguồn: {remark.Source}]";
                sheet.Cell(row, 1).Text(view.GroupName(group.Group));
                sheet.Cell(row, 3).Text(text);
                sheet.Range(row, 3, row, 14).Merge().Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
                // A line of the merged cells holds some 170 letters.
                sheet.Row(row++).Height = Math.Min(400, 15 * (1 + text.Length / 160));
            }
    }

    private static NodeImportance? Importance(GroupStatistics group, LeafStatistics leaf) =>
        group.Importance.FirstOrDefault(node => node.IsLeaf && node.Node == leaf.Node);
}
