using System.Net;
using System.Text.RegularExpressions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Formatting;
using Dti.Web.Pages.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Dti.Web.Tests.Browser;

/// <summary>The whole page of the demo's years, read as it is served.</summary>
[Collection(BrowserWorld.Name)]
public sealed class ComparisonPageTests(BrowserWorld world)
{
    private const string Id = "nghe-an-data-2025.1";

    [Fact]
    public async Task Every_units_row_holds_what_the_edition_records()
    {
        string page = await Get($"/an-ban/{Id}/so-sanh");
        var edition = (await world.Services.GetRequiredService<EditionShelf>().FindAsync(Id, default)).ShouldNotBeNull();
        var comparison = edition.Edition.Comparison.ShouldNotBeNull();
        comparison.Units.Count.ShouldBe(edition.Edition.Units.Count);
        foreach (var unit in comparison.Units)
        {
            string[] cells = Cells(page, unit.Unit);
            var now = edition.Edition.Ranking.Single(rank => rank.Unit == unit.Unit);
            cells.ShouldBe(
            [
                Rank(unit.Rank), Number(unit.Score), Rank(unit.BackCastRank), Number(unit.BackCastScore), Rank(now.Rank), Number(now.Score), Change(now.Score, unit),
            ], unit.Unit);
            Row(page, unit.Unit).Contains("tính từ đơn vị tiền thân", StringComparison.Ordinal).ShouldBe(unit.Computed, unit.Unit);
        }
    }

    [Fact]
    public async Task Merged_units_name_their_predecessors_and_links_lead_to_pages()
    {
        string page = await Get($"/an-ban/{Id}/so-sanh");
        page.ShouldMatch(@"<dt>Sở Nội vụ</dt>\s*<dd>Tính từ đơn vị tiền thân \(trung bình cộng\): Sở Nội vụ, Sở Lao động - Thương binh và Xã hội</dd>");
        page.ShouldMatch(@"<dt>Sở Dân tộc và Tôn giáo</dt>\s*<dd>Số liệu của Ban Dân tộc</dd>");
        page.ShouldNotContain("NaN");
        foreach (Match link in Regex.Matches(page, "<a href=\"(/an-ban/[^\"#]*)").DistinctBy(link => link.Value).Take(5))
            (await Get(link.Groups[1].Value)).ShouldContain("<h1>");
    }

    [Fact]
    public async Task The_first_edition_says_that_there_is_nothing_before_it() =>
        (await Get("/an-ban/nghe-an-data-2023.1/so-sanh")).ShouldContain("Ấn bản này không có ấn bản của năm 2022");

    [Fact]
    public async Task A_year_further_back_is_scored_again_too_and_stands_in_one_table_with_the_others()
    {
        string page = await Get($"/an-ban/{Id}/so-sanh");
        var edition = (await world.Services.GetRequiredService<EditionShelf>().FindAsync(Id, default)).ShouldNotBeNull().Edition;
        var earlier = edition.EarlierYears.ShouldNotBeNull().ShouldHaveSingleItem();
        string years = page[page.IndexOf("id=\"cac-nam\"", StringComparison.Ordinal)..page.IndexOf("id=\"nam-2023\"", StringComparison.Ordinal)];
        foreach (var unit in edition.Comparison!.Units)
        {
            string[] cells = Cells(years, unit.Unit);
            var (past, now) = (earlier.Units.Single(row => row.Unit == unit.Unit), edition.Ranking.Single(rank => rank.Unit == unit.Unit));
            cells.ShouldBe([Rank(past.BackCastRank), Mean(past), Rank(unit.BackCastRank), Mean(unit), Rank(now.Rank), Number(now.Score)], unit.Unit);
        }
        string old = page[page.IndexOf("id=\"hai-phuong-phap-2023\"", StringComparison.Ordinal)..];
        foreach (var unit in earlier.BackCast)
            old.ShouldContain($"<th scope=\"row\" class=\"name\">{unit.NameVi}{(edition.Units.FirstOrDefault(now => now.Code == unit.Unit)?.Lineage is { } later ? FormattableString.Invariant($" (trước {later.Since:dd'/'MM'/'yyyy})") : "")}</th>");
        old.ShouldContain(">Sở Nội vụ (trước 01/03/2025)</th>");
        Regex.Matches(page, " id=\"([^\"]+)\"").Select(id => id.Groups[1].Value).ShouldBeUnique();

        static string Mean(ComparedUnit unit) => Number(unit.BackCastScore) + (unit is { Computed: true, BackCastScore: not null } ? " *" : "");
    }

    private static string Row(string page, string unit) =>
        Regex.Match(page, $"""<tr>\s*<th scope="row" class="name">\s*<a href="/an-ban/{Id}/don-vi/{unit}">.*?</tr>""", RegexOptions.Singleline).Value;

    private static string[] Cells(string page, string unit) => [.. Regex.Matches(Row(page, unit), "<td[^>]*>([^<]*)</td>").Select(cell => cell.Groups[1].Value)];

    private static string Change(double? now, ComparedUnit unit) =>
        now is { } score && unit.BackCastScore is { } before ? Signed(score - before) : VietnameseFormat.Nothing;

    private static string Signed(double change) => Math.Round(change, 2) > 0 ? "+" + Number(change) : Number(change);

    private static string Rank(double? rank) => rank is { } known ? VietnameseFormat.Plain(known) : VietnameseFormat.Nothing;

    private static string Number(double? value) => VietnameseFormat.Number(value, 2);

    private async Task<string> Get(string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(world.Url) };
        return WebUtility.HtmlDecode(await client.GetStringAsync(path));
    }
}
