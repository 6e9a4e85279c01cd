using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Formatting;
using Dti.Reports.Rankings;

namespace Dti.Reports.Comparisons;

/// <summary>Every year that was scored again, and the edition's own, under the edition's method: one table of years for page, PDF and workbook.</summary>
public sealed class YearsView
{
    private YearsView(RankingView view, IReadOnlyList<EditionComparison> past)
    {
        (Past, Now) = (past, view.Edition.Year);
        var figures = past.Select(year => year.Units.ToDictionary(unit => unit.Unit, StringComparer.Ordinal)).ToList();
        Groups = [.. view.Groups.Select(group => new YearsGroup(group.Name, [.. group.All.Select(row =>
            new YearsRow(row, [.. figures.Select(year => Of(year.GetValueOrDefault(row.Unit)))], [.. past.Zip(figures).SelectMany(year => Gap(year.First, year.Second.GetValueOrDefault(row.Unit)))]))]))];
    }

    /// <summary>Oldest first, the edition's own year left out.</summary>
    public IReadOnlyList<EditionComparison> Past { get; }
    public int Now { get; }
    public IReadOnlyList<YearsGroup> Groups { get; }

    /// <summary>Null where no year further back than the year before was scored again: the comparison with that one says it all.</summary>
    public static YearsView? Of(RankingView view)
    {
        EditionComparison[] past = [.. PastYears.Of(view.Edition).Where(year => year.NotRescored is null).OrderBy(year => year.PreviousYear)];
        return past.Any(year => year.PreviousYear < view.Edition.Year - 1) ? new(view, past) : null;
    }

    public string Sentence() =>
        $"Mọi cột tính theo bộ chỉ số năm {Year(Now)}, nhưng năm cũ chỉ có số liệu cho một phần các chỉ số đó: {string.Join(", ", Past.Select(year => $"{VietnameseFormat.Percent(year.Rescored, 1)} số điểm của bộ chỉ số ở năm {Year(year.PreviousYear)}"))}. Điểm ở phần đó được nhân lên cho đủ thang, nên chênh lệch giữa hai năm chỉ cho biết hướng tăng hay giảm, không phải mức tăng chính xác; chắc chắn hơn là so hạng trong từng năm.";

    private static IEnumerable<string> Gap(EditionComparison year, ComparedUnit? unit)
    {
        if (unit?.BackCastScore is null)
            yield return $"năm {Year(year.PreviousYear)} không có điểm: {(unit?.Reason is { } reason ? $"{char.ToLowerInvariant(reason[0])}{reason[1..].TrimEnd('.')}" : "số liệu năm đó không đủ để tính lại")}";
    }

    private static YearFigure Of(ComparedUnit? unit) => new(unit?.BackCastScore, unit?.BackCastRank, unit is { Computed: true, BackCastScore: not null });

    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public sealed record YearsGroup(string Name, IReadOnlyList<YearsRow> Rows)
{
    /// <summary>Why some cells are empty, a sentence a unit.</summary>
    public IEnumerable<string> Gaps => Rows.Where(row => row.Gaps.Count > 0).Select(row => $"{row.Now.Name}: {string.Join("; ", row.Gaps)}.");
}

/// <summary>A unit of the edition; <see cref="Before"/> has a figure for each of <see cref="YearsView.Past"/>, <see cref="Gaps"/> why one has no score.</summary>
public sealed record YearsRow(RowView Now, IReadOnlyList<YearFigure> Before, IReadOnlyList<string> Gaps);

/// <summary>A past year's score and rank under the edition's method, null where there is none; computed = the mean of predecessors, which has no rank.</summary>
public sealed record YearFigure(double? Score, double? Rank, bool Computed);
