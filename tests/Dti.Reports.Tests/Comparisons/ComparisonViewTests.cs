using ClosedXML.Excel;
using Dti.Reports.Comparisons;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;
using Dti.Reports.Workbooks;

namespace Dti.Reports.Tests.Comparisons;

public sealed class ComparisonViewTests
{
    private static readonly ReportedEdition Published = SampleEdition.Publish().WithComparison();
    private static readonly ComparisonView View = ComparisonView.Of(new(Published)).ShouldNotBeNull();

    [Fact]
    public void An_edition_without_a_year_before_has_no_view() => ComparisonView.Of(new(SampleEdition.Publish())).ShouldBeNull();

    [Fact]
    public void A_computed_row_says_whose_figures_it_has_and_with_what_weight()
    {
        Row("so-2").Remark.ShouldBe("tính từ đơn vị tiền thân (trung bình có trọng số): Sở Cũ A (25,0%), Sở Cũ B (75,0%)");
        Row("so-3").Remark!.ShouldStartWith("Đơn vị mới hoạt động");
        Row("so-1").Remark.ShouldBeNull();
        Row("so-1").Change.ShouldBe(Row("so-1").Now.Score - 710.25);
    }

    [Fact]
    public void Indicators_are_averaged_over_the_old_units_largest_difference_first()
    {
        View.Indicators.ShouldBe([new(null, "9.9", 100, 0), new("1.1", "1.1", 502, 570), new("1.3", null, 0, 50)]);
        View.Name(null, "9.9").ShouldBe("9.9 Chỉ số cũ");
        View.Indicators.Sum(row => row.Change).ShouldBe((640 + 600 - 2 * (300 + 302)) / 2.0);
    }

    [Fact]
    public void Old_units_stand_in_the_order_they_were_published_in_with_what_moved_them_most()
    {
        var group = View.BackCast.Single();
        group.Name.ShouldBe("Sở, ban, ngành");
        group.Units.Select(unit => unit.Unit).ShouldBe(["cu-a", "cu-b"]);
        ComparisonView.Largest(group.Units[1]).Select(row => row.Code ?? row.From).ShouldBe(["9.9", "1.1", "1.3"]);
    }

    [Fact]
    public void The_share_scored_again_the_indicators_left_out_and_the_scale_are_said()
    {
        string text = string.Join(' ', View.Sentences());
        text.ShouldContain("90,0% số điểm");
        text.ShouldContain("Chỉ số không tính lại được: 1.2.");
        text.ShouldContain("nhân 2 thì về thang năm 2025");
    }

    [Fact]
    public void A_unit_with_two_changes_is_shown_with_both_and_why_they_differ()
    {
        var view = ComparisonView.Of(new(Changed)).ShouldNotBeNull();
        view.Example.ShouldNotBeNull().Now.Unit.ShouldBe("so-1");
        string text = string.Join(' ', view.Sentences());
        text.ShouldContain("theo điểm đã công bố, hai phương pháp khác nhau. Ví dụ Sở Nội vụ");
        text.ShouldContain("= +10,00 ở trang đơn vị");
        string.Join(' ', View.Sentences()).ShouldNotContain("Ví dụ");
    }

    [Fact]
    public void Without_a_map_it_is_said_that_the_years_are_not_joined()
    {
        var view = ComparisonView.Of(new(SampleEdition.Publish().WithComparison("Không có bảng chuyển đổi."))).ShouldNotBeNull();
        view.IsRescored.ShouldBeFalse();
        string.Join(' ', view.Sentences()).ShouldContain("không nối bằng một đường");
    }

    [Fact]
    public void A_group_that_this_year_s_set_lacks_is_said_to_be_gone()
    {
        var published = SampleEdition.Publish().WithComparison();
        var comparison = published.Edition.Comparison!;
        var old = published with { Edition = published.Edition with { Comparison = comparison with { BackCast = [comparison.BackCast[0], comparison.BackCast[1] with { Group = "cum" }] } } };
        ComparisonView.Of(new(old))!.BackCast.Select(group => group.Name).ShouldBe([View.BackCast[0].Name, "Khối “cum”, không còn trong bộ chỉ số năm 2025"]);
    }

