using System.Xml.Linq;
using Dti.Reports.Charts;
using Dti.Reports.Printing;

namespace Dti.Reports.Tests.Charts;

public sealed class ScoreDotPlotTests
{
    private static async Task<XElement> Plot(params PlotRow[] rows) => XElement.Parse(await HtmlDocuments.RenderAsync<ScoreDotPlot>(new Dictionary<string, object?>
    {
        ["Id"] = "p",
        ["Title"] = "Tổng điểm <khối>",
        ["Rows"] = rows,
        ["Maximum"] = 1000.0,
    }));

    private static XElement[] All(XElement svg, string name) => [.. svg.Descendants().Where(element => element.Name.LocalName == name)];

    [Fact]
    public async Task A_dot_stands_at_its_score()
    {
        var svg = await Plot(new("A", 0), new("B", 500), new("C", 1000));
        double[] x = [.. All(svg, "circle").Select(circle => (double)circle.Attribute("cx")!)];
        x[1].ShouldBe((x[0] + x[2]) / 2, 0.01);
        x[2].ShouldBeGreaterThan(x[0]);
    }

    [Fact]
    public async Task It_is_an_image_with_title_and_description()
    {
        var svg = await Plot(new("Sở Y tế", 700.5), new("Sở Nội vụ", 812.25));
        svg.Attribute("role")!.Value.ShouldBe("img");
        All(svg, "title").Single().Value.ShouldBe("Tổng điểm <khối>");
        All(svg, "desc").Single().Value.ShouldContain("cao nhất Sở Nội vụ: 812,25");
        svg.Attribute("aria-labelledby")!.Value.ShouldBe("p-title p-desc");
    }

    [Fact]
    public async Task No_style_attribute_breaks_a_strict_content_security_policy() =>
        (await Plot(new PlotRow("A", 5, 3, 8))).DescendantsAndSelf().SelectMany(element => element.Attributes("style")).ShouldBeEmpty();

    [Fact]
    public async Task A_long_name_takes_two_lines()
    {
        const string name = "Ban Quản lý Khu kinh tế Đông Nam và các khu công nghiệp tỉnh";
        var lines = All(await Plot(new PlotRow(name, 5)), "text").Select(text => text.Value).ToArray();
        lines.ShouldContain("Ban Quản lý Khu kinh tế Đông Nam và các");
        lines.ShouldContain("khu công nghiệp tỉnh");
    }

    [Fact]
    public async Task An_interval_is_drawn_where_there_is_one()
    {
        All(await Plot(new PlotRow("A", 5)), "line").Count(line => line.Attribute("class")!.Value == "dti-plot-interval").ShouldBe(0);
        All(await Plot(new PlotRow("A", 5, 3, 8)), "line").Count(line => line.Attribute("class")!.Value == "dti-plot-interval").ShouldBe(1);
    }
}
