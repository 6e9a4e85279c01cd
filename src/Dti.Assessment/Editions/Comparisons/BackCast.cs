using Dti.Scoring.Comparisons;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>The old edition's units scored and ranked under the new set, as far as inputs map.</summary>
internal sealed class BackCast
{
    private readonly Dictionary<string, int> _rows;
    private readonly Dictionary<string, double?> _ranks;
    private readonly Dictionary<string, int> _nodes;

    private BackCast(InputMapping mapping, ScoringPlan plan, UnitTable table, IReadOnlySet<string> without, PartialScoring partial)
    {
        (Mapping, Plan, Table, Without, Partial) = (mapping, plan, table, without, partial);
        Scores = partial.Score(table);
        _rows = table.Units.Select((unit, i) => (unit.Code, i)).ToDictionary(row => row.Code, row => row.i, StringComparer.Ordinal);
        _nodes = plan.Nodes.ToDictionary(node => node.Code, node => node.Index, StringComparer.Ordinal);
        double[] roots = [.. Enumerable.Range(0, table.Units.Count).Select(unit => Knows(unit) ? Scores.Root(unit) : double.NaN)];
        _ranks = Ranking.Rank(plan.Set, table, roots).ToDictionary(row => table.Units[row.Unit].Code, row => row.Rank, StringComparer.Ordinal);
    }

    public InputMapping Mapping { get; }
    public ScoringPlan Plan { get; }
    /// <summary>The old inputs in the new set's columns.</summary>
    public UnitTable Table { get; }
    /// <summary>The new set's columns that have no source.</summary>
    public IReadOnlySet<string> Without { get; }
    public PartialScoring Partial { get; }
    public SetScores Scores { get; }

    /// <param name="why">Why there is none, in Vietnamese; null when there is.</param>
    public static BackCast? Make(PreviousEdition previous, IndicatorSet set, out string? why)
    {
        var old = previous.Edition;
        if (set.Maps.FirstOrDefault(map => map.Set == old.Set.Code && map.Year == old.Set.Year) is not { } map)
        {
            why = FormattableString.Invariant($"Bộ chỉ số năm {set.Year} không có bảng chuyển đổi từ bộ chỉ số {old.Set.Code} năm {old.Set.Year} nên không tính lại được điểm năm {old.Year}.");
            return null;
        }
        var mapping = InputMapping.Between(map, previous.Set, set);
        var plan = ScoringPlan.Compile(set);
        var without = Columns.Of(set).Select(column => column.Key).Except(mapping.Pairs.Select(pair => pair.New.Key)).ToHashSet(StringComparer.Ordinal);
        var partial = new PartialScoring(plan, without);
        why = FormattableString.Invariant($"Bảng chuyển đổi từ bộ chỉ số năm {old.Set.Year} không đủ số liệu cho chỉ số nào của bộ chỉ số năm {set.Year}.");
        if (partial.Share <= 0)
            return null;
        try
        {
            var cast = new BackCast(mapping, plan, TranslatedCells.Forward(old, set, mapping), without, partial);
            why = null;
            return cast;
        }
        catch (ScoringException fault)
        {
            why = FormattableString.Invariant($"Số liệu năm {old.Year} không tính được theo bộ chỉ số năm {set.Year}: {fault.Message}");
            return null;
        }
    }

    /// <summary>Null for a unit of a group the new set does not have.</summary>
    public double? Score(string unit, string node) =>
        _rows.TryGetValue(unit, out int row) && Knows(row) && Scores.Values[_nodes[node]][row] is var score && double.IsFinite(score) ? score : null;

    public double? Rank(string unit) => _ranks.GetValueOrDefault(unit);

    /// <summary>Whether the new set has the unit's peer group.</summary>
    public bool Knows(int row) => Plan.Set.Groups.Count < 2 || Plan.Set.Groups.Any(group => group.Code == Table.Units[row].Group);
}
