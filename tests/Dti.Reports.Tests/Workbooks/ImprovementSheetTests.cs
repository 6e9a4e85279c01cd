using ClosedXML.Excel;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;
using Dti.Reports.Workbooks;

namespace Dti.Reports.Tests.Workbooks;

public sealed class ImprovementSheetTests
{
    [Fact]
    public void A_row_an_action_tells_what_it_gains_and_gives()
    {
        using var workbook = Open(SampleInputs.Publish("effort: 4,", [0, 9, 6], [1, 6, 5]));
        var sheet = workbook.Worksheet("Cải thiện");
        var rows = sheet.RowsUsed(row => row.RowNumber() > 5).ToList();
        rows.Count.ShouldBe(6);
        rows.Select(row => (row.Cell(2).GetString(), row.Cell(4).GetValue<int>(), row.Cell(5).GetString())).ShouldBe(
            [("Sở 1", 1, "1.1"), ("Sở 1", 2, "1.3"), ("Sở 1", 3, "1.2"), ("Sở 2", 1, "1.1"), ("Sở 2", 2, "1.3"), ("Sở 2", 3, "1.2")]);
        var second = rows[3];
        (second.Cell(3).GetValue<double>(), second.Cell(7).GetValue<double>(), second.Cell(8).GetValue<double>(), second.Cell(9).GetValue<double>()).ShouldBe((2, 9, 21, 1));
        rows[5].Cell(10).GetValue<double>().ShouldBe(4);
        rows[5].Cell(11).FormulaA1.ShouldBe("G11/J11");
        Convert.ToDouble(rows[5].Cell(11).Value, null).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Without_efforts_there_are_no_columns_of_them_and_at_most_five_actions_a_unit()
    {
        using var workbook = Open(SampleInputs.Publish("", [1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1]));
        var sheet = workbook.Worksheet("Cải thiện");
        sheet.Row(5).LastCellUsed().GetString().ShouldBe("Hạng sẽ là");
        sheet.RowsUsed(row => row.RowNumber() > 5).Count().ShouldBe(10);
    }

    [Fact]
    public void An_edition_without_actions_has_no_such_sheet()
    {
        using var workbook = Open(SampleEdition.Publish());
        workbook.Worksheets.Select(sheet => sheet.Name).ShouldNotContain("Cải thiện");
    }

    private static XLWorkbook Open(ReportedEdition published) => new(new MemoryStream(RankingWorkbook.Bytes(published)));
}
