using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Formatting;
using Dti.Reports.Rankings;

namespace Dti.Reports.Comparisons;

/// <summary>The comparison with a past year arranged for reading, the same for page, PDF and workbook.</summary>
public sealed class ComparisonView
{
    private readonly RankingView _view;
    private readonly Dictionary<string, string> _oldNames;
    private readonly Dictionary<string, string> _names;

    private ComparisonView(RankingView view, EditionComparison comparison)
    {
        (_view, Comparison) = (view, comparison);
        _oldNames = comparison.BackCast.ToDictionary(row => row.Unit, row => row.NameVi, StringComparer.Ordinal);
        _names = view.Set.AllNodes().ToDictionary(node => node.Code, node => node.Name.Vi, StringComparer.Ordinal);
        var compared = comparison.Units.ToDictionary(unit => unit.Unit, StringComparer.Ordinal);
        Groups = [.. view.Groups.Select(group => new ComparedGroup(group.Name, [.. PartYearText.Sentences(view, group)], [.. group.All.Where(row => compared.ContainsKey(row.Unit)).Select(row => new ComparedRow(row, compared[row.Unit], Whose(compared[row.Unit])))]))];
        var changed = view.Edition.Units.Where(unit => unit.Lineage is { } lineage && lineage.Since.Year > comparison.PreviousYear)
            .ToDictionary(unit => unit.Code, unit => unit.Lineage!.Since, StringComparer.Ordinal);
        BackCast = [.. comparison.BackCast.Select(row => changed.TryGetValue(row.Unit, out var since) ? row with { NameVi = FormattableString.Invariant($"{row.NameVi} (trước {since:dd'/'MM'/'yyyy})") } : row).GroupBy(row => (row.Group, row.Pool)).Select(group => new BackCastGroup(
            GroupName(group.Key.Group, group.Key.Pool), [.. group.OrderBy(row => row.Rank ?? double.PositiveInfinity)]))];
        Indicators = [.. Means(comparison)];
    }

    public EditionComparison Comparison { get; }
    public IReadOnlyList<ComparedGroup> Groups { get; }
    /// <summary>The old edition's units, best first as published.</summary>
    public IReadOnlyList<BackCastGroup> BackCast { get; }
    /// <summary>On average over the old units, the largest difference first.</summary>
    public IReadOnlyList<IndicatorMean> Indicators { get; }
    public bool IsRescored => Comparison.NotRescored is null;
    public int Decimals => _view.Decimals;

    /// <summary>The first unit whose change differs by its basis: shown with both; null where there is none.</summary>
    public ComparedRow? Example => Groups.SelectMany(group => group.Rows).FirstOrDefault(row =>
        row is { Change: { } again, Before.ScoreChange.Total: var published } && ChangeText.Points(again, Decimals) != ChangeText.Points(published, Decimals));

    /// <summary>Null for an edition without a year before.</summary>
    public static ComparisonView? Of(RankingView view) => view.Edition.Comparison is { } comparison ? new(view, comparison) : null;

    /// <summary>The years further back that the edition stands beside, newest first.</summary>
    public static IReadOnlyList<ComparisonView> Earlier(RankingView view) => [.. (view.Edition.EarlierYears ?? []).Select(year => new ComparisonView(view, year))];

    /// <summary>An indicator by the code and name it has, old ones without a successor by the old.</summary>
    public string Name(string? code, string? from) => code is not null
        ? $"{code} {_names.GetValueOrDefault(code)}"
        : $"{from} {Comparison.Dropped.FirstOrDefault(old => old.Code == from)?.NameVi}";

    /// <summary>What moved a unit's score most from the old method to the new, at most three, the largest first.</summary>
    public static IReadOnlyList<IndicatorDifference> Largest(BackCastUnit unit) =>
        [.. unit.Differences.Where(row => Change(row) != 0).OrderByDescending(row => Math.Abs(Change(row))).Take(3)];

    public static double Change(IndicatorDifference row) => (row.After ?? 0) - (row.Before ?? 0);

