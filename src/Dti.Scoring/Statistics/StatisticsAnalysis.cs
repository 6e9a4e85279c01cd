using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Statistics;

/// <summary>
/// Statistics of a scored set for the method's owner, inside each peer group: the OECD/JRC handbook's multivariate step and the figures
/// its audits look at. Units that are assessed but not ranked are counted in.
/// </summary>
public static class StatisticsAnalysis
{
    /// <returns>One a group that has units, in the set's order.</returns>
    public static IReadOnlyList<GroupStatistics> Run(SetScores scores)
    {
        var groups = PeerGroups.Of(scores.Plan.Set, scores.Table);
        var members = groups.Members();
        return [.. Enumerable.Range(0, groups.Count).Where(group => members[group].Length > 0).Select(group => Of(scores, groups.Codes[group], members[group]))];
    }

    private static GroupStatistics Of(SetScores scores, string code, int[] units)
    {
        var nodes = scores.Plan.Nodes;
        int[] leaves = [.. nodes.Where(IsScoredLeaf).Select(node => node.Index)];
        var own = new StatisticsColumn?[nodes.Count];
        var compared = new StatisticsColumn?[nodes.Count];
        foreach (var node in nodes.Where(node => node.Children.Count > 0 || IsScoredLeaf(node)))
        {
            own[node.Index] = new([.. units.Select(unit => scores.Values[node.Index][unit])]);
            compared[node.Index] = node.Index == 0 || node.Children.Count == 0 || scores.Maxima is not { } maxima
                ? own[node.Index]
                : new([.. units.Select(unit => maxima[node.Index][unit] > 0 ? scores.Values[node.Index][unit] / maxima[node.Index][unit] : double.NaN)]);
        }
        var group = new GroupStatistics
        {
            Group = code,
            Units = units,
            Plan = scores.Plan,
            Leaves = [.. leaves.Select(leaf => LeafSummary.Of(scores, nodes[leaf], units, own[leaf]!))],
            Nodes = [.. nodes.Where(node => node.Children.Count > 0).Select(node => Consistency(node, own))],
            Correlations = new(compared),
            Importance = ImportanceAnalysis.Of(scores, units, leaves, compared),
            Findings = [],
        };
        return group with { Findings = [.. Audit.Of(group)] };
    }

    private static NodeStatistics Consistency(PlanNode node, StatisticsColumn?[] own)
    {
        var (children, alpha, standardised) = Cronbach.Of([.. node.Children.Select(child => own[child]).OfType<StatisticsColumn>()]);
        return new(node.Index, node.Code, own[node.Index]!.Count, children, alpha, standardised);
    }

    private static bool IsScoredLeaf(PlanNode node) => node.Node is { Normalised: not null } or { Indicator.Scored: true };
}
