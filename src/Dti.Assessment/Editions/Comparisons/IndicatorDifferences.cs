using Dti.Scoring.Comparisons;
using Dti.Scoring.Scores;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>What each indicator gave to an old unit's index score under the old method and under the new.</summary>
internal sealed class IndicatorDifferences
{
    private readonly SetScores _old;
    private readonly SetScores _new;
    private readonly double[][]? _oldParts;
    private readonly double[][]? _newParts;
    private readonly (PlanNode? New, PlanNode? Old)[] _rows;
    private readonly double _scale;

    /// <param name="old">The old table under the old set.</param>
    /// <param name="now">The same units in the same order under the new set.</param>
    /// <param name="pairs">Which old indicator stands for a new one.</param>
    /// <param name="scale">New full points over old.</param>
    public IndicatorDifferences(SetScores old, SetScores now, NodePairs pairs, double scale)
    {
        (_old, _new, _scale) = (old, now, scale);
        (_oldParts, _newParts) = (RootParts.Of(old), RootParts.Of(now));
        var byCode = old.Plan.Nodes.ToDictionary(node => node.Code, StringComparer.Ordinal);
        var paired = now.Plan.Nodes.Where(IsLeaf).Select(node => (New: (PlanNode?)node, Old: pairs.OldOf(node.Code) is { } code ? byCode[code] : null)).ToList();
        var taken = paired.Select(pair => pair.Old).OfType<PlanNode>().ToHashSet();
        _rows = [.. paired, .. old.Plan.Nodes.Where(node => IsLeaf(node) && !taken.Contains(node)).Select(node => ((PlanNode?)null, (PlanNode?)node))];
    }

    public IReadOnlyList<IndicatorDifference> Of(int unit)
    {
        if (_oldParts is null || _newParts is null || double.IsNaN(_old.Root(unit)) || double.IsNaN(_new.Root(unit)))
            return [];
        return [.. _rows
            .Select(row => new IndicatorDifference(row.New?.Code, row.Old?.Code, Part(_oldParts, row.Old, unit, _scale), Part(_newParts, row.New, unit, 1)))
            .Where(row => row.Before is not null || row.After is not null)];
    }

    private static double? Part(double[][] parts, PlanNode? node, int unit, double scale) =>
        node is not null && parts[node.Index][unit] is var part && double.IsFinite(part) ? part * scale : null;

    private static bool IsLeaf(PlanNode node) => node.Node is { Children.Count: 0 };
}
