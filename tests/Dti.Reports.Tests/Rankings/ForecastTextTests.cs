using Dti.Assessment.Editions;
using Dti.Reports.Rankings;

namespace Dti.Reports.Tests.Rankings;

public sealed class ForecastTextTests
{
    private static readonly EditionForecast Naive = new()
    {
        Year = 2026, Method = "naive", Reason = "",
        Backtest = [new("naive", 28, 3, 60.9, 2.3, 0.67, true), new("holt", 28, 3, 56.37, 2.2, 0.6, false)],
    };

    [Fact]
    public void It_opens_with_what_it_comes_to_and_why()
    {
        ForecastText.Lead(Naive, 2025).ShouldBe("Dự báo năm 2026 bằng đúng điểm năm 2025, vì khi thử trên những năm đã biết kết quả, chưa cách nào chứng tỏ được là đúng hơn.");
        ForecastText.Lead(Naive with { Backtest = [Naive.Backtest[0]] }, 2025)!.ShouldEndWith("vì số liệu còn quá ít để thử cách khác.");
        ForecastText.Lead(Naive with { Method = "linear" }, 2025)!.ShouldStartWith("Dự báo năm 2026 tính theo cách “hồi quy tuyến tính chung cho mọi đơn vị”");
        ForecastText.Lead(Naive with { Method = null }, 2025).ShouldBeNull();
    }

    [Fact]
    public void The_test_is_told_with_its_figures()
    {
        string tried = ForecastText.Tried(Naive).ShouldNotBeNull();
        tried.ShouldContain("3 năm đã qua");
        tried.ShouldContain("28 đơn vị");
        tried.ShouldContain("lệch trung bình 60,90 điểm mỗi đơn vị; cách lệch ít nhất (san bằng mũ có xu thế tắt dần (Holt)) lệch 56,37 điểm. Chênh 4,53 điểm");
        ForecastText.Tried(Naive with { Backtest = [Naive.Backtest[0], Naive.Backtest[1] with { Mae = 70 }] })!.ShouldEndWith("60,90 điểm mỗi đơn vị, ít hơn mọi cách khác đã thử.");
        ForecastText.Tried(Naive with { Backtest = [] }).ShouldBeNull();
    }
}
