using System.Globalization;
using System.Xml.Linq;
using Dti.Reports.Charts;
using Dti.Reports.Printing;

namespace Dti.Reports.Tests.Charts;

public sealed class RankSpanPlotTests
{
    private static readonly SpanRow[] Rows =
    [
        new("Sở A & B", 1, 1, 1, "1", "A"), new("Sở C", 2, 2, 3, "2–3", "B"), new("Sở D", 3, 2, 3, "2–3", "B"), new("Sở E", 4, 4, 4, "4", "C"),
    ];

    [Fact]
    public async Task A_line_spans_the_interval_and_a_dot_stands_at_the_published_rank()
    {
        var plot = await Draw();
        double[] dots = [.. Of(plot, "dti-plot-dot").Select(dot => Number(dot, "cx"))];
        var lines = Of(plot, "dti-plot-interval").ToList();
        (Number(lines[1], "x1"), Number(lines[1], "x2")).ShouldBe((dots[1], dots[2]));
        (Number(lines[0], "x1"), Number(lines[0], "x2")).ShouldBe((dots[0], dots[0]));
        (dots[3] - dots[2]).ShouldBe(dots[1] - dots[0], 0.02);
    }

    [Fact]
    public async Task A_line_parts_the_tiers_and_nothing_else()
    {
        var plot = await Draw();
        double[] dots = [.. Of(plot, "dti-plot-dot").Select(dot => Number(dot, "cy"))];
        Of(plot, "dti-plot-tier").Select(line => Number(line, "y1")).ToArray().ShouldBe([(dots[0] + dots[1]) / 2, (dots[2] + dots[3]) / 2], 0.02);
    }

    [Fact]
    public async Task It_has_a_title_a_description_and_no_style_of_its_own()
    {
        var plot = await Draw();
        plot.ToString().ShouldContain("Sở A &amp; B");
        plot.Descendants().ShouldContain(element => element.Name.LocalName == "desc" && element.Value.Contains("Sở C, 2–3", StringComparison.Ordinal));
        plot.DescendantsAndSelf().Attributes().ShouldNotContain(attribute => attribute.Name.LocalName == "style");
    }

    private static async Task<XElement> Draw() => XElement.Parse(await HtmlDocuments.RenderAsync<RankSpanPlot>(new Dictionary<string, object?>
    {
        [nameof(RankSpanPlot.Id)] = "p",
        [nameof(RankSpanPlot.Title)] = "Khoảng hạng",
        [nameof(RankSpanPlot.Rows)] = Rows,
    }));

    private static IEnumerable<XElement> Of(XElement plot, string name) => plot.Descendants().Where(element => (string?)element.Attribute("class") == name);

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
