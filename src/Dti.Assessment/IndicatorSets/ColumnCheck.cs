using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Columns of tables: <c>1.a</c> may be a node with one input, or input <c>a</c> of node <c>1</c>, not both.</summary>
internal sealed class ColumnCheck(FaultList faults, InputIndex index)
{
    /// <summary>The set's columns.</summary>
    public IReadOnlyCollection<string> Check(IndicatorSet set, YamlValue? nodes)
    {
        Dictionary<string, Place> places = [];
        foreach (var node in NodeTree.Maps(nodes))
            if (index.CodeOf(node) is { } code)
                places.TryAdd(code, node.Find("code")!.Value.Place);
        Dictionary<string, string> owners = [];
        foreach (var column in Columns.Of(set))
        {
            if (!owners.TryAdd(column.Key, column.Node.Code) && owners[column.Key] != column.Node.Code && places.TryGetValue(column.Node.Code, out var place))
                faults.Add(place, SetFaultCodes.DuplicateColumn, $"in a table the column '{column.Key}' would be both {owners[column.Key]}'s and {column.Node.Code}'s; change a code or an input's id");
        }
        return owners.Keys;
    }
}
