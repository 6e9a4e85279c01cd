using Dti.Assessment.Editions;
using Dti.Reports.Methods;
using Dti.Scoring.Sets;

namespace Dti.Reports.Tests.Samples;

/// <summary>Every node's score of a unit: a leaf earns a share made from the seed, a parent the sum, the root rescaled where the set says so.</summary>
internal static class SampleScores
{
    public static IEnumerable<EditionScore> Of(IndicatorSet set, EditionUnit unit, int seed)
    {
        var leaves = new Dictionary<string, (double Score, double Maximum)>();
        foreach (var node in set.Indicators().Where(node => seed >= 0 && node.Indicator is { Scored: true } && node.Indicator.AppliesTo(unit.Code, unit.Group)))
            leaves[node.Code] = (node.Indicator!.Points * Share(seed, leaves.Count), node.Indicator.Points);
        double sum = leaves.Values.Sum(leaf => leaf.Score), maximum = leaves.Values.Sum(leaf => leaf.Maximum);
        double factor = set.NotApplicable is NotApplicable.Rescale && maximum > 0 ? SetPoints.Of(set) / maximum : 1;
        yield return new(unit.Code, "INDEX", 0, seed < 0 ? null : sum * factor, seed < 0 ? null : maximum);
        foreach (var score in set.Nodes.SelectMany(node => Below(node, unit.Code, 1, leaves)))
            yield return score;
    }

    private static IEnumerable<EditionScore> Below(Node node, string unit, int depth, Dictionary<string, (double Score, double Maximum)> leaves)
    {
        var mine = SetPoints.Leaves(node).Where(leaf => leaves.ContainsKey(leaf.Code)).Select(leaf => leaves[leaf.Code]).ToArray();
        yield return new(unit, node.Code, depth, mine.Length == 0 ? null : mine.Sum(leaf => leaf.Score), mine.Length == 0 ? null : mine.Sum(leaf => leaf.Maximum));
        foreach (var score in node.Children.SelectMany(child => Below(child, unit, depth + 1, leaves)))
            yield return score;
    }

    private static double Share(int seed, int index) => 0.35 + 0.65 * ((seed * 7919 + index * 104729 + seed * index * 613) % 997 / 997.0);
}
