using System.Globalization;

namespace Dti.Assessment.Forecasting;

/// <summary>Why a method was chosen, in Vietnamese.</summary>
internal static class ForecastReason
{
    internal const string NoInterval = "Chưa đủ sai số của các kỳ trước để lập khoảng 80 %.";

    internal static string Of(Backtest backtest, BacktestVerdict verdict)
    {
        var (chosen, naive) = (verdict.Chosen, verdict.Naive);
        string basis = $"sai số tuyệt đối trung bình {Points(verdict.Mae(chosen))} điểm, kiểm định lùi ở {backtest.Origins.Count.ToString(CultureInfo.InvariantCulture)} năm gốc";
        if (backtest.Methods.Count == 1)
            return $"Dự báo giữ nguyên (naive) được dùng: dữ liệu quá ít để kiểm định các cách khác; {basis}.";
        string others = string.Join("; ", backtest.Methods.Where(m => m != chosen).Select(m => $"{m.NameVi} {Points(verdict.Mae(m))}"));
        return chosen == naive
            ? $"Dự báo giữ nguyên (naive) tốt nhất: {basis}; không cách nào tốt hơn ({others})."
            : $"{char.ToUpperInvariant(chosen.NameVi[0])}{chosen.NameVi[1..]} tốt nhất: {basis} ({others}); {Significance(verdict)}.";
    }

    private static string Significance(BacktestVerdict verdict) => (1 - verdict.WorseThanNaive(verdict.Chosen)) switch
    {
        null => "quá ít năm gốc để kiểm định mức chênh so với giữ nguyên",
        { } better when better < DieboldMariano.Level => $"tốt hơn giữ nguyên một cách có ý nghĩa thống kê (Diebold-Mariano, p {P(better)})",
        { } better => $"mức tốt hơn so với giữ nguyên chưa có ý nghĩa thống kê (Diebold-Mariano, p {P(better)})",
    };

    private static string P(double value) => value < 0.001 ? "< 0,001" : "= " + Comma(value.ToString("0.000", CultureInfo.InvariantCulture));

    private static string Points(double value) => Comma(value.ToString("0.00", CultureInfo.InvariantCulture));

    // Written by hand rather than by the vi-VN culture, which differs between versions of the system's locale data.
    private static string Comma(string number) => number.Replace('.', ',');
}
