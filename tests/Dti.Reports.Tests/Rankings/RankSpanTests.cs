using Dti.Assessment.Editions;
using Dti.Reports.Rankings;

namespace Dti.Reports.Tests.Rankings;

public sealed class RankSpanTests
{
    [Theory]
    [InlineData(1, 14, 14, "chưa đủ căn cứ")]
    [InlineData(1.05, 13.9, 14, "chưa đủ căn cứ")]
    [InlineData(1, 13, 14, "1–13")]
    [InlineData(2, 14, 14, "2–14")]
    [InlineData(1, 2, 2, "chưa đủ căn cứ")]
    [InlineData(1, 1, 1, "1")]
    public void An_interval_from_the_first_rank_to_the_last_is_no_basis(double low, double high, int among, string told) =>
        new RankSpan(low, null, high, null, among).Told.ShouldBe(told);

    [Fact]
    public void Forecast_intervals_that_span_everything_are_none_either()
    {
        ForecastView.Interval(0, 250, 250, 2).ShouldBe("chưa đủ căn cứ");
        ForecastView.Interval(0, 249.9, 250, 2).ShouldBe("0,00–249,90");
        ForecastView.Interval(0, 10, null, 2).ShouldBe("0,00–10,00");
        ForecastView.Ranks(new ForecastRank(1, 3, 5, 0.2), 5).ShouldBe("chưa đủ căn cứ");
        ForecastView.Ranks(new ForecastRank(2, 3, 5, 0.2), 5).ShouldBe("2–5");
    }
}
