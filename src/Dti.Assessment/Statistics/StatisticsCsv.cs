using System.Globalization;
using Dti.Assessment.Tables;
using Dti.Scoring.Statistics;

namespace Dti.Assessment.Statistics;

/// <summary>
/// Statistics as one long table: <c>group,code,other,statistic,value,n,reason</c>. Numbers are invariant and round-trip; a statistic without
/// a value has a reason; <c>other</c> is the second node of a correlation or the level of an importance (<c>nodes</c>, <c>leaves</c>).
/// </summary>
public static class StatisticsCsv
{
    public static void Write(TextWriter writer, IEnumerable<GroupStatistics> groups)
    {
        writer.Write("group,code,other,statistic,value,n,reason\n");
        foreach (var group in groups)
        {
            foreach (var leaf in group.Leaves)
                foreach (var (name, figure, units) in Of(leaf))
                    Row(group, leaf.Code, "", name, figure, units);
            foreach (var node in group.Nodes)
            {
                Row(group, node.Code, "", "alpha", node.Alpha, node.Scored);
                Row(group, node.Code, "", "alpha_standardised", node.StandardisedAlpha, node.Scored);
            }
            foreach (var node in group.Importance)
                foreach (var (name, figure) in Of(node))
                    Row(group, node.Code, node.IsLeaf ? "leaves" : "nodes", name, figure, node.Pairs);
            int[] compared = [.. group.Nodes.Select(node => node.Node).Concat(group.Leaves.Select(leaf => leaf.Node)).Order()];
            foreach (int a in compared)
                foreach (int b in compared.Where(b => b > a))
                    Row(group, group.Plan.Nodes[a].Code, group.Plan.Nodes[b].Code, "correlation", group.Correlations[a, b], group.Correlations.Pairs(a, b));
        }

        void Row(GroupStatistics group, string code, string other, string name, Figure figure, int units) => writer.Write(string.Create(
            CultureInfo.InvariantCulture, $"{ScoreFiles.Quote(group.Group)},{ScoreFiles.Quote(code)},{ScoreFiles.Quote(other)},{name},{ScoreFiles.Number(figure.Value)},{units},{Reason(figure.Gap)}\n"));
    }

    private static (string Name, Figure Figure, int Units)[] Of(LeafStatistics leaf) =>
    [
        ("coverage", leaf.Coverage, leaf.Applicable), ("mean", leaf.Mean, leaf.Scored), ("median", leaf.Median, leaf.Scored), ("sd", leaf.Sd, leaf.Scored),
        ("min", leaf.Min, leaf.Scored), ("max", leaf.Max, leaf.Scored), ("skewness", leaf.Skewness, leaf.Scored), ("kurtosis", leaf.Kurtosis, leaf.Scored),
        ("outliers", Figure.Of(leaf.Outliers.Count), leaf.Scored), ("share_at_zero", leaf.ShareAtZero, leaf.Scored), ("share_at_full", leaf.ShareAtFull, leaf.Scored),
        ("distinct", Figure.Of(leaf.Distinct), leaf.Scored), ("share_at_mode", leaf.ShareAtMode, leaf.Scored),
    ];

    private static (string Name, Figure Figure)[] Of(NodeImportance node) =>
    [
        ("nominal_weight", Figure.Of(node.Nominal)), ("linear_r2", node.Linear), ("correlation_ratio", node.Ratio),
        ("correlation_ratio_by_chance", node.ByChance), ("importance_share", node.Share), ("importance_share_linear", node.LinearShare),
    ];

    private static string Reason(Gap gap) => gap switch
    {
        Gap.None => "",
        Gap.NotApplicable => "not-applicable",
        Gap.NoData => "no-data",
        Gap.TooFew => "too-few",
        Gap.Constant => "constant",
        Gap.OneChild => "one-child",
        Gap.NoScale => "no-scale",
        Gap.NoCommonVariance => "no-common-variance",
        _ => "too-large",
    };
}
