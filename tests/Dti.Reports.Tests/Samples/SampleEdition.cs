using Dti.Assessment.Editions;
using Dti.Reports.Methods;
using Dti.Reports.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Reports.Tests.Samples;

/// <summary>14 departments (one not ranked, one without figures, two equal) and 20 districts with scores made by a fixed recurrence.</summary>
internal static class SampleEdition
{
    public const string Sha256 = "6f1d0c1f8c0f4b7d9f3f6f0ad3c1f7a3b2f8b8a90c4a5a7a1f3c7d2e9b0c4d51";
    public const string NotRanked = "so-13";
    public const string WithoutFigures = "so-14";

    private static readonly string[] _departments =
    [
        "Sở Nội vụ", "Sở Tư pháp", "Sở Tài chính", "Sở Công Thương", "Sở Nông nghiệp và Môi trường", "Sở Xây dựng", "Sở Khoa học và Công nghệ",
        "Sở Văn hóa, Thể thao và Du lịch", "Sở Giáo dục và Đào tạo", "Sở Y tế", "Sở Dân tộc và Tôn giáo", "Văn phòng Ủy ban nhân dân tỉnh",
        "Ban Quản lý Khu kinh tế Đông Nam và các khu công nghiệp tỉnh", "Thanh tra tỉnh",
    ];

    private static readonly string[] _districts =
    [
        "thành phố Vinh", "thị xã Hoàng Mai", "thị xã Thái Hòa", "huyện Diễn Châu", "huyện Yên Thành", "huyện Quỳnh Lưu", "huyện Nghi Lộc",
        "huyện Hưng Nguyên", "huyện Nam Đàn", "huyện Thanh Chương", "huyện Đô Lương", "huyện Anh Sơn", "huyện Con Cuông", "huyện Tương Dương",
        "huyện Kỳ Sơn", "huyện Tân Kỳ", "huyện Nghĩa Đàn", "huyện Quỳ Hợp", "huyện Quỳ Châu", "huyện Quế Phong",
    ];

    public static ReportedEdition Publish(IndicatorSet? set = null, string? notice = "Số liệu minh hoạ", Func<EditionUnit, EditionUnit>? rename = null)
    {
        set ??= SampleSet.Make();
        EditionUnit[] units = [.. Units().Select(unit => rename?.Invoke(unit) ?? unit)];
        EditionScore[] scores = [.. units.SelectMany((unit, index) => SampleScores.Of(set, unit, Seed(index)))];
        return new(new Edition
        {
            Id = "mau-2025.1",
            Year = 2025,
            Number = 1,
            PublishedAt = new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(7)),
            PublishedBy = "soict",
            Publisher = new("Ủy ban nhân dân tỉnh Nghệ An", "Sở Khoa học và Công nghệ", "Nghệ An", "Giám đốc", "Nguyễn Văn Mẫu"),
            SoftwareVersion = "0.1.0",
            Notice = notice,
            Set = new(set.Code, set.Year, set.Title.Vi, set.Title.En, null, new string('a', 64), ""),
            Units = units,
            Inputs = [],
            Scores = scores,
            Ranking = [.. SampleRanking.Of(set, units, scores)],
            Forecast = Forecast(units),
        }, set, Sha256);
    }

    /// <summary>The same with made-up intervals and tiers of three places each; not all ends are whole.</summary>
    public static ReportedEdition WithIntervals(this ReportedEdition published) => published with
    {
        Edition = published.Edition with
        {
            Uncertainty = new(2_000, 142),
            Ranking = [.. published.Edition.Ranking.Select(row => row.Rank is not { } rank ? row : row with
            {
                RankLow = Math.Max(1, rank - 1), RankMedian = rank, RankHigh = rank + 1.5, Tier = ((char)('A' + (int)(rank - 1) / 3)).ToString(),
            })],
        },
    };

    private static IEnumerable<EditionUnit> Units() =>
    [
        .. _departments.Select((name, index) => Unit($"so-{index + 1}", name, "so")),
        .. _districts.Select((name, index) => Unit($"huyen-{index + 1}", $"Ủy ban nhân dân {name}", "huyen")),
    ];

    private static EditionUnit Unit(string code, string name, string group) => new(
        code, name, null, group, "", code is not NotRanked, code is NotRanked ? "Đơn vị mới sắp xếp, được đánh giá để theo dõi" : null);

    /// <summary>The third and fourth departments have the same seed, so the same score.</summary>
    private static int Seed(int index) => index is 13 ? -1 : index is 3 ? 2 : index;

    /// <summary>The same with made-up ranks and one node forecast.</summary>
    public static ReportedEdition WithRanksToCome(this ReportedEdition published) => published with
    {
        Edition = published.Edition with
        {
            Forecast = published.Edition.Forecast with
            {
                Ranks = new(2_000, [.. published.Edition.Ranking.Select(row => (row.Group, row.Pool)).Distinct().Select(group => new ForecastPool(group.Group, group.Pool, 17, null))]),
                Units = [.. published.Edition.Forecast.Units.Select((row, index) => row.Value is null ? row : row with { Rank = new(index % 9 + 1, index % 9 + 2, index % 9 + 5, 0.125) })],
                Nodes = [new() { Code = "1", Method = "naive", Reason = "Thử", Units = [new(published.Edition.Units[0].Code, 123.5, 110.25, 140, null)] }],
            },
        },
    };

    private static EditionForecast Forecast(IEnumerable<EditionUnit> units) => new()
    {
        Year = 2026,
        Method = "average",
        Reason = "Phương pháp được chọn có sai số nhỏ nhất trong kiểm định lùi và không kém phương pháp giữ nguyên điểm năm trước.",
        Backtest = [new("naive", 34, 3, 31.42, 1, 0.79, false), new("linear", 34, 3, 30.05, 0.956, 0.83, false), new("average", 34, 3, 28.311, 0.901, 0.812, true)],
        Units = [.. units.Select((unit, index) => index is 13
            ? new ForecastRow(unit.Code, null, null, null, "Chuỗi quá ngắn (cần ít nhất 4 năm)")
            : new ForecastRow(unit.Code, 600 + index * 7.25, 560 + index * 7.25, 640 + index * 7.25, null))],
    };
}
