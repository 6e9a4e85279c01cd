using System.Globalization;
using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;
using Dti.Reports.Formatting;

namespace Dti.Reports.Rankings;

/// <summary>What a forecast comes to and why, without statistics; the edition's own reason has the figures of the test.</summary>
public static class ForecastText
{
    private const string Naive = "naive";

    /// <summary>Null where nothing is forecast.</summary>
    /// <param name="forecast">The edition's.</param>
    /// <param name="year">The edition's year.</param>
    public static string? Lead(EditionForecast forecast, int year)
    {
        if (forecast.Method is not { } method)
            return null;
        string coming = Plain(forecast.Year);
        if (method != Naive)
            return $"Dự báo năm {coming} tính theo cách “{ForecastNames.Vi(method)}”, vì khi thử trên những năm đã biết kết quả, cách này đúng hơn giữ nguyên điểm năm trước.";
        string because = forecast.Backtest.Count < 2 ? "số liệu còn quá ít để thử cách khác"
            : Best(forecast) is { Method: Naive } ? "khi thử trên những năm đã biết kết quả, không cách nào lệch ít hơn"
            : "khi thử trên những năm đã biết kết quả, chưa cách nào chứng tỏ được là đúng hơn";
        return $"Dự báo năm {coming} bằng đúng điểm năm {Plain(year)}, vì {because}.";
    }

    /// <summary>How the methods did; null where none was tried.</summary>
    public static string? Tried(EditionForecast forecast)
    {
        if (forecast.Backtest.FirstOrDefault(row => row.Chosen) is not { } chosen || Best(forecast) is not { } best)
            return null;
        string tried = $"Phép thử: giả vờ chưa biết điểm của {Plain(chosen.Origins)} năm đã qua, dự báo từng năm rồi so với điểm thật, trên {Plain(chosen.Series)} đơn vị có điểm nhiều năm (kể cả đơn vị nay không còn hoạt động). ";
        string own = $"{(chosen.Method == Naive ? "Giữ nguyên điểm năm trước" : "Cách được chọn")} lệch trung bình {Points(chosen.Mae)} điểm mỗi đơn vị";
        if (best.Method == chosen.Method)
            return $"{tried}{own}, ít hơn mọi cách khác đã thử.";
        return $"{tried}{own}; cách lệch ít nhất ({ForecastNames.Vi(best.Method)}) lệch {Points(best.Mae)} điểm. Chênh {Points(Math.Round(chosen.Mae, 2) - Math.Round(best.Mae, 2))} điểm giữa hai cách có thể chỉ do may rủi, nên chưa đủ căn cứ để bỏ cách đơn giản nhất.";
    }

    private static BacktestRow? Best(EditionForecast forecast) => forecast.Backtest.MinBy(row => row.Mae);

    private static string Points(double value) => VietnameseFormat.Number(value, 2);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
