using Dti.Assessment.Editions;
using Dti.Reports.Formatting;

namespace Dti.Reports.Rankings;

/// <summary>The forecast arranged for reading: the units that have one by group, best median rank first, and those without by their reason.</summary>
public sealed class ForecastView
{
    public ForecastView(RankingView view)
    {
        Forecast = view.Edition.Forecast;
        var rows = Forecast.Units.ToDictionary(row => row.Unit, StringComparer.Ordinal);
        Groups = [.. view.Groups.Select(group => new ForecastGroup(group, Pool(group)?.Reason,
            [.. group.All.Where(row => rows.GetValueOrDefault(row.Unit)?.Value is not null)
                .Select(row => new ForecastLine(row, rows[row.Unit]))
                .OrderBy(line => line.Coming.Rank?.Median ?? int.MaxValue).ThenByDescending(line => line.Coming.Value)])).Where(group => group.Lines.Count > 0)];
        Still = [.. Forecast.Units.Where(row => row is { Value: not null, Method: not null }).Select(row => view.UnitName(row.Unit))];
        Without = [.. Forecast.Units.Where(row => row.Value is null).GroupBy(row => row.Reason ?? Forecast.Reason).Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(row => view.UnitName(row.Unit))]))];
    }

    public EditionForecast Forecast { get; }
    public IReadOnlyList<ForecastGroup> Groups { get; }
    public IReadOnlyList<(string Reason, IReadOnlyList<string> Units)> Without { get; }

    /// <summary>Units that keep last year's score although another method was chosen for all.</summary>
    public IReadOnlyList<string> Still { get; }

    /// <summary>What the intervals held in the years they were tried on, where that is far from what they promise; null where it is near or not known, or no interval is shown.</summary>
    public string? Held => Groups.Any(group => group.Lines.Any(line => line.Coming.Low is not null)) ? Warning(Forecast) : null;

    /// <summary>As above, for a place that shows an interval.</summary>
    public static string? Warning(EditionForecast forecast) => forecast.Backtest.FirstOrDefault(row => row.Chosen)?.Coverage80 is < 0.7 and var held
        ? $"Lưu ý: khi thử dự báo lại những năm đã qua, khoảng 80% chỉ chứa kết quả thật trong {VietnameseFormat.Percent(held, 0)} số lần. Nên đọc khoảng này rộng hơn con số ghi ở bảng."
        : null;

    public const string StillIs = "Giữ nguyên điểm năm trước, vì kết quả của chính đơn vị chưa cho thấy phương pháp chung dự báo tốt hơn";

    public const string RanksAre =
        "Hạng dự báo được mô phỏng: mỗi lần lấy sai số của một năm đã qua cộng vào điểm dự báo của mọi đơn vị cùng lúc rồi xếp hạng lại. "
        + "Đơn vị có chuỗi quá ngắn vẫn tham gia mô phỏng bằng điểm năm nay, nhưng không có hạng dự báo. Hạng ghi ở bảng là hạng giữa các lần mô phỏng, nên hai đơn vị có thể cùng hạng và có hạng không ai đứng.";

    public static string Interval(double? low, double? high, int decimals) => low is null || high is null
        ? VietnameseFormat.Nothing
        : $"{VietnameseFormat.Number(low, decimals)}–{VietnameseFormat.Number(high, decimals)}";

    /// <param name="low">Its lower end.</param>
    /// <param name="high">Its upper end.</param>
    /// <param name="most">What can be reached at most: an interval from nothing to all of it says nothing, and none ends above it.</param>
    /// <param name="decimals">Of both ends.</param>
    public static string Interval(double? low, double? high, double? most, int decimals) =>
        SaysNothing(low, high, most) ? RankSpan.NoBasis : Interval(low, Within(high, most), decimals);

    /// <summary>From nothing to all that can be reached.</summary>
    internal static bool SaysNothing(double? low, double? high, double? most) => low <= 0 && high >= most;

    /// <summary>An upper end, at most what the unit can reach: a node's scale may be longer than that.</summary>
    internal static double? Within(double? high, double? most) => high > most ? most : high;

    public static string Ranks(ForecastRank? rank, int among) => rank is null ? VietnameseFormat.Nothing
        : RankSpan.IsFromFirstToLast(rank.Low, rank.High, among) ? RankSpan.NoBasis
        : rank.Low == rank.High ? VietnameseFormat.Plain(rank.Low) : $"{VietnameseFormat.Plain(rank.Low)}–{VietnameseFormat.Plain(rank.High)}";

    private ForecastPool? Pool(GroupView group) => Forecast.Ranks?.Pools.FirstOrDefault(pool => pool.Group == group.Code && pool.Pool == group.Pool);
}

/// <param name="NoRanks">Why the group's ranks are not forecast; null when they are, or when the edition forecasts none.</param>
public sealed record ForecastGroup(GroupView Group, string? NoRanks, IReadOnlyList<ForecastLine> Lines)
{
    public bool HasRanks => Lines.Any(line => line.Coming.Rank is not null);
}

/// <summary>This year's row beside next year's.</summary>
public sealed record ForecastLine(RowView Now, ForecastRow Coming);
