using System.Xml.Linq;
using Dti.Reports.Charts;
using Dti.Reports.Printing;

namespace Dti.Reports.Tests.Charts;

public sealed class YearLineTests
{
    private static readonly YearPoint[] Points = [new(2022, 500), new(2023, 520), new(2024, 540), new(2024, 480, Computed: true), new(2025, 600)];

    [Fact]
    public void Years_are_joined_where_nothing_breaks() =>
        Joined(Points[..3]).ShouldBe([(2022, 2023), (2023, 2024)]);

    [Fact]
    public void A_break_leaves_a_gap_and_a_computed_figure_leads_to_the_year_it_was_computed_for() =>
        Joined(Points, 2025).ShouldBe([(2022, 2023), (2023, 2024), (2024, 2025)]);

    [Fact]
    public void Computed_figures_lead_one_to_the_next_and_none_through_one_that_stands_alone()
    {
        YearPoint[] two = [new(2023, 450, Computed: true), .. Points[3..]];
        Joined(two).ShouldBe([(2023, 2024), (2024, 2025)]);
        Joined([two[0], two[1] with { Alone = true }, two[2]]).ShouldBeEmpty();
        Joined([two[0] with { Alone = true }, two[1], two[2]]).ShouldBe([(2024, 2025)]);
    }

    [Fact]
    public void A_published_figure_that_stands_alone_is_joined_to_neither_side() =>
        Joined([Points[0], Points[1] with { Alone = true }, Points[2], Points[4]]).ShouldBe([(2024, 2025)]);

    [Fact]
    public void A_break_in_a_year_without_a_figure_still_breaks() =>
        Joined([new(2020, 1), new(2023, 2)], 2021).ShouldBeEmpty();

    [Fact]
    public void The_figure_after_a_break_is_not_joined_by_a_full_line()
    {
        YearSegments.Joined(Points, [2025]).Where(pair => pair.To.Year == 2025).ShouldAllBe(pair => pair.From.Computed);
        YearSegments.Joined(Points, []).Count(pair => pair.To.Year == 2025).ShouldBe(2);
    }

    [Fact]
    public async Task The_plot_draws_breaks_and_hollow_dots_and_speaks_its_figures()
    {
        var svg = XElement.Parse(await HtmlDocuments.RenderAsync<YearLine>(new Dictionary<string, object?>
        {
            ["Id"] = "y", ["Title"] = "Tổng điểm", ["Points"] = Points, ["Maximum"] = 1000.0, ["Breaks"] = new[] { 2025 },
        }));
        Count("dti-year-break").ShouldBe(1);
        Count("dti-year-computed").ShouldBe(1);
        Count("dti-year-dot").ShouldBe(4);
        Count("dti-year-joined").ShouldBe(3);
        svg.Descendants().Single(element => element.Name.LocalName == "desc").Value.ShouldContain("2024: 480,00 (tính từ đơn vị tiền thân)");
        svg.DescendantsAndSelf().SelectMany(element => element.Attributes("style")).ShouldBeEmpty();

        int Count(string name) => svg.Descendants().Count(element => (string?)element.Attribute("class") == name);
    }

    [Fact]
    public async Task Slopes_name_every_unit_on_both_sides_and_draw_who_moved()
    {
        var svg = XElement.Parse(await HtmlDocuments.RenderAsync<RankSlopes>(new Dictionary<string, object?>
        {
            ["Id"] = "s", ["Title"] = "Hạng", ["LeftHead"] = "Cũ", ["RightHead"] = "Mới",
            ["Rows"] = new SlopeRow[] { new("A", 1, 2), new("B", 2, 1), new("C", 3, 3), new("C", 3, 3) },
        }));
        svg.Descendants().Count(element => (string?)element.Attribute("class") == "dti-slope-moved").ShouldBe(2);
        svg.Descendants().Count(element => element.Name.LocalName == "text").ShouldBe(2 + 2 * 2 * 4);
        svg.Descendants().Single(element => element.Name.LocalName == "desc").Value.ShouldBe("4 đơn vị; 1 lên hạng, 1 xuống hạng, 2 giữ nguyên.");
    }

    private static IEnumerable<(int, int)> Joined(YearPoint[] points, params int[] breaks) =>
        YearSegments.Joined(points, breaks).Select(pair => (pair.From.Year, pair.To.Year));
}
