using Dti.Reports.Assets;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;

namespace Dti.Reports.Tests.Rankings;

public sealed class RankingDocumentTests
{
    /// <summary>The document with its character references read: Vietnamese letters are written so.</summary>
    private static async Task<string> Words(ReportedEdition published) =>
        System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(published, PrintedSample.Assets));

    [Fact]
    public async Task Text_of_an_edition_cannot_become_markup_or_style()
    {
        const string hostile = "</style><script>alert(1)</script>\"; } body { display: none";
        var published = SampleEdition.Publish(notice: hostile, rename: unit => unit with { NameVi = hostile });
        string html = await RankingReport.HtmlAsync(published, PrintedSample.Assets);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("\"; }  body");
        html.Split("</style>").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_notice_no_page_carries_one()
    {
        string html = await Words(SampleEdition.Publish(notice: null));
        html.ShouldNotContain("class=\"notice\"");
        html.ShouldNotContain("Số liệu minh hoạ");
    }

    [Fact]
    public async Task The_reason_stands_where_nothing_is_forecast()
    {
        var published = SampleEdition.Publish();
        var none = published with { Edition = published.Edition with { Forecast = new() { Year = 2026, Reason = "Mới có hai năm số liệu." } } };
        string html = await Words(none);
        html.ShouldContain("Không dự báo cho năm 2026.");
        html.ShouldContain("Mới có hai năm số liệu.");
        html.ShouldNotContain("kiểm định lùi) các cách");
    }

    [Fact]
    public async Task Units_that_keep_their_score_although_another_method_was_chosen_are_named()
    {
        var published = SampleEdition.Publish();
        var forecast = published.Edition.Forecast;
        string first = forecast.Units.First(row => row.Value is not null).Unit, name = published.Edition.Units.Single(unit => unit.Code == first).NameVi;
        var still = published with { Edition = published.Edition with { Forecast = forecast with { Units = [.. forecast.Units.Select(row => row.Unit == first ? row with { Method = "naive" } : row)] } } };

        (await Words(still)).ShouldContain($"{ForecastView.StillIs}: {name}.");
        (await Words(published)).ShouldNotContain(ForecastView.StillIs);
    }

    [Fact]
    public async Task Ranks_to_come_are_shown_with_their_interval_and_chance_where_the_edition_has_them()
    {
        string html = await Words(SampleEdition.Publish().WithRanksToCome());
        html.ShouldContain(">Khoảng hạng 80%</th>");
        html.ShouldContain(">1–5</td>");
        html.ShouldContain(">12,5%</td>");
        html.ShouldContain("Hạng dự báo được mô phỏng");
        (await Words(SampleEdition.Publish())).ShouldNotContain("Khoảng hạng 80%");
    }

    [Fact]
    public async Task Rank_intervals_tiers_and_their_method_are_shown_where_the_edition_has_them()
    {
        string html = await Words(SampleEdition.Publish().WithIntervals());
        html.ShouldContain(">Khoảng hạng</th>");
        html.ShouldContain(">1–3 A</td>");
        html.ShouldContain("tính lại 2.000 lần");
        html.ShouldContain("±25%");
        html.ShouldContain("7,5 đến 12,5 điểm");
        html.ShouldContain("ít nhất 90% số lần");
        // The legend stands under each table, not only in the method.
        int groups = SampleEdition.Publish().Edition.Ranking.Select(row => row.Group).Distinct().Count();
        System.Text.RegularExpressions.Regex.Count(html, "</table>\\s*<p class=\"legend\">Khoảng hạng: hạng tốt nhất và kém nhất").ShouldBe(groups);
    }

    [Fact]
    public async Task Without_rank_intervals_nothing_is_said_of_them() =>
        (await Words(SampleEdition.Publish())).ShouldNotContain("Khoảng hạng");

    [Fact]
    public async Task Totals_on_the_full_scale_are_said_to_be_more_than_their_families_together()
    {
        var published = ComputedEdition.Publish();
        (await Words(published)).ShouldNotContain("được quy về thang đầy đủ nên");
        var first = published.Edition.Ranking.First(row => row.Rank is not null);
        var raised = published with { Edition = published.Edition with { Ranking = [.. published.Edition.Ranking.Select(row => row == first ? row with { Score = row.Score + 5 } : row)] } };
        (await Words(raised)).ShouldContain("được quy về thang đầy đủ nên");
    }

    [Theory]
    [InlineData(2025, "142/QĐ-TTg")]
    [InlineData(2026, "1308/QĐ-TTg")]
    public async Task The_legal_basis_is_the_one_in_force_for_the_year(int year, string decision)
    {
        var published = SampleEdition.Publish();
        string html = await Words(published with { Edition = published.Edition with { Year = year } });
        html[html.IndexOf("<h1>", StringComparison.Ordinal)..html.IndexOf("<h2>", StringComparison.Ordinal)].ShouldContain(decision);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var fault = Should.Throw<ReportException>(() => new ReportAssets("/nowhere/reports").Texts());
        fault.Code.ShouldBe("report-assets");
        fault.Message.ShouldContain("/nowhere/reports");
    }

    [Fact]
    public void An_unknown_key_in_the_texts_is_a_fault_that_names_it()
    {
        var fault = Should.Throw<ReportException>(() => ReportTexts.Parse("""{ "subjekt": "x" }""", "ranking.vi.json"));
        fault.Code.ShouldBe("report-texts");
        fault.Message.ShouldContain("ranking.vi.json");
    }
}
