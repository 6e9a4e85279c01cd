using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Every node's code and every indicator's inputs, gathered before rules are read, since a rule may name an input that comes later.</summary>
internal sealed class InputIndex
{
    private readonly Dictionary<string, Place> codes = [];
    private readonly Dictionary<string, IReadOnlyList<InputDraft>> byCode = [];
    private readonly Dictionary<YamlMap, IReadOnlyList<InputDraft>> byNode = [];
    private readonly Dictionary<YamlMap, string?> codeOf = [];

    public InputIndex(YamlValue? nodes, Scalars scalars)
    {
        var inputs = new InputReader(scalars);
        foreach (var node in NodeTree.Maps(nodes))
            Add(node, inputs, scalars);
    }

    public string? CodeOf(YamlMap node) => codeOf[node];
    public IReadOnlyList<InputDraft> InputsOf(YamlMap node) => byNode[node];
    public IReadOnlyList<InputDraft>? InputsOf(string code) => byCode.GetValueOrDefault(code);

    /// <summary>Every operand that another indicator may use.</summary>
    public IEnumerable<string> Operands() => byCode.SelectMany(pair => pair.Value.Select(input => $"{pair.Key}.{input.Id}"));

    private void Add(YamlMap node, InputReader inputs, Scalars scalars)
    {
        string? code = scalars.Code(node.Find("code")?.Value, "a node's code");
        codeOf[node] = code;
        byNode[node] = inputs.Read(node.Find("inputs")?.Value);
        if (code is null)
            return;
        var value = node.Find("code")!.Value;
        if (Reserved.IsColumn(code))
            scalars.Add(value, SetFaultCodes.ReservedName, $"'{code}' is a name that tables use themselves; give the node another code");
        if (!codes.TryAdd(code, value.Place))
            scalars.Add(value, SetFaultCodes.DuplicateCode, $"the code '{code}' is already used on line {codes[code].Line}; every node has its own");
        else
            byCode[code] = byNode[node];
    }
}

/// <summary>Names that tables give a meaning of their own.</summary>
internal static class Reserved
{
    public static bool IsColumn(string name) => name is "INDEX" or "unit" or "group" or "ranked" or "pool";
}

/// <summary>Walks the raw tree of nodes, parents before children.</summary>
internal static class NodeTree
{
    public static IEnumerable<YamlMap> Maps(YamlValue? nodes)
    {
        var stack = new Stack<YamlValue>(nodes is YamlList top ? top.Items.Reverse() : []);
        while (stack.TryPop(out var value))
        {
            if (value is not YamlMap map)
                continue;
            yield return map;
            if (map.Find("children")?.Value is YamlList children)
                foreach (var child in children.Items.Reverse())
                    stack.Push(child);
        }
    }
}
