using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dti.Reports.Formatting;
using Dti.Web.Pages.Public;
using Microsoft.Extensions.DependencyInjection;

namespace Dti.Web.Tests.Browser;

/// <summary>The method page of the demo read as somebody with a pocket calculator reads it.</summary>
[Collection(BrowserWorld.Name)]
public sealed class MethodPageTests(BrowserWorld world)
{
    private const string Id = "nghe-an-data-2025.1";

    [Fact]
    public async Task The_worked_indicator_comes_out_as_the_page_says()
    {
        string page = await Get();
        page.ShouldContain("min(1; …) là số nhỏ hơn trong hai số");
        var formula = Regex.Match(page, @"<p class=""formula"">([\d.,]+) × min\(1; ([\d.,]+) ÷ ([\d.,]+)\) = <strong>([\d.,]+)</strong>");
        formula.Success.ShouldBeTrue();
        double points = Number(formula.Groups[1].Value) * Math.Min(1, Number(formula.Groups[2].Value) / Number(formula.Groups[3].Value));
        points.ShouldBe(Number(formula.Groups[4].Value), 0.005);
    }

    [Fact]
    public async Task The_groups_add_up_to_the_total_and_the_total_to_what_is_published()
    {
        string page = await Get();
        string table = Regex.Match(page, @"<caption>Điểm các nhóm của.*?</table>", RegexOptions.Singleline).Value;
        double[][] rows = [.. Regex.Matches(table, @"<td[^>]*>([\d.,]+)</td>\s*<td>([\d.,]+)</td>").Select(row => new[] { Number(row.Groups[1].Value), Number(row.Groups[2].Value) })];
        rows.Length.ShouldBe(7);
        rows[..6].Sum(row => row[0]).ShouldBe(rows[6][0], 0.0004);
        rows[..6].Sum(row => row[1]).ShouldBe(rows[6][1]);
        var scaled = Regex.Match(page, @"([\d.,]+) × ([\d.,]+) ÷ ([\d.,]+) = <strong>([\d.,]+)</strong> điểm\.");
        Number(scaled.Groups[1].Value).ShouldBe(rows[6][0]);
        double total = Math.Round(rows[..6].Sum(row => row[0]) * Number(scaled.Groups[2].Value) / Number(scaled.Groups[3].Value), 2, MidpointRounding.AwayFromZero);
        total.ShouldBe(Number(scaled.Groups[4].Value));
        page.ShouldContain($"công bố là {VietnameseFormat.Number(total, 2)}");
    }

    [Fact]
    public async Task What_is_said_of_the_forecasts_interval_is_what_its_trials_gave()
    {
        string page = await Get();
        var edition = (await world.Services.GetRequiredService<EditionShelf>().FindAsync(Id, default)).ShouldNotBeNull().Edition;
        var chosen = edition.Forecast.Backtest.Single(row => row.Chosen);
        page.ShouldContain($"khi thử trên các năm đã qua thì được {VietnameseFormat.Percent(chosen.Coverage80, 0)} số lần");
        page.Contains("hẹp hơn thực tế", StringComparison.Ordinal).ShouldBe(chosen.Coverage80 < 0.7);
        page.ShouldContain($"lệch trung bình {VietnameseFormat.Number(chosen.Mae, 2)} điểm");
        foreach (var row in edition.Forecast.Backtest)
            page.ShouldContain($"<dt>{ForecastWords.Method(row.Method)}</dt>");
    }

    [Fact]
    public async Task Nothing_on_the_page_needs_a_key_that_is_not_on_it()
    {
        string page = await Get();
        // Names of the set file are not for readers.
        Regex.IsMatch(page, @"[a-z]+_[a-z]+_[a-z]+").ShouldBeFalse();
        page.ShouldContain("rà soát danh mục dữ liệu mở để được trọn điểm (tháng)</th>");
        foreach (string term in (string[])["Siêu dữ liệu", "API (dịch vụ dữ liệu)", "Dữ liệu chủ, dữ liệu dùng chung", "Tỷ lệ đạt", "min(1; …)", "[ … ]"])
            page.ShouldContain($"<dt>{term}</dt>");
        page.ShouldContain("từ 12 tháng trở lên: 0%; từ 6 tháng trở xuống: 100%; ở giữa tính theo tỷ lệ");
    }

    [Fact]
    public async Task A_way_of_forecasting_has_one_name()
    {
        string page = await Get();
        var forecast = (await world.Services.GetRequiredService<EditionShelf>().FindAsync(Id, default)).ShouldNotBeNull().Edition.Forecast;
        foreach (var row in forecast.Backtest)
            forecast.Reason.ShouldContain(ForecastWords.Method(row.Method)[1..]);
        page.ShouldContain(forecast.Reason);
    }

    private static double Number(string shown) => double.Parse(shown.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), CultureInfo.InvariantCulture);

    private async Task<string> Get()
    {
        using var client = new HttpClient { BaseAddress = new Uri(world.Url) };
        return WebUtility.HtmlDecode(await client.GetStringAsync($"/an-ban/{Id}/phuong-phap"));
    }
}
