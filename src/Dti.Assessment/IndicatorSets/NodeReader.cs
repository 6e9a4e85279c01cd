using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads the tree; recursion is as deep as the document, whose depth is capped.</summary>
internal sealed class NodeReader(SetKind kind, Scalars scalars, Figures figures, InputIndex index, IndicatorReader indicators)
{
    private static readonly string[] EveryNode = ["code", "name", "source", "note", "weight", .. Inherited.Keys];
    private static readonly string[] BranchKeys = [.. EveryNode, "children"];
    private static readonly string[] LeafKeys = [.. EveryNode, "children", "effort", .. IndicatorReader.Keys, .. NormalisedLeafReader.Keys];

    private readonly InheritedReader inheritance = new(scalars, figures);

    public IReadOnlyList<Node> Read(YamlValue? value, string what, Inherited above)
    {
        var items = scalars.Items(value, what);
        var nodes = items.Select(item => ReadNode(item, above)).OfType<Node>().ToList();
        if (kind is SetKind.Normalised && nodes.Count > 0 && nodes.Count == items.Count && nodes.Sum(node => node.Weight) <= 0)
            scalars.Add(value!, SetFaultCodes.WeightsZero, "every weight here is 0; siblings need one above 0");
        return nodes;
    }

    private Node? ReadNode(YamlValue value, Inherited above)
    {
        bool branch = value is YamlMap any && any.Find("children") is not null;
        if (Fields.Of(value, scalars.Faults, branch ? "a node with children" : "a node", branch ? BranchKeys : LeafKeys) is not { } fields)
            return null;
        var map = (YamlMap)value;
        fields.Required("code");
        string? code = index.CodeOf(map);
        ReportOtherKind(map, branch);
        var own = inheritance.Read(fields, above);
        var weight = figures.Within(fields["weight"], "weight", given => given >= 0, SetFaultCodes.WeightNegative, "0 or more");
        var node = new Node
        {
            Code = code ?? "",
            Name = scalars.Text(fields["name"], "name") ?? new(code ?? ""),
            Weight = weight ?? 1,
            Effort = branch ? 1 : figures.Within(fields["effort"], "effort", given => given > 0, SetFaultCodes.EffortNotPositive, "above 0: 1 is as much as any other, 2 twice as much") ?? 1,
            Aggregate = own.Aggregate,
            DataThreshold = own.DataThreshold,
            Source = scalars.Line(fields["source"], "source"),
            Note = scalars.Text(fields["note"], "note"),
        };
        if (branch)
            return node with { Children = Read(fields["children"], "children", own) };
        return kind is SetKind.Points
            ? node with { Indicator = indicators.Read(map, fields) }
            : node with { Normalised = new NormalisedLeafReader(scalars, inheritance).Read(fields, code, own) };
    }

    private void ReportOtherKind(YamlMap node, bool branch)
    {
        if (branch && kind is SetKind.Normalised)
            return;
        foreach (var entry in node.Entries.Where(entry => KindOfSet.IsOfOther(entry.Name, kind)))
            scalars.Add(entry.Key, SetFaultCodes.MixedKinds, KindOfSet.Mend(entry.Name, kind));
    }
}
