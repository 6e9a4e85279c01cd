using Dti.Scoring.Comparisons;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>
/// Which node of the old set stands for a node of the new one: an indicator that its own inputs come from, an inner node of the same
/// code, the index. An old node stands for one new node only.
/// </summary>
internal sealed class NodePairs
{
    private readonly Dictionary<string, string> _old = new(StringComparer.Ordinal) { [ScoringPlan.RootCode] = ScoringPlan.RootCode };

    public NodePairs(InputMapping? mapping, IndicatorSet from, IndicatorSet to)
    {
        if (mapping is null)
            return;
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in mapping.Pairs.GroupBy(pair => pair.New.Node.Code, StringComparer.Ordinal))
            if (leaf.Select(pair => pair.Old.Node.Code).FirstOrDefault(taken.Add) is { } old)
                _old[leaf.Key] = old;
        var inner = from.AllNodes().Where(node => node.Children.Count > 0).Select(node => node.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var node in to.AllNodes().Where(node => node.Children.Count > 0 && inner.Contains(node.Code)))
            _old[node.Code] = node.Code;
    }

    /// <summary>Scored leaves of the old set that stand for none of the new one; all of them where there is no map.</summary>
    public IEnumerable<Node> Dropped(IndicatorSet from)
    {
        var kept = _old.Values.ToHashSet(StringComparer.Ordinal);
        return from.AllNodes().Where(node => node is { Children.Count: 0, Indicator: null or { Scored: true } } && !kept.Contains(node.Code));
    }

    /// <summary>Null for a node without a counterpart.</summary>
    public string? OldOf(string code) => _old.GetValueOrDefault(code);
}
