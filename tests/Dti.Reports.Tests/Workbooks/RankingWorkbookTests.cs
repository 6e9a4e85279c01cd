using ClosedXML.Excel;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;
using Dti.Reports.Workbooks;
using Dti.Scoring.Sets;

namespace Dti.Reports.Tests.Workbooks;

public sealed class RankingWorkbookTests
{
    private static XLWorkbook Open(ReportedEdition published) => new(new MemoryStream(RankingWorkbook.Bytes(published)));

    private static Dictionary<string, IXLRow> UnitRows(XLWorkbook workbook) => workbook.Worksheet("Điểm theo chỉ số")
        .RowsUsed(row => row.RowNumber() >= 7).ToDictionary(row => row.Cell(1).GetString());

    private static int Column(IXLWorksheet sheet, int row, string head) => sheet.Row(row).CellsUsed().Single(cell => cell.GetString() == head).Address.ColumnNumber;

    [Theory]
    [InlineData(NotApplicable.Rescale)]
    [InlineData(NotApplicable.Keep)]
    public void Recalculated_totals_are_the_editions(NotApplicable rule)
    {
        var published = SampleEdition.Publish(SampleSet.Make(rule));
        using var workbook = Open(published);
        workbook.RecalculateAllFormulas();
        var sheet = workbook.Worksheet("Điểm theo chỉ số");
        int total = Column(sheet, 3, "Tổng điểm");
        var rows = UnitRows(workbook);
        foreach (var root in published.Edition.Scores.Where(score => score.Code == "INDEX"))
        {
            var cell = rows[root.Unit].Cell(total);
            if (root.Score is not { } score)
            {
                cell.IsEmpty().ShouldBeTrue();
                continue;
            }
            cell.HasFormula.ShouldBeTrue();
            Convert.ToDouble(cell.Value, null).ShouldBe(score, 1e-9);
        }
    }

    [Fact]
    public void Family_totals_are_sums_that_give_the_editions_figures()
    {
        var published = SampleEdition.Publish();
        using var workbook = Open(published);
        workbook.RecalculateAllFormulas();
        var sheet = workbook.Worksheet("Xếp hạng");
        var names = published.Edition.Units.ToDictionary(unit => unit.NameVi, unit => unit.Code);
        int compared = 0;
        foreach (var row in sheet.RowsUsed(row => row.RowNumber() > 4))
        {
            foreach (var family in published.Set.Nodes)
            {
                var cell = row.Cell(Column(sheet, 4, $"{family.Code}. {family.Name.Vi}"));
                var score = published.Edition.Scores.Single(score => score.Unit == names[row.Cell(2).GetString()] && score.Code == family.Code);
                if (score.Score is not { } known)
                    continue;
                cell.FormulaA1.ShouldStartWith("SUM(");
                Convert.ToDouble(cell.Value, null).ShouldBe(known, 1e-9);
                compared++;
            }
        }
        compared.ShouldBe(33 * 6);
    }

    [Fact]
    public void Ranks_and_rounded_totals_are_formulas_that_give_the_published_ones()
    {
        var published = SampleEdition.Publish();
        using var workbook = Open(published);
        workbook.RecalculateAllFormulas();
        var rows = workbook.Worksheet("Xếp hạng").RowsUsed(row => row.RowNumber() > 4).ToArray();
        rows.Length.ShouldBe(published.Edition.Ranking.Count);
        foreach (var (row, rank) in rows.Zip(published.Edition.Ranking))
        {
            if (rank.Rank is { } place)
            {
                row.Cell(1).HasFormula.ShouldBeTrue();
                Convert.ToDouble(row.Cell(1).Value, null).ShouldBe(place);
            }
            else
                row.Cell(1).IsEmpty().ShouldBeTrue();
            if (rank.Score is { } score)
                Convert.ToDouble(row.Cell(4).Value, null).ShouldBe(score, 1e-9);
        }
    }