    public IEnumerable<string> Sentences()
    {
        yield return FormattableString.Invariant($"So với ấn bản {Comparison.PreviousId} (năm {Comparison.PreviousYear}).");
        if (Comparison.NotRescored is { } why)
        {
            yield return why + " Điểm hai năm vì vậy không so trực tiếp với nhau và không nối bằng một đường trong biểu đồ nào.";
            yield break;
        }
        string before = Plain(Comparison.PreviousYear), now = Plain(_view.Edition.Year);
        bool whole = Comparison.Rescored >= 0.995, direct = ReferenceEquals(Comparison, _view.Edition.Comparison);
        yield return $"Điểm “tính lại” là điểm năm {before} tính bằng chính số liệu năm {before} nhưng theo phương pháp năm {now}.{(whole ? "" : $" Năm {before} chỉ có số liệu cho {VietnameseFormat.Percent(Comparison.Rescored, 1)} số điểm của bộ chỉ số năm {now}; điểm đạt được ở phần đó được nhân lên cho đủ thang.")}";
        if (direct)
            yield return $"Cột thay đổi lấy điểm năm {now} trừ điểm năm {before} {BasisText.OneMethod}.{(whole ? "" : $" Điểm năm {now} tính trên mọi chỉ số, điểm năm {before} tính lại chỉ trên phần có số liệu, nên một phần của thay đổi là do các chỉ số mới. Hãy xem cả hai cột hạng: điểm tăng mà hạng không đổi nghĩa là các đơn vị khác cũng tăng.")}";
        if (direct && Example is { } row)
            yield return $"Trang của từng đơn vị và trang tính “Nguyên nhân” ghi con số khác cho cùng hai năm, vì ở đó thay đổi tính {BasisText.AsPublished}. Ví dụ {row.Now.Name}: {VietnameseFormat.Number(row.Now.Score, Decimals)} − {VietnameseFormat.Number(row.Before.BackCastScore, Decimals)} (điểm {before} tính lại) = {ChangeText.Points(row.Change!.Value, Decimals)} ở đây; {VietnameseFormat.Number(row.Now.Score, Decimals)} − {VietnameseFormat.Number(row.Before.Score * Comparison.Scale, Decimals)} (điểm {before} đã công bố{(Comparison.Scale == 1 ? "" : $", quy về thang năm {now}")}) = {ChangeText.Points(row.Before.ScoreChange!.Total, Decimals)} ở trang đơn vị.";
        if (Comparison.NotDecomposed is { } undecomposed)
            yield return undecomposed;
        if (Comparison.Unmapped.Count > 0)
            yield return $"Chỉ số không tính lại được: {string.Join(", ", Comparison.Unmapped)}.";
        if (Comparison.Scale != 1)
            yield return $"Thang điểm thay đổi: điểm năm {Plain(Comparison.PreviousYear)} nhân {VietnameseFormat.Plain(Comparison.Scale)} thì về thang năm {Plain(_view.Edition.Year)}.";
    }

    private string? Whose(ComparedUnit unit)
    {
        if (unit.Predecessors is not { Count: > 0 } predecessors)
            return null;
        bool equal = predecessors.All(old => Math.Abs(old.Weight * predecessors.Count - 1) < 1e-9);
        string names = string.Join(", ", predecessors.Select(old => OldName(old.Unit) + (equal ? "" : $" ({VietnameseFormat.Percent(old.Weight, 1)})")));
        return !unit.Computed ? $"số liệu của {names}"
            : predecessors.Count == 1 ? $"tính từ đơn vị tiền thân: {names}"
            : $"tính từ đơn vị tiền thân ({(equal ? "trung bình cộng" : "trung bình có trọng số")}): {names}";
    }

    private string OldName(string unit) => _oldNames.GetValueOrDefault(unit) ?? _view.UnitName(unit);

    private string GroupName(string group, string pool)
    {
        // What an old set called a group that this one lacks is not in this edition.
        string name = _view.Set.Groups.Count > 0 && _view.Set.Groups.All(known => known.Code != group)
            ? FormattableString.Invariant($"Khối “{group}”, không còn trong bộ chỉ số năm {_view.Edition.Year}")
            : _view.GroupName(group);
        return pool.Length > 0 ? $"{name} – {pool}" : name;
    }

    private static IEnumerable<IndicatorMean> Means(EditionComparison comparison)
    {
        int units = comparison.BackCast.Count(unit => unit.Differences.Count > 0);
        return comparison.BackCast.SelectMany(unit => unit.Differences)
            .GroupBy(row => (row.Code, row.From))
            .Select(rows => new IndicatorMean(rows.Key.Code, rows.Key.From, rows.Sum(row => row.Before ?? 0) / units, rows.Sum(row => row.After ?? 0) / units))
            .OrderByDescending(row => Math.Abs(row.Change));
    }

    private static string Plain(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A peer group of this year; <see cref="PartYear"/> says which of its units existed for part of the year.</summary>
public sealed record ComparedGroup(string Name, IReadOnlyList<string> PartYear, IReadOnlyList<ComparedRow> Rows)
{
    /// <summary>Those whose change of rank was split into causes.</summary>
    public IReadOnlyList<ComparedRow> Changed => [.. Rows.Where(row => row.Before.RankChange is not null)];
}

/// <summary>A unit this year and the year before. <see cref="Whose"/> says whose figures the year before's are; null = its own.</summary>
public sealed record ComparedRow(RowView Now, ComparedUnit Before, string? Whose)
{
    /// <summary>This year's score less the year before's under this year's method.</summary>
    public double? Change => Now.Score - Before.BackCastScore;

    /// <summary>Why nothing is compared, or whose figures are.</summary>
    public string? Remark => Before.Reason ?? Whose;
}

public sealed record BackCastGroup(string Name, IReadOnlyList<BackCastUnit> Units);

/// <summary>What an indicator gave on average under the old method and under the new, on the new set's scale.</summary>
public sealed record IndicatorMean(string? Code, string? From, double Before, double After)
{
    public double Change => After - Before;
}
