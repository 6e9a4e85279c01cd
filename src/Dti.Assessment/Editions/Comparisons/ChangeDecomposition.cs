using Dti.Scoring.Explanations;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>
/// Why scores and ranks changed, for units that are the same body in both years. A merged, split or new unit enters, and its
/// predecessors leave: their change is nobody's.
/// </summary>
internal static class ChangeDecomposition
{
    /// <summary>
    /// Cells looked at again, at most: about a minute on two cores. Some 1,000 units × 60 columns where missing values are imputed or outliers
    /// treated. It decides what an edition holds, so that a verifier must know the same.
    /// </summary>
    private const double MostWork = 5e8;

    /// <param name="now">The later edition.</param>
    /// <param name="scored">Its scores.</param>
    /// <param name="previous">The edition of the year before.</param>
    /// <param name="old">Its scores.</param>
    /// <param name="cast">The year before under the later set.</param>
    /// <param name="why">Why nothing is said although years map, in Vietnamese.</param>
    /// <returns>By the new unit's code; empty when what happened cannot be put into either set's columns, or takes too long.</returns>
    public static IReadOnlyDictionary<string, RankChange> Of(Edition now, SetScores scored, PreviousEdition previous, SetScores old, BackCast cast, out string? why)
    {
        why = null;
        var given = cast.Mapping.Pairs.Select(pair => pair.Old.Key).ToHashSet(StringComparer.Ordinal);
        MethodInputs before = new()
        {
            Plan = old.Plan,
            Old = old.Table,
            New = TranslatedCells.Backward(now, previous.Set, cast.Mapping),
            WithoutCounterpart = Columns.Of(previous.Set).Select(column => column.Key).Where(key => !given.Contains(key)).ToHashSet(StringComparer.Ordinal),
        };
        MethodInputs after = new() { Plan = cast.Plan, Old = cast.Table, New = scored.Table, WithoutCounterpart = cast.Without };
        if (RankChangeAnalysis.Work(before, after) > MostWork)
        {
            why = FormattableString.Invariant($"Không tách nguyên nhân thay đổi: với {now.Units.Count} đơn vị, phương pháp chuẩn hóa của bộ chỉ số đòi hỏi tính lại toàn bảng cho từng đơn vị, vượt giới hạn tính toán khi công bố.");
            return new Dictionary<string, RankChange>();
        }
        try
        {
            return RankChangeAnalysis.Explain(before, after, Successors(now, previous.Edition))
                .Where(change => change.NewUnit is not null).ToDictionary(change => change.NewUnit!, StringComparer.Ordinal);
        }
        catch (ScoringException)
        {
            return new Dictionary<string, RankChange>();
        }
    }

    private static Dictionary<string, string> Successors(Edition now, Edition previous)
    {
        var successors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unit in now.Units)
        {
            var past = UnitPast.Of(unit, previous.Year);
            if (past.Renamed is { } old)
                successors[old] = unit.Code;
            // Another body under the same code: the old one is given a name no unit has.
            else if (!past.IsItself)
                successors[unit.Code] = $"{unit.Code} ({previous.Id})";
        }
        return successors;
    }
}
