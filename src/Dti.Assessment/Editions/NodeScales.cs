using Dti.Assessment.Forecasting;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>The most a unit can score at each node: the points below it, or 100 in a normalised set.</summary>
internal static class NodeScales
{
    private const double Normalised = 100;

    /// <summary>Nodes below the index in tree order, the families at depth 1; those that give no points are left out.</summary>
    internal static IEnumerable<ForecastNode> Of(IndicatorSet set, int deepest) => Of(set.Nodes, set.Kind, 1, deepest);

    internal static double Most(IReadOnlyList<Node> nodes, SetKind kind) => kind == SetKind.Points ? nodes.Sum(Points) : Normalised;

    private static IEnumerable<ForecastNode> Of(IReadOnlyList<Node> nodes, SetKind kind, int depth, int deepest)
    {
        foreach (var node in nodes)
        {
            if (Most([node], kind) is > 0 and var most)
                yield return new(node.Code, most);
            if (depth < deepest)
                foreach (var below in Of(node.Children, kind, depth + 1, deepest))
                    yield return below;
        }
    }

    private static double Points(Node node) => node.Children.Count > 0 ? node.Children.Sum(Points) : node.Indicator is { Scored: true } indicator ? indicator.Points : 0;
}
