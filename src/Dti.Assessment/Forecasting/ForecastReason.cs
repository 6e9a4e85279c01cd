using System.Globalization;

namespace Dti.Assessment.Forecasting;

/// <summary>Why a method was chosen, in Vietnamese.</summary>
internal static class ForecastReason
{
    internal const string NoInterval = "Chưa đủ sai số của các kỳ trước để lập khoảng 80 %.";

    /// <summary>"Vì vậy" in one sentence; a reason that has its own consequence already takes a semicolon.</summary>
    internal static string Because(string reason, string then) =>
        $"{reason.TrimEnd('.')}{(reason.Contains(" nên ", StringComparison.Ordinal) ? ";" : " nên")} {then}";

    internal static string Of(Backtest backtest, BacktestVerdict verdict)
    {
        var (chosen, naive) = (verdict.Chosen, verdict.Naive);
        string basis = $"sai số tuyệt đối trung bình {Points(verdict.Mae(chosen))} điểm, kiểm định lùi ở {backtest.Origins.Count.ToString(CultureInfo.InvariantCulture)} năm gốc";
        if (backtest.Methods.Count == 1)
            return $"{ForecastNames.Alone(naive.Name)} được dùng: dữ liệu quá ít để kiểm định các cách khác; {basis}.";
        string others = string.Join("; ", backtest.Methods.Where(m => m != chosen).Select(m => $"{ForecastNames.Vi(m.Name)} {Points(verdict.Mae(m))}"));
        if (chosen != naive)
            return $"{ForecastNames.Alone(chosen.Name)} tốt nhất: {basis} ({others}); tốt hơn giữ nguyên một cách có ý nghĩa thống kê ({Test(verdict, chosen)}).";
        return backtest.Methods.Skip(1).Where(m => verdict.Mae(m) < verdict.Mae(naive)).MinBy(verdict.Mae) is { } lower
            ? $"{ForecastNames.Alone(naive.Name)} được dùng: {basis}. {ForecastNames.Alone(lower.Name)} có sai số thấp hơn ({Points(verdict.Mae(lower))}) nhưng chưa chứng tỏ được là tốt hơn: mức chênh có thể do ngẫu nhiên ({Test(verdict, lower)}). Các cách đã thử: {others}."
            : $"{ForecastNames.Alone(naive.Name)} tốt nhất: {basis}; không cách nào tốt hơn ({others}).";
    }

    /// <summary>The level is shared among the methods that compete.</summary>
    private static string Test(BacktestVerdict verdict, IForecastMethod method) => 1 - verdict.WorseThanNaive(method) is { } chance
        ? $"Diebold-Mariano, p {P(chance)}, ngưỡng {Comma(verdict.Level.ToString("0.000", CultureInfo.InvariantCulture))}"
        : "quá ít năm gốc để kiểm định";

    private static string P(double value) => value < 0.001 ? "< 0,001" : "= " + Comma(value.ToString("0.000", CultureInfo.InvariantCulture));

    private static string Points(double value) => Comma(value.ToString("0.00", CultureInfo.InvariantCulture));

    // Written by hand rather than by the vi-VN culture, which differs between versions of the system's locale data.
    private static string Comma(string number) => number.Replace('.', ',');
}
