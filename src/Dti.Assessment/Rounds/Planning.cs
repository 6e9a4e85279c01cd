using System.Collections.Immutable;
using Dti.Assessment.Editions;
using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Rounds;

/// <summary>What in a plan or a history would stand in the way of an edition later: told now, all at once, while it can be mended.</summary>
internal static class Planning
{
    public static ImmutableArray<BrokenRule> Faults(RoundPlan plan, IndicatorSet set)
    {
        var broken = ImmutableArray.CreateBuilder<BrokenRule>();
        if (plan.Year != set.Year)
            broken.Add(new("year", "wrong-year", FormattableString.Invariant($"Vòng của năm {plan.Year} nhưng bộ chỉ số là của năm {set.Year}.")));
        foreach (var twice in plan.Participants.GroupBy(p => p.Unit).Where(g => g.Count() > 1))
            broken.Add(new(twice.Key, "duplicate-unit", $"Đơn vị “{twice.Key}” có hai lần trong danh sách."));
        foreach (var unit in plan.Participants.Where(p => p.Unit.Length == 0 || p.Unit.Contains('/', StringComparison.Ordinal)))
            broken.Add(new(unit.Unit, "wrong-unit", $"Mã đơn vị “{unit.Unit}” trống hoặc có dấu gạch chéo."));
        foreach (var stray in plan.Participants.Where(p => set.Groups.Count > 0 && set.Groups.All(g => g.Code != p.Group)))
            broken.Add(new(stray.Unit, "unknown-group", $"Đơn vị “{stray.Unit}” thuộc khối “{stray.Group}” mà bộ chỉ số không có."));
        foreach (var unit in plan.Participants.Where(p => p.From > p.Until))
            broken.Add(new(unit.Unit, "wrong-dates", $"Đơn vị “{unit.Unit}” chấm dứt trước ngày bắt đầu."));
        foreach (var unit in plan.Participants.Where(p => p.Lineage is { } lineage && (lineage.Since.Year > plan.Year
            || lineage.Predecessors.Any(old => !(old.Weight > 0 && double.IsFinite(old.Weight))) || lineage.Predecessors.DistinctBy(old => old.Unit).Count() < lineage.Predecessors.Count)))
            broken.Add(new(unit.Unit, "wrong-lineage", FormattableString.Invariant($"Nguồn gốc của đơn vị “{unit.Unit}” sai: thay đổi chậm nhất trong năm {plan.Year}, mỗi đơn vị tiền thân một lần với trọng số dương.")));
        foreach (var twice in plan.Quarters.GroupBy(q => q.Code).Where(g => g.Count() > 1))
            broken.Add(new(twice.Key, "duplicate-quarter", $"Kỳ “{twice.Key}” có hai lần trong lịch."));
        foreach (var quarter in plan.Quarters.Where(q => !YearTable.Quarters.Contains(q.Code)))
            broken.Add(new(quarter.Code, "unknown-quarter", $"Kỳ “{quarter.Code}” không phải là một trong: {string.Join(", ", YearTable.Quarters)}."));
        foreach (var quarter in plan.Quarters.Where(q => q.Closes <= q.Opens))
            broken.Add(new(quarter.Code, "wrong-calendar", $"Kỳ “{quarter.Code}” đóng trước khi mở."));
        return broken.ToImmutable();
    }

    /// <summary>The forecast takes one finite score a unit and year, of years before the round's own.</summary>
    public static ImmutableArray<BrokenRule> Faults(ImmutableArray<PastScore> history, int year)
    {
        var broken = ImmutableArray.CreateBuilder<BrokenRule>();
        foreach (var twice in history.GroupBy(row => (row.Unit, row.Code, row.Year)).Where(g => g.Count() > 1))
            broken.Add(new(Place(twice.First()), "duplicate-row", $"Lịch sử có hai dòng cho {Place(twice.First())}."));
        foreach (var row in history.Where(row => !double.IsFinite(row.Score) || row.Score < 0))
            broken.Add(new(Place(row), "wrong-score", $"Điểm của {Place(row)} phải là một số không âm."));
        foreach (var row in history.Where(row => row.Year >= year))
            broken.Add(new(Place(row), "wrong-year", FormattableString.Invariant($"{Place(row)}: lịch sử chỉ gồm các năm trước {year}.")));
        return broken.ToImmutable();
    }

    private static string Place(PastScore row) => FormattableString.Invariant($"{row.Unit}/{row.Code}/{row.Year}");
}
