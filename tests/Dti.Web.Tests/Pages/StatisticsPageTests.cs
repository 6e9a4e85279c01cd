using System.Net;
using System.Text.RegularExpressions;
using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Reports.Formatting;
using Dti.Reports.Printing;
using Dti.Scoring.Quarters;
using Dti.Scoring.Statistics;
using Dti.Web.Pages.Public;
using Microsoft.AspNetCore.Components;

namespace Dti.Web.Tests.Pages;

/// <summary>The parts of the statistics page, of editions whose columns are made to break a rule or to lack a figure.</summary>
public sealed class StatisticsPageTests
{
    private const string Yaml = """
        set: thong-ke
        year: 2025
        title: Bộ chỉ số đo
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở" }
            children:
              - { code: "1.1", name: { vi: "Mở" }, points: 10, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
              - { code: "1.2", name: { vi: "Dùng lại" }, points: 10, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
          - code: "2"
            name: { vi: "An toàn" }
            children:
              - { code: "2.1", name: { vi: "Sao lưu" }, points: 10, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
              - { code: "2.2", name: { vi: "Diễn tập" }, points: 10, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
        """;

    [Fact]
    public async Task A_remark_names_the_indicator_its_figures_and_where_the_limit_comes_from()
    {
        // 1.2 repeats 1.1, 2.1 is the same for all, 2.2 has data for every second unit.
        string page = await Remarks(Publish(24, (row, x) => [x, x, 5, row % 2 == 0 ? x : null]));
        page.ShouldMatch(@"Không phân biệt được các đơn vị: 1</summary>\s*<p>Từ 80% đơn vị trở lên");
        page.ShouldContain("2.1. Sao lưu: 100% cùng một mức, 0% đạt điểm tối đa");
        page.ShouldContain("get_stats; ngưỡng do phần mềm này chọn.");
        page.ShouldContain("2.2. Diễn tập: 12/24 đơn vị có số liệu (50%)");
        page.ShouldContain("COIN Tool, FAQs");
        page.ShouldContain("Hai chỉ số tương quan trên 0,9 (n = 24)");
        page.ShouldContain("1.1. Mở: r = 1,00 với 1.2 Dùng lại");
        page.ShouldContain("get_corr_flags.");
    }

    [Fact]
    public async Task Of_few_units_the_page_says_that_it_says_nothing() =>
        (await Remarks(Publish(9, (_, x) => [x, x, x, x]))).ShouldContain("Khối có 9 đơn vị; cần từ 10 đơn vị trở lên mới nêu nhận xét.");

    [Fact]
    public async Task Where_no_rule_is_broken_the_page_says_so()
    {
        var open = Publish(24, (row, x) => [x + row % 3 * 0.5, x - row % 4 * 0.4, x + row % 5 * 0.4, x - row % 2]);
        open.Statistics.Single().Findings.Where(finding => finding.Rule is not (AuditRule.Redundant or AuditRule.OtherNode)).ShouldBeEmpty();
        string page = await Of<StatisticsRemarks>(open.Statistics.Single() with { Findings = [] });
        page.ShouldContain("Không có điểm nào chạm các ngưỡng kiểm tra.");
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(14, true)]
    public async Task Weight_stands_beside_importance_in_the_plot_and_in_the_table(int units, bool linear)
    {
        var group = Publish(units, (row, x) => [x, row % 7, 5 + row % 2 * 0.1, 5]).Statistics.Single();
        string page = await Of<StatisticsWeights>(group);
        page.ShouldContain("<svg class=\"dti-weight-plot\"");
        page.Contains("(đường thẳng)", StringComparison.Ordinal).ShouldBe(linear);
        page.Contains("Chưa ước lượng được S: quá ít đơn vị có số liệu. Cần từ 20 đơn vị", StringComparison.Ordinal).ShouldBe(linear);
        foreach (var node in group.Importance.Where(node => !node.IsLeaf))
        {
            string actual = VietnameseFormat.Percent((linear ? node.LinearShare : node.Share).Value, 1);
            actual.ShouldNotBe(VietnameseFormat.Nothing);
            page.ShouldMatch($@"{node.Code}\. [^<]*</th>\s*<td>50,0%</td>\s*<td>{Regex.Escape(actual)}</td>");
        }
    }

