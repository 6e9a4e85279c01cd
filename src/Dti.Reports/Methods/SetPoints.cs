using Dti.Scoring.Sets;

namespace Dti.Reports.Methods;

/// <summary>Most points that a set or a node gives: the sum over scored indicators.</summary>
public static class SetPoints
{
    public static double Of(IndicatorSet set) => set.Nodes.Sum(Of);

    public static double Of(Node node) => node.Indicator is { } indicator
        ? indicator.Scored ? indicator.Points : 0
        : node.Children.Sum(Of);

    /// <summary>Scored leaves below a node (or the node itself), in tree order.</summary>
    public static IEnumerable<Node> Leaves(Node node) => node.Children.Count > 0
        ? node.Children.SelectMany(Leaves)
        : node.Normalised is not null || node.Indicator is { Scored: true } ? [node] : [];
}
