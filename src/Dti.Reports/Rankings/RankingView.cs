using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Explanations;
using Dti.Reports.Formatting;
using Dti.Reports.Methods;
using Dti.Scoring.Sets;

namespace Dti.Reports.Rankings;

/// <summary>The edition arranged for reading: groups and pools in the edition's order, each row with its families' scores.</summary>
public sealed class RankingView
{
    public const string Index = "INDEX";
    private readonly Dictionary<(string Unit, string Code), EditionScore> _scores;
    private readonly Dictionary<string, EditionUnit> _units;
    private readonly Lazy<EditionRobustness?> _firm;

    public RankingView(ReportedEdition published)
    {
        Published = published;
        _scores = Edition.Scores.ToDictionary(score => (score.Unit, score.Code));
        _units = Edition.Units.ToDictionary(unit => unit.Code);
        Families = Set.Nodes;
        _firm = new(() => EditionRobustness.Compute(Edition, Set));
        Explanations = new(Edition, Set, published.Sha256);
        Groups = [.. Edition.Ranking.GroupBy(rank => (rank.Group, rank.Pool)).Select(group => Arrange(group.Key.Group, group.Key.Pool, [.. group]))];
    }

    public ReportedEdition Published { get; }
    public Edition Edition => Published.Edition;
    public IndicatorSet Set => Published.Set;
    public IReadOnlyList<Node> Families { get; }
    public IReadOnlyList<GroupView> Groups { get; }
    public EditionExplanations Explanations { get; }
    public int Decimals => Set.Ranking.Decimals;
    public bool HasIntervals => Edition.Ranking.Any(row => row is { RankLow: not null, RankHigh: not null });

    /// <summary>How firm the ranks are, drawn when first asked for (seconds for a large edition); null for an edition without intervals.</summary>
    public EditionRobustness? Firm => _firm.Value;

    public EditionScore? Score(string unit, string code) => _scores.GetValueOrDefault((unit, code));

    public string UnitName(string unit) => _units.TryGetValue(unit, out var known) ? known.NameVi : unit;

    public string GroupName(string group) => Set.Groups.FirstOrDefault(known => known.Code == group)?.Name.Vi ?? (group.Length > 0 ? group : "Các đơn vị");

    /// <summary>Said under a group's table whose totals are not the sums of its families; null where they are.</summary>
    public string? Rescaled(GroupView group) => Set.Kind is SetKind.Points && group.Ranked.Any(row => Math.Abs((row.Score ?? 0) - row.Families.Sum(family => family ?? 0)) > 0.5)
        ? "Có đơn vị không áp dụng hoặc không tính một số chỉ số: tổng điểm của đơn vị đó được quy về thang đầy đủ nên lớn hơn tổng điểm các nhóm."
        : null;

    private GroupView Arrange(string group, string pool, IReadOnlyList<EditionRank> ranks)
    {
        string name = GroupName(group);
        int ranked = ranks.Count(rank => rank.Rank is not null);
        RowView[] rows = [.. ranks.Select(rank => Row(rank, ranked))];
        return new(group, pool, pool.Length > 0 ? $"{name} – {pool}" : name, [.. rows.Where(row => row.Rank is not null)], [.. rows.Where(row => row.Rank is null)]);
    }

    private RowView Row(EditionRank rank, int among)
    {
        var root = Score(rank.Unit, Index);
        var unit = _units.GetValueOrDefault(rank.Unit);
        return new(
            rank.Unit, UnitName(rank.Unit), rank.Rank, rank.Score, Share(root),
            [.. Families.Select(family => Score(rank.Unit, family.Code)?.Score)],
            unit?.Remark ?? (rank.Score is null ? "Chưa đủ số liệu để tính điểm" : "Được đánh giá, không xếp hạng"),
            rank is { RankLow: { } low, RankHigh: { } high } ? new(low, rank.RankMedian, high, rank.Tier, among) : null);
    }

    /// <summary>Rescaled totals are out of the set's full points; others out of what could be reached.</summary>
    private double? Share(EditionScore? root)
    {
        if (Set.Kind is not SetKind.Points || root?.Score is not { } score)
            return null;
        double full = SetPoints.Of(Set);
        double most = Set.NotApplicable is NotApplicable.Rescale ? full : root.Maximum ?? full;
        return most > 0 ? score / most : null;
    }
}

public sealed record GroupView(string Code, string Pool, string Name, IReadOnlyList<RowView> Ranked, IReadOnlyList<RowView> NotRanked)
{
    /// <summary>Some rank interval says nothing (<see cref="RankSpan.NoBasis"/>).</summary>
    public bool LacksBasis => Ranked.Any(row => row.Span is { IsWhole: true });

    public IEnumerable<RowView> All => Ranked.Concat(NotRanked);
}

/// <summary><see cref="Score"/> is rounded as published; <see cref="Share"/> is of the maximum, in [0, 1]; <see cref="Remark"/> is for rows without a rank.</summary>
public sealed record RowView(string Unit, string Name, double? Rank, double? Score, double? Share, IReadOnlyList<double?> Families, string Remark, RankSpan? Span = null);

/// <summary>The rank's 5th, 50th and 95th percentile over the draws, the letter shared by units that cannot be told apart, and among how many it is ranked.</summary>
public sealed record RankSpan(double Low, double? Median, double High, string? Tier, int Among = 0)
{
    /// <summary>In place of an interval from the first rank to the last, which says nothing.</summary>
    public const string NoBasis = "chưa đủ căn cứ";

    /// <summary>Said once where <see cref="NoBasis"/> stands in a table.</summary>
    public const string NoBasisMeans = "“Chưa đủ căn cứ”: khoảng hạng trải từ hạng đầu đến hạng cuối của khối, tức là chưa đủ căn cứ để xếp hạng đơn vị trong nhóm này.";

    public bool IsWhole => IsFromFirstToLast(Low, High, Among);

    /// <summary>The interval, or that there is no basis for one.</summary>
    public string Told => IsWhole ? NoBasis : Text;

    public static bool IsFromFirstToLast(double low, double high, int among) => among > 1 && Math.Floor(low) <= 1 && Math.Ceiling(high) >= among;

    /// <summary>Whole ranks, rounded outwards: <c>3–6</c>, or <c>3</c> where the draws agree.</summary>
    public string Text => Math.Floor(Low) is var first && Math.Ceiling(High) is var last && first == last
        ? VietnameseFormat.Plain(first)
        : $"{VietnameseFormat.Plain(first)}–{VietnameseFormat.Plain(last)}";
}
