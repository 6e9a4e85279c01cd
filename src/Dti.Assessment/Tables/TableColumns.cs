using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tables;

/// <summary>Where each column stands in the rows; -1 where an optional one is absent.</summary>
internal sealed class TableColumns
{
    private static readonly string[] Own = ["unit", "group", "ranked", "pool"];

    public required IReadOnlyList<string> Header { get; init; }
    public int Unit { get; private init; }
    public int Group { get; private init; }
    public int Ranked { get; private init; }
    public int Pool { get; private init; }
    /// <summary>Columns of numbers: the set's own, then those that only divide.</summary>
    public IReadOnlyList<(string Key, Input? Input, int At)> Numbers { get; private init; } = [];
    /// <summary>Columns of words that group units for imputing.</summary>
    public IReadOnlyList<(string Key, int At)> Labels { get; private init; } = [];

    public static TableColumns Match(IndicatorSet set, IReadOnlyList<string> header, int line, TableFaults faults)
    {
        var numbers = Columns.Of(set).ToDictionary(column => column.Key, column => column.Input);
        var leaves = set.AllNodes().Select(node => node.Normalised).OfType<NormalisedLeaf>().ToList();
        foreach (string denominator in leaves.Select(leaf => leaf.Denominator).OfType<string>())
            numbers.TryAdd(denominator, null);
        var labels = leaves.Select(leaf => leaf.ImputeBy).OfType<string>().Distinct().ToList();
        var needed = leaves.Where(leaf => leaf.Impute is Imputation.GroupMean).Select(leaf => leaf.ImputeBy).OfType<string>();

        string[] known = [.. Own, .. numbers.Keys, .. labels];
        CheckHeader(header, known, line, faults);
        foreach (string key in Own[..2].Concat(numbers.Keys).Concat(needed).Distinct().Where(key => !header.Contains(key)))
            faults.Add(line, key, TableFaultCodes.MissingColumn, $"the column '{key}' is missing; add it, with empty cells where nothing is known");

        int At(string key) => header.ToList().IndexOf(key);
        return new()
        {
            Header = header,
            Unit = At("unit"),
            Group = At("group"),
            Ranked = At("ranked"),
            Pool = At("pool"),
            Numbers = [.. numbers.Select(pair => (pair.Key, pair.Value, At(pair.Key))).Where(column => column.Item3 >= 0)],
            Labels = [.. labels.Select(key => (key, At(key))).Where(column => column.Item2 >= 0)],
        };
    }

    private static void CheckHeader(IReadOnlyList<string> header, string[] known, int line, TableFaults faults)
    {
        HashSet<string> seen = [];
        for (int i = 0; i < header.Count; i++)
        {
            string name = header[i];
            if (!seen.Add(name))
                faults.Add(line, name, TableFaultCodes.DuplicateColumn, $"the column '{name}' stands twice; keep one");
            else if (!known.Contains(name))
                faults.Add(line, name.Length > 0 ? name : $"#{i + 1}", TableFaultCodes.UnknownColumn,
                    () => name.Length > 0 ? $"the set reads no column '{Short(name)}'{Suggestion.For(name, known)}" : "a column without a name; name it or remove it");
        }
    }

    private static string Short(string name) => name.Length <= 60 ? name : name[..60] + "…";
}
