using System.Globalization;
using System.Xml.Linq;
using Dti.Reports.Charts;
using Dti.Reports.Printing;
using Microsoft.AspNetCore.Components;

namespace Dti.Reports.Tests.Charts;

public sealed class PlotStackTests
{
    private static readonly StackRow[] Rows =
    [
        new("Sở A & B", "1", 1, Low: 1, High: 1, Tier: "A"), new("Sở C", "2–3", 2, Low: 2, High: 3, Tier: "B"),
        new("Ủy ban nhân dân một xã có tên rất dài", "2–3", 3, Low: 2, High: 3, Tier: "B"),
    ];

    [Fact]
    public async Task A_name_stands_above_its_line_and_both_within_the_picture()
    {
        var plot = await Draw(Rows);
        double width = double.Parse(((string)plot.Attribute("viewBox")!).Split(' ')[2], CultureInfo.InvariantCulture);
        foreach (var row in Rows[..2])
        {
            var name = plot.Descendants().Single(element => element.Name.LocalName == "text" && element.Value == row.Label);
            var line = Of(plot, "dti-plot-interval").ElementAt((int)row.Dot - 1);
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
    public async Task A_long_name_takes_two_lines_and_moves_what_is_below_it()
    {
        var plot = await Draw([Rows[2], Rows[1]]);
        Words(plot).ShouldContain("Ủy ban nhân dân một xã có tên");
        Words(plot).ShouldContain("rất dài");
        double[] dots = [.. Of(plot, "dti-plot-dot").Select(dot => Number(dot, "cy"))];
        Number(plot.Descendants().Single(element => element.Name.LocalName == "text" && element.Value == "rất dài"), "y").ShouldBeLessThan(dots[0]);
        Number(plot.Descendants().Single(element => element.Name.LocalName == "text" && element.Value == "Sở C"), "y").ShouldBeGreaterThan(dots[0]);
    }

    [Fact]
    public async Task A_name_too_long_for_two_lines_is_cut_and_told_by_its_title()
    {
        string name = string.Join(' ', Enumerable.Repeat("tên rất dài", 7));
        var plot = await Draw([Rows[0] with { Label = name }]);
        Words(plot).ShouldContain(line => line.EndsWith('…'));
        plot.Descendants().ShouldContain(element => element.Name.LocalName == "title" && element.Value == name);
    }

    [Fact]
    public async Task A_ring_is_joined_to_its_dot_and_both_are_explained()
    {
        var plot = await Draw([new("Sở A", "3 → 1", 1, Ring: 3)], ringIs: "cũ", dotIs: "mới");
        var line = Of(plot, "dti-plot-guide").ShouldHaveSingleItem();
        (Number(line, "x1"), Number(line, "x2")).ShouldBe((Number(Of(plot, "dti-plot-ring").Single(), "cx"), Number(Of(plot, "dti-plot-dot").Last(), "cx")));
        Words(plot).ShouldBe(["cũ", "mới", "Sở A", "3 → 1"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_wide_plot_has_a_narrow_form_for_who_asks()
    {
        await Both<RankSpanPlot>(("Rows", new SpanRow[] { new("Sở A", 1, 1, 2, "1–2", "A") }));
        await Both<ScoreDotPlot>(("Rows", new PlotRow[] { new("Sở A", 5) }), ("Maximum", 10.0));
        await Both<WeightPlot>(("Rows", new WeightRow[] { new("1. Dữ liệu mở", 0.2, 0.3) }));
        await Both<RankSlopes>(("Rows", new SlopeRow[] { new("Sở A", 1, 2) }), ("LeftHead", "Cũ"), ("RightHead", "Mới"));
        await Both<YearLine>(("Points", new YearPoint[] { new(2024, 5), new(2025, 6) }), ("Maximum", 10.0));
    }

    private static async Task Both<TPlot>(params (string Name, object? Value)[] given) where TPlot : IComponent
    {
        foreach (bool phone in (bool[])[false, true])
        {
            string html = await HtmlDocuments.RenderAsync<TPlot>(given.Append(("Id", "p")).Append(("Title", "Hình")).Append(("Phone", phone)).ToDictionary(pair => pair.Item1, pair => pair.Item2));
            html.Split("<svg ").Length.ShouldBe(phone ? 3 : 2, typeof(TPlot).Name);
            html.Split("<svg class=\"dti-phone\"").Length.ShouldBe(phone ? 2 : 1, typeof(TPlot).Name);
        }
    }

    private static async Task<XElement> Draw(IReadOnlyList<StackRow> rows, string? ringIs = null, string dotIs = "") => XElement.Parse(await HtmlDocuments.RenderAsync<PlotStack>(new Dictionary<string, object?>
    {
        [nameof(PlotStack.Id)] = "p",
        [nameof(PlotStack.Title)] = "Khoảng hạng",
        [nameof(PlotStack.Description)] = "3 đơn vị",
        [nameof(PlotStack.Rows)] = rows,
        [nameof(PlotStack.Ticks)] = Array.Empty<double>(),
        [nameof(PlotStack.Least)] = 1.0,
        [nameof(PlotStack.Most)] = 3.0,
        [nameof(PlotStack.RingIs)] = ringIs,
        [nameof(PlotStack.DotIs)] = dotIs,
    }));

    private static IEnumerable<string> Words(XElement plot) => plot.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value);

    private static IEnumerable<XElement> Of(XElement plot, string name) => plot.Descendants().Where(element => (string?)element.Attribute("class") == name);

    private static double Number(XElement element, string name) => double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
}
