using System.Globalization;

namespace Dti.Assessment.Deadlines;

/// <summary>
/// Who may miss the next deadline. Every past deadline is foretold again from the ones before it; a number is given only where the model's
/// Brier score (the mean squared difference of chance and outcome; Brier, 1950, Monthly Weather Review 78, 1–3) beats that of telling every
/// unit the share of all.
/// </summary>
public sealed record DeadlineForecast
{
    /// <summary>Fewer deadlines foretold again prove nothing.</summary>
    private const int MinimumDeadlines = 2;
    private const int MinimumReports = 30;

    private LatenessModel? Model { get; init; }
    private LatenessModel? Past { get; init; }
    private bool WithProgress { get; init; }
    /// <summary>Brier score of the share of all; NaN where nothing could be foretold again.</summary>
    public required double BaseBrier { get; init; }
    /// <summary>Of the better of the two models: by a unit's past, or by that and its progress.</summary>
    public required double ModelBrier { get; init; }
    public required int Deadlines { get; init; }
    public required int Reports { get; init; }
    /// <summary>Why chances are given or not, in Vietnamese.</summary>
    public required string Reason { get; init; }
    public bool IsUsable => Model is not null;
    /// <summary>The share of all past reports that were late; null without any.</summary>
    public double? BaseRate => Past?.BaseRate;

    /// <summary>How many of a unit's past reports were late, and how many there were.</summary>
    public (int Late, int All) PastOf(string unit) => Past?.Of(unit) ?? default;

    /// <summary>The chance that the unit's report comes late or never; null when the model is no better than the share of all.</summary>
    public double? Chance(string unit, Progress progress) =>
        Model is not { } model ? null : WithProgress ? model.ByPastAndProgress(unit, progress) : model.ByPast(unit);

    public static DeadlineForecast Of(IReadOnlyCollection<PastReport> past)
    {
        var deadlines = past.GroupBy(report => report.Due).OrderBy(group => group.Key).Select(group => group.ToList()).ToList();
        double all = 0, byPast = 0, byProgress = 0;
        int reports = 0, foretold = 0;
        List<PastReport> known = [];
        foreach (var deadline in deadlines)
        {
            if (known.Count > 0)
            {
                var model = new LatenessModel(known);
                foretold++;
                foreach (var report in deadline)
                {
                    double outcome = report.Late ? 1 : 0;
                    all += Math.Pow(model.BaseRate - outcome, 2);
                    byPast += Math.Pow(model.ByPast(report.Unit) - outcome, 2);
                    byProgress += Math.Pow(model.ByPastAndProgress(report.Unit, report.Progress) - outcome, 2);
                    reports++;
                }
            }
            known.AddRange(deadline);
        }
        double best = Math.Min(byPast, byProgress);
        bool enough = foretold >= MinimumDeadlines && reports >= MinimumReports, better = best < all * (1 - 1e-9);
        var forecast = new DeadlineForecast
        {
            BaseBrier = all / reports,
            ModelBrier = best / reports,
            Deadlines = foretold,
            Reports = reports,
            Reason = "",
            Past = known.Count > 0 ? new(known) : null,
            WithProgress = byProgress < byPast,
        };
        return forecast with { Model = enough && better ? forecast.Past : null, Reason = forecast.Explain(enough, better) };
    }

    private string Explain(bool enough, bool better)
    {
        string figures = string.Create(CultureInfo.InvariantCulture, $"thử lại trên {Deadlines} hạn nộp đã qua với {Reports} báo cáo");
        if (!enough)
            return $"Chưa đủ quá khứ để nói khả năng nộp chậm: mới {figures}, cần ít nhất {MinimumDeadlines} hạn và {MinimumReports} báo cáo.";
        string scores = $"điểm Brier {Text(ModelBrier)} so với {Text(BaseBrier)} khi nói cùng một tỷ lệ cho mọi đơn vị (nhỏ hơn là tốt hơn)";
        return better
            ? $"Ước lượng từ các lần nộp trước của đơn vị{(WithProgress ? " và mức đã nhập khi còn chừng này ngày" : "")}, kéo về tỷ lệ chung của mọi đơn vị; {figures}: {scores}."
            : $"Không nêu khả năng nộp chậm: {figures}, mô hình không tốt hơn nói cùng một tỷ lệ cho mọi đơn vị ({scores}).";
    }

    private static string Text(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture).Replace('.', ',');
}
