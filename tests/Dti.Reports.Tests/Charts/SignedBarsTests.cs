using System.Xml.Linq;
using Dti.Reports.Charts;
using Dti.Reports.Printing;

namespace Dti.Reports.Tests.Charts;

public sealed class SignedBarsTests
{
    private static async Task<XElement> Plot(params SignedBar[] bars) => XElement.Parse(await HtmlDocuments.RenderAsync<SignedBars>(new Dictionary<string, object?>
    {
        ["Id"] = "b",
        ["Title"] = "Thay đổi <hạng>",
        ["Bars"] = bars,
    }));

    private static XElement[] All(XElement svg, string name) => [.. svg.Descendants().Where(element => element.Name.LocalName == name)];

    private static double At(XElement element, string name) => (double)element.Attribute(name)!;

    [Fact]
    public async Task Bars_start_at_the_zero_line_and_are_as_long_as_their_values()
    {
        var svg = await Plot(new("A", 2, "lên 2"), new("B", -1, "xuống 1"), new("C", 0, "giữ nguyên"));
        double zero = All(svg, "line").Select(line => At(line, "x1")).Distinct().Single();
        var bars = All(svg, "rect");
        At(bars[0], "x").ShouldBe(zero, 0.01);
        (At(bars[1], "x") + At(bars[1], "width")).ShouldBe(zero, 0.02);
        At(bars[0], "width").ShouldBe(2 * At(bars[1], "width"), 0.03);
        At(bars[2], "width").ShouldBe(0);
        bars.Select(bar => bar.Attribute("class")!.Value).ShouldBe(["dti-bar-plus", "dti-bar-minus", "dti-bar-plus"]);
    }

    [Fact]
    public async Task It_is_an_image_that_reads_its_values_aloud()
    {
        var svg = await Plot(new("Số liệu", 0, "giữ nguyên"), new("Phương pháp", 0, "giữ nguyên"));
        svg.Attribute("role")!.Value.ShouldBe("img");
        All(svg, "title").Single().Value.ShouldBe("Thay đổi <hạng>");
        All(svg, "desc").Single().Value.ShouldBe("Số liệu: giữ nguyên; Phương pháp: giữ nguyên.");
        svg.DescendantsAndSelf().SelectMany(element => element.Attributes("style")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_stay_inside_the_picture()
    {
        var svg = await Plot(new("A", 3, "lên 3,25"), new("B", -9, "xuống 9,75"));
        foreach (var text in All(svg, "text").Where(text => text.Attribute("text-anchor")!.Value == "start"))
            (At(text, "x") + text.Value.Length * 8.5).ShouldBeLessThan(380);
        foreach (var text in All(svg, "text").Where(text => text.Attribute("text-anchor")!.Value == "end"))
            (At(text, "x") - text.Value.Length * 8.5).ShouldBeGreaterThan(0);
    }
}
