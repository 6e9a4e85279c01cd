using Dti.Scoring.Sets;

namespace Dti.Scoring.Comparisons;

/// <summary>What the keys of a map mean in one set: a leaf with all its inputs, or one column of a table.</summary>
public sealed class MapKeys
{
    private readonly Dictionary<string, IReadOnlyList<Column>> _leaves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Column> _inputs = new(StringComparer.Ordinal);

    public MapKeys(IndicatorSet set)
    {
        foreach (var leaf in Columns.Of(set).GroupBy(column => column.Node.Code, StringComparer.Ordinal))
        {
            _leaves[leaf.Key] = [.. leaf];
            foreach (var column in leaf.Where(column => column.Input is not null))
                _inputs[$"{leaf.Key}.{column.Input!.Id}"] = column;
        }
    }

    /// <summary>Every key the set knows, leaves first.</summary>
    public IEnumerable<string> All => _leaves.Keys.Concat(_inputs.Keys);

    /// <summary>The columns the key stands for; null when the set has no such leaf or input.</summary>
    public IReadOnlyList<Column>? Find(string key) =>
        _leaves.GetValueOrDefault(key) ?? (_inputs.TryGetValue(key, out var column) ? [column] : null);

    public bool IsLeaf(string key) => _leaves.ContainsKey(key);
}
