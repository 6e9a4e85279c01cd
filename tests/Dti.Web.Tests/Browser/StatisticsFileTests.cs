using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dti.Reports.Formatting;
using Dti.Web.Pages.Public;

namespace Dti.Web.Tests.Browser;

/// <summary>statistics.csv of the demo beside the page that links to it, both as they are served.</summary>
[Collection(BrowserWorld.Name)]
public sealed class StatisticsFileTests(BrowserWorld world)
{
    private const string Id = "nghe-an-data-2025.1";

    [Fact]
    public async Task The_file_holds_the_means_of_the_page_for_every_group_and_indicator()
    {
        using var client = new HttpClient { BaseAddress = new Uri(world.Url) };
        string page = WebUtility.HtmlDecode(await client.GetStringAsync($"/an-ban/{Id}/thong-ke"));
        string[][] means = [.. (await client.GetStringAsync($"/api/v1/editions/{Id}/statistics.csv")).Split('\n').Select(line => line.Split(',')).Where(row => row is [_, _, _, "mean", ..] && row[4].Length > 0)];
        means.Select(row => row[0]).Distinct().Count().ShouldBe(2);
        means.Length.ShouldBeGreaterThan(70);
        foreach (var group in means.GroupBy(row => row[0]))
        {
            int start = page.IndexOf($"<h2 id=\"{Anchors.Of("khoi", group.Key)}\"", StringComparison.Ordinal);
            string part = page[start..];
            foreach (string[] row in group)
            {
                string mean = VietnameseFormat.Number(double.Parse(row[4], CultureInfo.InvariantCulture), 2);
                part.ShouldMatch($@"#{Regex.Escape(Anchors.Node(row[1]))}"">{Regex.Escape(row[1])}</a>[^<]*</th>\s*<td>[^<]*</td>\s*<td>{row[5]}</td>\s*<td>{Regex.Escape(mean)}</td>");
            }
        }
    }

    [Fact]
    public async Task Of_an_edition_that_is_not_there_is_no_file()
    {
        using var client = new HttpClient { BaseAddress = new Uri(world.Url) };
        (await client.GetAsync("/api/v1/editions/khong-co.1/statistics.csv")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
