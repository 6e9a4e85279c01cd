using ClosedXML.Excel;
using Dti.Assessment.Editions;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;
using Dti.Reports.Workbooks;

namespace Dti.Reports.Tests.Workbooks;

public sealed class RobustnessSheetTests
{
    private static readonly ReportedEdition Edition = ComputedEdition.Publish();

    private static readonly EditionRobustness Firm = EditionRobustness.Compute(Edition.Edition, Edition.Set)!;

    [Fact]
    public void The_workbook_tells_how_firm_the_published_ranks_are()
    {
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Edition)));
        var sheet = workbook.Worksheet("Độ vững");
        var ranks = Edition.Edition.Ranking.Where(row => row.Group == "so").ToList();
        int header = Row(sheet, "Đơn vị");
        for (int place = 0; place < ranks.Count; place++)
        {
            var row = sheet.Row(header + 1 + place);
            row.Cell(1).GetString().ShouldBe($"Đơn vị {ranks[place].Unit}");
            (row.Cell(2).GetDouble(), row.Cell(3).GetDouble(), row.Cell(4).GetDouble(), row.Cell(5).GetDouble(), row.Cell(6).GetString())
                .ShouldBe((ranks[place].Rank!.Value, ranks[place].RankLow!.Value, ranks[place].RankMedian!.Value, ranks[place].RankHigh!.Value, ranks[place].Tier!));
        }
        sheet.Cell(header + 1, 7).GetDouble().ShouldBe(1);
        sheet.Cell(header + 6, 7).GetDouble().ShouldBe(0);
    }

    [Fact]
    public void The_matrix_says_who_is_above_whom_and_leaves_the_diagonal_empty()
    {
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Edition)));
        var sheet = workbook.Worksheet("Độ vững");
        int header = Row(sheet, "Tỷ lệ số lần đơn vị ở dòng đứng trên đơn vị ở cột");
        var group = Firm.Group("so", "")!;
        for (int place = 0; place < 6; place++)
            for (int other = 0; other < 6; other++)
            {
                var cell = sheet.Cell(header + 1 + place, 2 + other);
                if (place == other)
                    cell.IsEmpty().ShouldBeTrue();
                else
                    cell.GetDouble().ShouldBe(group.Above(place, other), 1e-12);
            }
        sheet.Cell(header + 1, 3).Style.Font.Bold.ShouldBeTrue();
        sheet.Cell(header + 2, 4).Style.Font.Bold.ShouldBeFalse();
    }

    [Fact]
    public void Choices_are_named_by_the_sets_own_families()
    {
        using var workbook = new XLWorkbook(new MemoryStream(RankingWorkbook.Bytes(Edition)));
        var sheet = workbook.Worksheet("Độ vững");
        int header = Row(sheet, "Thay đổi điều gì trong cách tính");
        sheet.Cell(header + 1, 1).GetString().ShouldBe("Điểm tối đa của nhóm 1. Dữ liệu mở");
        sheet.Cell(header + 2, 1).GetString().ShouldBe("Điểm tối đa của nhóm 2. Kết nối");
        sheet.Cell(header + 1, 4).GetDouble().ShouldBeInRange(0.3, 1.2);
    }

    [Fact]
    public void An_edition_without_intervals_has_no_such_sheet()
    {
        using var workbook = RankingWorkbook.Build(new(Edition with { Edition = Edition.Edition with { Uncertainty = null } }));
        workbook.Worksheets.Select(sheet => sheet.Name).ShouldNotContain("Độ vững");
    }

    private static int Row(IXLWorksheet sheet, string first) => sheet.Column(1).CellsUsed().First(cell => cell.GetString() == first).Address.RowNumber;
}