    [Fact]
    public void Group_averages_are_formulas_over_the_ranked_units()
    {
        var published = SampleEdition.Publish();
        using var workbook = Open(published);
        workbook.RecalculateAllFormulas();
        var row = workbook.Worksheet("Tổng hợp").RowsUsed().Single(row => row.Cell(1).GetString() == "Sở, ban, ngành");
        var ranked = published.Edition.Ranking.Where(rank => rank is { Group: "so", Rank: not null }).Select(rank => rank.Unit).ToHashSet();
        double mean = published.Edition.Scores.Where(score => score.Code == "INDEX" && ranked.Contains(score.Unit)).Average(score => score.Score!.Value);
        row.Cell(4).FormulaA1.ShouldStartWith("AVERAGE(");
        Convert.ToDouble(row.Cell(4).Value, null).ShouldBe(mean, 1e-9);
    }

    [Fact]
    public void Every_formula_is_stored_with_its_result()
    {
        using var workbook = Open(SampleEdition.Publish());
        var formulas = workbook.Worksheets.SelectMany(sheet => sheet.CellsUsed(cell => cell.HasFormula)).ToArray();
        formulas.Length.ShouldBeGreaterThan(300);
        formulas.ShouldAllBe(cell => cell.CachedValue != null && cell.CachedValue.ToString() != "");
    }

    [Fact]
    public void A_total_that_its_indicators_do_not_give_is_refused()
    {
        var published = SampleEdition.Publish();
        var scores = published.Edition.Scores.Select(score => score is { Unit: "so-1", Code: "INDEX" } ? score with { Score = score.Score + 0.5 } : score);
        var wrong = published with { Edition = published.Edition with { Scores = [.. scores] } };
        Should.Throw<ReportException>(() => RankingWorkbook.Bytes(wrong)).Code.ShouldBe("totals-differ");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("=HYPERLINK(\"http://example.org\",\"x\")")]
    [InlineData("+84 238")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("0123")]
    [InlineData("1/2")]
    [InlineData("'quoted")]
    public void A_name_is_text_whatever_it_begins_with(string name)
    {
        var published = SampleEdition.Publish(rename: unit => unit.Code == "so-1" ? unit with { NameVi = name } : unit);
        using var workbook = Open(published);
        var cell = UnitRows(workbook)["so-1"].Cell(2);
        cell.HasFormula.ShouldBeFalse();
        cell.DataType.ShouldBe(XLDataType.Text);
        cell.GetString().ShouldBe(name);
    }

    [Fact]
    public void Sheets_have_Vietnamese_names_panes_filters_formats_and_a_page_set_up()
    {
        using var workbook = Open(SampleEdition.Publish());
        workbook.Worksheets.Select(sheet => sheet.Name).ShouldBe(["Tổng hợp", "Xếp hạng", "Điểm theo chỉ số", "Dự báo", "Phương pháp", "Thống kê"]);
        var ranking = workbook.Worksheet("Xếp hạng");
        ranking.AutoFilter.IsEnabled.ShouldBeTrue();
        ranking.SheetView.SplitRow.ShouldBe(4);
        ranking.Cell(5, 4).Style.NumberFormat.Format.ShouldBe("#,##0.00");
        var scores = workbook.Worksheet("Điểm theo chỉ số");
        (scores.SheetView.SplitRow, scores.SheetView.SplitColumn).ShouldBe((6, 2));
        foreach (var sheet in workbook.Worksheets)
        {
            sheet.PageSetup.PaperSize.ShouldBe(XLPaperSize.A4Paper);
            sheet.PageSetup.PageOrientation.ShouldBe(XLPageOrientation.Landscape);
            sheet.PageSetup.FirstRowToRepeatAtTop.ShouldBeGreaterThan(0);
            sheet.PageSetup.Header.Center.GetText(XLHFOccurrence.OddPages).ShouldContain("&P");
        }
    }

