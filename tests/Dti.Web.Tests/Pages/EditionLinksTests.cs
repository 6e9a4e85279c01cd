using Dti.Assessment.Editions;
using Dti.Web.Pages.Public;

namespace Dti.Web.Tests.Pages;

public sealed class EditionLinksTests
{
    [Fact]
    public async Task A_part_that_an_edition_has_not_is_not_offered()
    {
        var edition = OneIndicator.Edition(("u", 5));
        string bare = await Links(edition with { Uncertainty = null, Targets = [] });
        foreach (string part in (string[])["so-sanh", "du-bao", "muc-tieu", "do-vung"])
            bare.ShouldNotContain($"/{part}\"");
        bare.ShouldContain("/phuong-phap\"");
        bare.ShouldContain("/thong-ke\"");
    }

    [Fact]
    public async Task A_forecast_of_nobody_is_none()
    {
        var edition = OneIndicator.Edition(("u", 5));
        EditionForecast Of(ForecastRow row) => edition.Forecast with { Units = [row] };
        (await Links(edition with { Forecast = Of(new("u", null, null, null, "Chuỗi quá ngắn")) })).ShouldNotContain("/du-bao\"");
        (await Links(edition with { Forecast = Of(new("u", 6, 5, 7, null)) })).ShouldContain("/du-bao\"");
    }

    [Fact]
    public async Task Draws_are_offered_where_there_are_any()
    {
        var edition = OneIndicator.Edition(("u", 5)) with { Uncertainty = new(10, 1) };
        (await Links(edition)).ShouldContain("/do-vung\"");
    }

    private static Task<string> Links(Edition edition) =>
        OneIndicator.Html<EditionLinks>(new() { [nameof(EditionLinks.Edition)] = edition });
}
