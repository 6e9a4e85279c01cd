using System.Globalization;
using System.Xml.Linq;
using Dti.Reports.Charts;
using Dti.Reports.Printing;

namespace Dti.Reports.Tests.Charts;

public sealed class RankSpanStackTests
{
    private static readonly SpanRow[] Rows =
    [
        new("Sở A & B", 1, 1, 1, "1", "A"), new("Sở C", 2, 2, 3, "2–3", "B"),
        new("Ủy ban nhân dân một xã có tên rất dài", 3, 2, 3, "2–3", "B"),
    ];

    [Fact]
    public async Task A_name_stands_above_its_line_and_both_within_the_picture()
    {
        var plot = await Draw(Rows);
        double width = double.Parse(((string)plot.Attribute("viewBox")!).Split(' ')[2], CultureInfo.InvariantCulture);
        foreach (var row in Rows[..2])
        {
            var name = plot.Descendants().Single(element => element.Name.LocalName == "text" && element.Value == row.Label);
            var line = Of(plot, "dti-plot-interval").ElementAt((int)row.Rank - 1);
            Number(name, "x").ShouldBe(0);
            Number(name, "y").ShouldBeLessThan(Number(line, "y1"));
            Number(line, "x1").ShouldBeInRange(0, width);
            Number(line, "x2").ShouldBeInRange(Number(line, "x1"), width);
        }
    }

    [Fact]
    public async Task A_line_spans_the_interval_and_a_tier_has_a_line_above_it()
    {
        var plot = await Draw(Rows);
        double[] dots = [.. Of(plot, "dti-plot-dot").Select(dot => Number(dot, "cx"))];
        var second = Of(plot, "dti-plot-interval").ElementAt(1);
        (Number(second, "x1"), Number(second, "x2")).ShouldBe((dots[1], dots[2]));
        Of(plot, "dti-plot-tier").Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_name_too_long_for_its_line_is_cut() =>
        (await Draw(Rows)).Descendants().ShouldContain(element => element.Name.LocalName == "text" && element.Value == "Ủy ban nhân dân một xã có tên rất…");

    [Fact]
    public async Task Without_units_it_says_so() =>
        (await Draw([])).Descendants().ShouldContain(element => element.Name.LocalName == "desc" && element.Value == "Không có đơn vị nào.");

    private static async Task<XElement> Draw(IReadOnlyList<SpanRow> rows) => XElement.Parse(await HtmlDocuments.RenderAsync<RankSpanStack>(new Dictionary<string, object?>
    {
        [nameof(RankSpanStack.Id)] = "p",
        [nameof(RankSpanStack.Title)] = "Khoảng hạng",
        [nameof(RankSpanStack.Rows)] = rows,
    }));

    private static IEnumerable<XElement> Of(XElement plot, string name) => plot.Descendants().Where(element => (string?)element.Attribute("class") == name);

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
