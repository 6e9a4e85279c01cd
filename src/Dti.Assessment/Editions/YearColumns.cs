using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>
/// Every column a set needs, in tree order: those of <see cref="Columns.Of"/>, then what normalised leaves name besides: denominators
/// (numbers) and the columns that group for imputation (words).
/// </summary>
internal sealed class YearColumns
{
    private readonly Dictionary<string, (Column Column, int Index)> byKey = new(StringComparer.Ordinal);

    internal required IReadOnlyList<Column> Numbers { get; init; }
    internal required IReadOnlyList<Column> Labels { get; init; }
    internal IEnumerable<Column> All => Numbers.Concat(Labels);

    internal static YearColumns Of(IndicatorSet set)
    {
        Column[] leaves = [.. Columns.Of(set)];
        Column[] numbers = [.. leaves.Concat(Named(Columns.Denominators(set), leaf => leaf.Denominator)).DistinctBy(column => column.Key)];
        Column[] labels = [.. Named(Columns.Labels(set), leaf => leaf.ImputeBy).ExceptBy(numbers.Select(column => column.Key), column => column.Key)];
        var columns = new YearColumns { Numbers = numbers, Labels = labels };
        foreach (var column in columns.All)
            columns.byKey.Add(column.Key, (column, columns.byKey.Count));
        return columns;

        // Such a column belongs to no node of its own; it stands for the first leaf that names it.
        IEnumerable<Column> Named(IEnumerable<string> keys, Func<NormalisedLeaf, string?> name) =>
            keys.Select(key => new Column(key, leaves.First(leaf => leaf.Node.Normalised is { } normalised && name(normalised) == key).Node, null));
    }

    internal Column? Find(string key) => byKey.TryGetValue(key, out var found) ? found.Column : null;

    internal int IndexOf(string key) => byKey[key].Index;

    internal bool IsLabel(Column column) => byKey[column.Key].Index >= Numbers.Count;
}