    [Fact]
    public void Next_years_scores_and_ranks_have_a_sheet_with_the_nodes_below()
    {
        var published = SampleEdition.Publish().WithRanksToCome();
        using var workbook = Open(published);
        var sheet = workbook.Worksheet("Dự báo");
        foreach (var coming in published.Edition.Forecast.Units.Where(row => row.Value is not null))
        {
            string name = published.Edition.Units.Single(unit => unit.Code == coming.Unit).NameVi;
            var row = sheet.RowsUsed(row => row.RowNumber() > 5 && row.Cell(2).GetString() == name).First();
            (row.Cell(6).GetDouble(), row.Cell(7).GetDouble(), row.Cell(8).GetDouble()).ShouldBe((coming.Value!.Value, coming.Low!.Value, coming.High!.Value));
            (row.Cell(9).GetDouble(), row.Cell(10).GetDouble(), row.Cell(11).GetDouble(), row.Cell(12).GetDouble()).ShouldBe((coming.Rank!.Median, coming.Rank.Low, coming.Rank.High, coming.Rank.Top3));
        }
        sheet.RowsUsed(row => row.Cell(13).GetString().StartsWith("Chuỗi quá ngắn", StringComparison.Ordinal)).Count().ShouldBe(1);
        sheet.RowsUsed(row => row.Cell(3).GetString().StartsWith("1 ", StringComparison.Ordinal)).ShouldHaveSingleItem().Cell(6).GetDouble().ShouldBe(123.5);
    }

    [Fact]
    public void Where_nothing_is_forecast_there_is_no_sheet_of_it()
    {
        var published = SampleEdition.Publish();
        using var workbook = Open(published with { Edition = published.Edition with { Forecast = new() { Year = 2026, Reason = "Mới có hai năm số liệu." } } });
        workbook.Worksheets.ShouldNotContain(sheet => sheet.Name == "Dự báo");
    }

    [Fact]
    public void Rank_intervals_and_tiers_have_columns_where_the_edition_has_them()
    {
        var published = SampleEdition.Publish().WithIntervals();
        using var workbook = Open(published);
        var sheet = workbook.Worksheet("Xếp hạng");
        int low = Column(sheet, 4, "Khoảng hạng, từ");
        foreach (var (row, rank) in sheet.RowsUsed(row => row.RowNumber() > 4).Zip(published.Edition.Ranking))
        {
            if (rank.RankLow is null)
            {
                row.Cell(low).IsEmpty().ShouldBeTrue();
                continue;
            }
            (row.Cell(low).GetDouble(), row.Cell(low + 1).GetDouble(), row.Cell(low + 2).GetDouble()).ShouldBe((rank.RankLow.Value, rank.RankMedian!.Value, rank.RankHigh!.Value));
            row.Cell(Column(sheet, 4, "Nhóm không phân biệt được")).GetString().ShouldBe(rank.Tier);
        }
        sheet.Row(4).LastCellUsed()!.GetString().ShouldBe("Ghi chú");
        workbook.Worksheet("Phương pháp").CellsUsed().ShouldContain(cell => cell.GetString().Contains("tính lại 2.000 lần", StringComparison.Ordinal));
        using var without = Open(SampleEdition.Publish());
        without.Worksheet("Xếp hạng").CellsUsed().ShouldNotContain(cell => cell.GetString().StartsWith("Khoảng hạng", StringComparison.Ordinal));
    }

    [Fact]
    public void The_notice_is_on_every_sheet()
    {
        using var workbook = Open(SampleEdition.Publish());
        workbook.Worksheets.ShouldAllBe(sheet => sheet.Cell(2, 1).GetString() == "Số liệu minh hoạ");
    }

    [Fact]
    public void The_method_sheet_adds_up_to_the_sets_points()
    {
        using var workbook = Open(SampleEdition.Publish());
        workbook.RecalculateAllFormulas();
        var sheet = workbook.Worksheet("Phương pháp");
        var total = sheet.RowsUsed().Single(row => row.Cell(2).GetString() == "Tổng").Cell(3);
        total.HasFormula.ShouldBeTrue();
        Convert.ToDouble(total.Value, null).ShouldBe(1000, 1e-9);
        sheet.Column(7).CellsUsed().Count(cell => cell.GetString() == "lấy quý cuối").ShouldBe(SampleSet.Make().Indicators().Count());
    }
}
