using System.Net;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using Dti.Reports.Comparisons;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;
using Dti.Reports.Workbooks;

namespace Dti.Reports.Tests.Comparisons;

public sealed class YearsViewTests
{
    private static readonly ReportedEdition Published = SampleEdition.Publish().WithComparison().WithEarlierYear();
    private static readonly YearsView View = YearsView.Of(new(Published)).ShouldNotBeNull();

    [Fact]
    public void With_the_year_before_alone_there_is_no_table_of_years() => YearsView.Of(new(SampleEdition.Publish().WithComparison())).ShouldBeNull();

    [Fact]
    public void Years_stand_oldest_first_each_with_the_share_that_was_scored_again()
    {
        View.Past.Select(year => year.PreviousYear).ShouldBe([2023, 2024]);
        View.Sentence().ShouldContain("40,0% số điểm của bộ chỉ số ở năm 2023, 90,0% số điểm của bộ chỉ số ở năm 2024.");
    }

    [Fact]
    public void A_unit_has_score_and_rank_under_one_method_and_a_merged_one_the_mean_without_a_rank()
    {
        Row("so-1").Before.ShouldBe([new(650.5, 1, false), new(710.25, 3.5, false)]);
        Row("so-2").Before.ShouldBe([new(610.25, null, true), new(610.25, null, true)]);
        Row("so-3").Before.ShouldBe([new(null, null, false), new(null, null, false)]);
    }

    [Fact]
    public void An_empty_year_has_its_reason()
    {
        Row("so-1").Gaps.ShouldBeEmpty();
        Row("so-3").Gaps[1].ShouldBe("năm 2024 không có điểm: đơn vị mới hoạt động từ ngày 01/03/2025, không có số liệu năm 2024 để so sánh");
        View.Groups.SelectMany(group => group.Gaps).ShouldContain(gap => gap.Contains("năm 2024 không có điểm", StringComparison.Ordinal));
    }

    [Fact]
    public void A_year_that_could_not_be_scored_again_has_no_column()
    {
        var edition = Published.Edition;
        var bare = Published with { Edition = edition with { EarlierYears = [edition.EarlierYears![0] with { NotRescored = "Không có." }] } };
        YearsView.Of(new(bare)).ShouldBeNull();
        ComparisonView.Earlier(new(bare)).ShouldHaveSingleItem().Sentences().ShouldContain(sentence => sentence.StartsWith("Không có.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_workbook_has_a_sheet_of_years_and_of_the_trial_year_under_both_methods()
    {
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Published)));
        var sheet = workbook.Worksheet(YearsSheet.Name);
        var row = sheet.CellsUsed().First(cell => cell.GetString() == "Sở Nội vụ").WorksheetRow();
        Enumerable.Range(3, 4).Select(column => row.Cell(column).GetDouble()).ShouldBe([1, 650.5, 3.5, 710.25]);
        row.Cell(8).GetDouble().ShouldBe(Row("so-1").Now.Score!.Value);
        var old = sheet.CellsUsed().First(cell => cell.GetString() == "Sở Cũ B").WorksheetRow();
        old.Cell(7).GetDouble().ShouldBe(640 - 300, 1e-9);
        using var plain = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(SampleEdition.Publish().WithComparison())));
        plain.TryGetWorksheet(YearsSheet.Name, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task The_printed_report_has_the_table_of_years()
    {
        string html = WebUtility.HtmlDecode(await RankingReport.HtmlAsync(Published, PrintedSample.Assets));
        string table = html[html.IndexOf("Các năm theo bộ chỉ số năm 2025", StringComparison.Ordinal)..];
        string row = Regex.Match(table, "<th scope=\"row\" class=\"unit\">Sở Tư pháp \\*</th>.*?</tr>", RegexOptions.Singleline).Value;
        Regex.Matches(row, "<td>([^<]*)</td>").Select(cell => cell.Groups[1].Value).Take(4).ShouldBe(["–", "610,25", "–", "610,25"]);
        WebUtility.HtmlDecode(await RankingReport.HtmlAsync(SampleEdition.Publish().WithComparison(), PrintedSample.Assets)).ShouldNotContain("Các năm theo bộ chỉ số");
    }

    private static YearsRow Row(string unit) => View.Groups.SelectMany(group => group.Rows).Single(row => row.Now.Unit == unit);
}