    [Fact]
    public void The_workbook_has_a_sheet_whose_differences_are_formulas()
    {
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Published)));
        var sheet = workbook.Worksheet(ComparisonSheet.Name);
        var cells = sheet.CellsUsed().ToDictionary(cell => cell.Address.ToString()!, cell => cell);
        var one = cells.Values.First(cell => cell.GetString() == "Sở Nội vụ").WorksheetRow();
        one.Cell(9).FormulaA1.ShouldBe($"H{one.RowNumber()}-F{one.RowNumber()}");
        one.Cell(9).GetDouble().ShouldBe(one.Cell(8).GetDouble() - 710.25, 1e-9);
        var old = cells.Values.First(cell => cell.GetString() == "Sở Cũ B").WorksheetRow();
        old.Cell(7).GetDouble().ShouldBe(40, 1e-9);
        old.Cell(8).GetString().ShouldContain("9.9 Chỉ số cũ: −100,00");
        using var plain = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(SampleEdition.Publish())));
        plain.TryGetWorksheet(ComparisonSheet.Name, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_sheet_splits_each_change_into_causes_whose_sum_is_a_formula()
    {
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Changed)));
        var row = workbook.Worksheet(ChangeSheet.Name).CellsUsed().First(cell => cell.GetString() == Row("so-1").Now.Name).WorksheetRow();
        row.Cell(3).FormulaA1.ShouldBe(FormattableString.Invariant($"ROUND(SUM(D{row.RowNumber()}:G{row.RowNumber()}),6)"));
        Enumerable.Range(3, 5).Select(column => row.Cell(column).GetDouble()).ShouldBe([2, 2.5, -0.5, 0, 0]);
        workbook.Worksheet(ChangeSheet.Name).Cell(5, 3).GetString().ShouldContain("+ là lên");
        Enumerable.Range(8, 5).Select(column => row.Cell(column).GetDouble()).ShouldBe([10, 6, 0, 4, 0]);
        using var plain = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Published)));
        plain.TryGetWorksheet(ChangeSheet.Name, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_printed_report_splits_each_change_of_rank_into_causes()
    {
        string html = System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(Changed, PrintedSample.Assets));
        int at = html.IndexOf("Vì sao thứ hạng thay đổi so với năm 2024", StringComparison.Ordinal);
        string[] cells = [.. System.Text.RegularExpressions.Regex.Matches(html[at..html.IndexOf("</table>", at, StringComparison.Ordinal)], "<td[^>]*>([^<]*)</td>").Select(match => match.Groups[1].Value)];
        cells.ShouldBe(["lên 2", "lên 2,5", "xuống 0,5", "–", "–"]);
        System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(Published, PrintedSample.Assets)).ShouldNotContain("Vì sao thứ hạng thay đổi");
    }

    private static readonly ReportedEdition Changed = Published with
    {
        Edition = Published.Edition with
        {
            Comparison = Published.Edition.Comparison! with
            {
                Units = [.. Published.Edition.Comparison.Units.Select(unit => unit.Unit == "so-1" ? unit with { RankChange = new(-2, -2.5, 0.5, 0, 0), ScoreChange = new(10, 6, 0, 4, 0) } : unit)],
            },
        },
    };

    [Fact]
    public async Task The_printed_report_compares_and_marks_what_was_computed()
    {
        string html = System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(Published, PrintedSample.Assets));
        html.ShouldContain("So sánh với năm 2024</h3>");
        html.ShouldContain("Sở Tư pháp *");
        html.ShouldContain("Chỉ số làm thay đổi điểm nhiều nhất");
        System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(SampleEdition.Publish(), PrintedSample.Assets)).ShouldNotContain("So sánh với năm");
    }

    private static ComparedRow Row(string unit) => View.Groups.SelectMany(group => group.Rows).Single(row => row.Now.Unit == unit);
}
