using Dti.Scoring.Comparisons;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>
/// Where an earlier set measured what a target of a later one measures: the inputs the later set's map leads from, or those of the same
/// code and id where it has no map. Types must be the same, so that a reading means what it meant.
/// </summary>
internal sealed class EarlierMeasures
{
    private readonly SetMap? _map;
    private readonly Dictionary<string, Node> _nodes;
    private readonly Dictionary<Operand, Column> _sources;
    private readonly Dictionary<Operand, Column> _inputs;

    /// <param name="old">The earlier set.</param>
    /// <param name="now">The later set, of the same code.</param>
    public EarlierMeasures(IndicatorSet old, IndicatorSet now)
    {
        _map = now.Maps.FirstOrDefault(map => map.Set == old.Code && map.Year == old.Year);
        _nodes = old.Indicators().ToDictionary(node => node.Code, StringComparer.Ordinal);
        _inputs = Inputs(now);
        _sources = _map is null ? Inputs(old) : InputMapping.Between(_map, old, now).Pairs.Where(pair => pair.Old.Input is not null && pair.New.Input is not null)
            .ToDictionary(pair => OperandOf(pair.New), pair => pair.Old);
    }

    /// <returns>The earlier indicator, and the measure with its inputs; null where the earlier set does not measure this.</returns>
    public (Node Node, TargetMeasure Measure)? Of(Node now, TargetMeasure measure)
    {
        var found = measure switch
        {
            InputMeasure input when Source(input.Of) is { } of => (of.Node, input with { Of = OperandOf(of) }),
            RatioMeasure ratio when Source(ratio.Of) is { } of && Source(ratio.To) is { } to && of.Node.Code == to.Node.Code =>
                (of.Node, ratio with { Of = OperandOf(of), To = OperandOf(to) }),
            ShareMeasure when Indicator(now.Code) is { } node => (node, measure),
            _ => ((Node Node, TargetMeasure Measure)?)null,
        };
        return found is { } earlier && earlier.Node.Indicator!.Quarters == now.Indicator!.Quarters ? earlier : null;
    }

    private Column? Source(Operand operand) =>
        _sources.TryGetValue(operand, out var source) && source.Input!.Type == _inputs[operand].Input!.Type ? source : null;

    private Node? Indicator(string code) => (_map is null ? code : _map.Codes.FirstOrDefault(pair => pair.To == code)?.From) is { } old ? _nodes.GetValueOrDefault(old) : null;

    private static Dictionary<Operand, Column> Inputs(IndicatorSet set) => Columns.Of(set).Where(column => column.Input is not null).ToDictionary(OperandOf);

    private static Operand OperandOf(Column column) => new(column.Node.Code, column.Input!.Id);
}
