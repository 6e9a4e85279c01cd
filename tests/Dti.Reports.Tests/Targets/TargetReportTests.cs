using ClosedXML.Excel;
using Dti.Assessment.Targets;
using Dti.Reports.Rankings;
using Dti.Reports.Targets;
using Dti.Reports.Tests.Samples;
using Dti.Reports.Workbooks;

namespace Dti.Reports.Tests.Targets;

public sealed class TargetReportTests
{
    private static readonly TargetProgress Target = new()
    {
        Code = "3.1", Measure = "connected/needed", By = new(2030, 12, 31), Value = 100, Direction = 1, Source = "142/QĐ-TTg", NameVi = "Kết nối hết", Unit = "%",
        Units =
        [
            new("so-1", [new("2025-q3", 100)], 0, 12, 0, TargetState.Reached, 0.97, null),
            new("so-2", [new("2024-q4", 40), new("2025-q4", 55.25)], 44.75, 15.25, 8.95, TargetState.OnTrack, 0.4, null),
            new("so-3", [], null, null, null, TargetState.Unknown, null, "Chưa có số liệu."),
        ],
    };

    private static readonly ReportedEdition Published = SampleEdition.Publish() is var sample ? sample with { Edition = sample.Edition with { Targets = [Target] } } : null!;

    [Fact]
    public void The_sheet_counts_what_is_reached_by_formulas()
    {
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Published)));
        workbook.RecalculateAllFormulas();
        var sheet = workbook.Worksheet("Mục tiêu");
        sheet.Cell(5, 5).FormulaA1.ShouldStartWith("COUNT(");
        Convert.ToDouble(sheet.Cell(5, 5).Value, null).ShouldBe(2);
        Convert.ToDouble(sheet.Cell(5, 6).Value, null).ShouldBe(1);
        Convert.ToDouble(sheet.Cell(5, 7).Value, null).ShouldBe(0.5);
        sheet.Cell(5, 4).GetDateTime().ShouldBe(new(2030, 12, 31));
        var second = sheet.Row(10);
        second.Cell(4).GetString().ShouldBe("Sở Tư pháp");
        second.Cell(6).GetDouble().ShouldBe(55.25);
        second.Cell(7).GetString().ShouldBe("quý IV/2025");
        second.Cell(9).GetDouble().ShouldBe(15.25);
        second.Cell(10).GetDouble().ShouldBe(8.95);
        second.Cell(11).GetString().ShouldBe("Đúng tiến độ");
        second.Cell(12).GetDouble().ShouldBe(0.4);
        sheet.Row(11).Cell(13).GetString().ShouldBe("Chưa có số liệu.");
    }

    [Fact]
    public void A_pace_has_the_sign_of_what_the_value_does_in_the_sheet_as_on_the_page()
    {
        var falling = Target with { Direction = -1, Value = 6, Unit = "tháng", Units = [new("so-2", [new("2024", 9), new("2025", 8.5)], 2.5, 0.5, 1.25, TargetState.Behind, null, "Chuỗi quá ngắn.")] };
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Published with { Edition = Published.Edition with { Targets = [falling] } })));
        var row = workbook.Worksheet("Mục tiêu").Row(9);
        (row.Cell(9).GetDouble(), row.Cell(10).GetDouble()).ShouldBe((-0.5, -1.25));
        (TargetText.Pace(falling, 0.5), TargetText.Pace(falling, 1.25), TargetText.Pace(falling, 0)).ShouldBe(("−0,5 tháng/năm", "−1,3 tháng/năm", "0,0 tháng/năm"));
        workbook.Worksheet("Mục tiêu").Cell(8, 9).GetString().ShouldContain("+ tăng, − giảm");
    }

    [Fact]
    public async Task The_report_has_one_row_a_target_and_its_source()
    {
        string html = System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(Published, PrintedSample.Assets));
        html.ShouldContain("<h3>Mục tiêu chiến lược</h3>");
        html.ShouldMatch(@"Kết nối hết \(3\.1\)</th>\s*<td>ít nhất 100%</td>\s*<td>31/12/2030</td>\s*<td>1</td>\s*<td>1</td>\s*<td>0</td>\s*<td>0</td>\s*<td>1</td>\s*<td>50,0%</td>\s*<td>1/2 đơn vị</td>");
        html.ShouldContain("142/QĐ-TTg.");
        System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(SampleEdition.Publish(), PrintedSample.Assets)).ShouldNotContain("Mục tiêu chiến lược");
    }

    [Fact]
    public void A_set_without_targets_has_no_sheet()
    {
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(SampleEdition.Publish())));
        workbook.Worksheets.ShouldNotContain(sheet => sheet.Name == "Mục tiêu");
    }

    [Fact]
    public void Figures_are_written_with_the_comma_and_their_unit()
    {
        TargetText.Asked(Target).ShouldBe("ít nhất 100%");
        TargetText.Asked(Target with { Direction = -1, Value = 6, Unit = "tháng" }).ShouldBe("nhiều nhất 6 tháng");
        TargetText.Value(Target, 55.25).ShouldBe("55,3%");
        TargetText.Pace(Target, 15.25).ShouldBe("+15,3 điểm %/năm");
        TargetText.Pace(Target with { Unit = "tháng" }, -0.5).ShouldBe("−0,5 tháng/năm");
        TargetText.Pace(Target, null).ShouldBe("–");
        TargetText.Period("2025-q3").ShouldBe("quý III/2025");
        TargetText.Period("2025").ShouldBe("năm 2025");
        (TargetText.Chance(0.001), TargetText.Chance(0.999), TargetText.Chance(0.404), TargetText.Chance(null)).ShouldBe(("dưới 1%", "trên 99%", "40%", "–"));
        TargetText.ReachedShare(Target).ShouldBe(0.5);
        TargetText.ReachedShare(Target with { Units = [] }).ShouldBeNull();
        TargetText.Likely(Target).ShouldBe("1/2 đơn vị");
    }
}