    [Fact]
    public async Task Of_a_handful_of_units_there_is_no_plot_and_a_reason()
    {
        string page = await Of<StatisticsWeights>(Publish(6, (_, x) => [x, x, 5, 5]).Statistics.Single());
        page.ShouldNotContain("<svg");
        page.ShouldContain("Chưa ước lượng được S: quá ít đơn vị có số liệu");
    }

    [Fact]
    public async Task Each_indicators_row_holds_its_figures_and_the_outliers_by_name()
    {
        var open = Publish(24, (row, x) => [x, row == 7 ? 10 : 1 + row % 2 * 0.1, 5, null]);
        var group = open.Statistics.Single();
        string page = await Of<StatisticsFigures>(group, (nameof(StatisticsFigures.Open), open));
        foreach (var leaf in group.Leaves)
        {
            string[] cells = Cells(page, leaf.Code);
            cells[..4].ShouldBe([VietnameseFormat.Percent(leaf.Coverage.Value, 0), VietnameseFormat.Number(leaf.Scored, 0), VietnameseFormat.Number(leaf.Mean.Value, 2), VietnameseFormat.Number(leaf.Sd.Value, 2)]);
        }
        Cells(page, "1.2")[^1].ShouldBe("Sở số 8");
        Cells(page, "2.1")[6..8].ShouldBe([VietnameseFormat.Nothing, VietnameseFormat.Nothing]);
        page.ShouldContain("title=\"mọi đơn vị bằng nhau\"");
        Cells(page, "2.2")[0].ShouldBe("0%");
    }

    [Fact]
    public async Task The_table_of_correlations_leaves_out_what_does_not_vary_and_counts_it()
    {
        string page = await Of<StatisticsHeat>(Publish(24, (row, x) => [x, 10 - x, 5, row % 5]).Statistics.Single());
        page.ShouldMatch("<td class=\"against-2\">−1,00</td>");
        page.ShouldContain("Nền đậm dần từ |r| ≥ 0,3; 0,6; 0,9.");
        page.ShouldContain("Không nêu 1 chỉ số mà mọi đơn vị bằng điểm nhau");
        page.ShouldNotContain("2.1 Sao lưu");
    }

    private static string[] Cells(string page, string code) =>
        [.. Regex.Matches(Regex.Match(page, $"#{Regex.Escape(Anchors.Node(code))}\">.*?</tr>", RegexOptions.Singleline).Value, "<td[^>]*>([^<]*)</td>").Select(cell => cell.Groups[1].Value)];

    private static Task<string> Remarks(OpenEdition open) => Of<StatisticsRemarks>(open.Statistics.Single());

    private static async Task<string> Of<T>(GroupStatistics group, params (string Name, object Value)[] more) where T : IComponent
    {
        var parameters = new Dictionary<string, object?> { ["Group"] = group };
        if (typeof(T).GetProperty("Name") is not null)
            parameters["Name"] = "các đơn vị";
        foreach (var (name, value) in more)
            parameters[name] = value;
        return WebUtility.HtmlDecode(await HtmlDocuments.RenderAsync<T>(parameters));
    }

    /// <param name="units">How many.</param>
    /// <param name="row">The unit's row and a number that rises with it from 0 to 10 → inputs of the four indicators, null = none.</param>
    private static OpenEdition Publish(int units, Func<int, double, double?[]> row)
    {
        var set = SetFile.Parse(Yaml, "thong-ke.yaml");
        string[] keys = ["1.1", "1.2", "2.1", "2.2"];
        return new(EditionCompute.Compute(new()
        {
            Set = set.Set!,
            SetYaml = set.Yaml,
            SetSha256 = set.Sha256,
            Units = [.. Enumerable.Range(1, units).Select(number => new EditionUnit($"so-{number}", $"Sở số {number}", null, "", "", true))],
            Cells = [.. Enumerable.Range(0, units).SelectMany(unit => row(unit, unit * 10.0 / (units - 1)).Zip(keys)
                .Where(cell => cell.First is not null)
                .Select(cell => new EditionInput { Unit = $"so-{unit + 1}", Key = cell.Second, Quarter = "q4", Verified = InputValue.Of(cell.First!.Value), Counted = Layer.Verified }))],
            Forecast = new() { Year = 2026, Reason = "Chuỗi quá ngắn" },
            Number = 1,
            PublishedAt = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(7)),
            PublishedBy = "soict",
            Publisher = new("UBND tỉnh", "Sở", "Nghệ An", "Giám đốc"),
            SoftwareVersion = "0.1.0",
        }), set.Set!, "sha");
    }
}
