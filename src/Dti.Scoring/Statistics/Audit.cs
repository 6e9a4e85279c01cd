namespace Dti.Scoring.Statistics;

/// <summary>A rule's limit and where it comes from.</summary>
public sealed record AuditLimit(AuditRule Rule, double Limit, string Source);

/// <summary>The rules of a statistical audit as data, and what they find in a group.</summary>
public static class Audit
{
    private const string OwnChoice = "DTI";
    private const string Jrc = "JRC, statistical audits of the Global Innovation Index; OECD/JRC (2008), Handbook on Constructing Composite Indicators";

    /// <summary>In the order of <see cref="AuditRule"/>. Sources that say <c>DTI</c> are limits of our own choice.</summary>
    public static IReadOnlyList<AuditLimit> Limits { get; } =
    [
        new(AuditRule.TellsNothingApart, 0.8, OwnChoice),
        new(AuditRule.LowCoverage, 0.65, "JRC, statistical audits of the Global Innovation Index"),
        new(AuditRule.Outliers, 2, "Groeneveld & Meeden (1984), The Statistician 33; JRC, statistical audits of the Global Innovation Index"),
        new(AuditRule.Contradicts, 0, Jrc),
        new(AuditRule.WeakLink, 0.3, Jrc),
        new(AuditRule.OtherNode, 0.3, Jrc),
        new(AuditRule.Redundant, 0.92, "JRC, statistical audits of the Global Innovation Index"),
        new(AuditRule.LowConsistency, 0.7, "Nunnally (1978), Psychometric Theory; OECD/JRC (2008), Handbook on Constructing Composite Indicators"),
        new(AuditRule.Underweight, 0.5, "Paruolo, Saisana & Saltelli (2013), J. R. Statist. Soc. A 176(3); DTI"),
        new(AuditRule.Overweight, 2, "Paruolo, Saisana & Saltelli (2013), J. R. Statist. Soc. A 176(3); DTI"),
    ];

    public static AuditLimit LimitOf(AuditRule rule) => Limits[(int)rule];

    /// <summary>By rule, then in tree order. Nothing is drawn from fewer than <see cref="StatisticsLimits.Finding"/> units but what counts them.</summary>
    internal static IEnumerable<Finding> Of(GroupStatistics group) =>
        OfLeaves(group).Concat(OfLinks(group)).Concat(OfPairs(group)).Concat(OfNodes(group)).Concat(OfImportance(group)).OrderBy(finding => finding.Rule);

    private static IEnumerable<Finding> OfLeaves(GroupStatistics group)
    {
        foreach (var leaf in group.Leaves)
        {
            if (leaf.Coverage.Value is { } coverage && coverage < LimitOf(AuditRule.LowCoverage).Limit)
                yield return new(AuditRule.LowCoverage, leaf.Node, null, coverage, leaf.Covered, leaf.Applicable);
            if (leaf.Scored < StatisticsLimits.Finding)
                continue;
            if (leaf.ShareAtMode.Value is { } mode && mode >= LimitOf(AuditRule.TellsNothingApart).Limit)
                yield return new(AuditRule.TellsNothingApart, leaf.Node, null, mode, leaf.ShareAtFull.Value, leaf.Scored);
            else if (leaf is { HasOutliers: true, Skewness.Value: { } skewness })
                yield return new(AuditRule.Outliers, leaf.Node, null, skewness, leaf.Kurtosis.Value, leaf.Scored);
        }
    }

    private static IEnumerable<Finding> OfLinks(GroupStatistics group)
    {
        foreach (var leaf in group.Leaves)
        {
            var parent = group.Plan.Nodes[group.Plan.Nodes[leaf.Node].Parent];
            int units = group.Correlations.Pairs(leaf.Node, parent.Index);
            // A node of one child is its child.
            if (parent.Children.Count < 2 || units < StatisticsLimits.Finding || group.Correlations[leaf.Node, parent.Index].Value is not { } own)
                continue;
            if (own < LimitOf(AuditRule.Contradicts).Limit)
                yield return new(AuditRule.Contradicts, leaf.Node, parent.Index, own, null, units);
            else if (own < LimitOf(AuditRule.WeakLink).Limit)
                yield return new(AuditRule.WeakLink, leaf.Node, parent.Index, own, null, units);
            var best = parent.Parent < 0 ? default : group.Plan.Nodes[parent.Parent].Children
                .Where(other => other != parent.Index)
                .Select(other => (Node: other, R: group.Correlations[leaf.Node, other].Value ?? -1))
                .DefaultIfEmpty((Node: 0, R: -1)).MaxBy(other => other.R);
            if (parent.Parent >= 0 && best.R > own && best.R >= LimitOf(AuditRule.OtherNode).Limit)
                yield return new(AuditRule.OtherNode, leaf.Node, best.Node, best.R, own, units);
        }
    }

    private static IEnumerable<Finding> OfPairs(GroupStatistics group)
    {
        for (int i = 0; i < group.Leaves.Count; i++)
            for (int j = i + 1; j < group.Leaves.Count; j++)
            {
                int a = group.Leaves[i].Node, b = group.Leaves[j].Node, pairs = group.Correlations.Pairs(a, b);
                if (pairs >= StatisticsLimits.Finding && group.Correlations[a, b].Value is { } r && r > LimitOf(AuditRule.Redundant).Limit)
                    yield return new(AuditRule.Redundant, a, b, r, null, pairs);
            }
    }

    private static IEnumerable<Finding> OfNodes(GroupStatistics group) => group.Nodes
        .Where(node => node.Scored >= StatisticsLimits.Finding && node.StandardisedAlpha.Value < LimitOf(AuditRule.LowConsistency).Limit)
        .Select(node => new Finding(AuditRule.LowConsistency, node.Node, null, node.StandardisedAlpha.Value!.Value, node.Children, node.Scored));

    /// <summary>Of the index's children alone: of many leaves and few units, some stand out by chance.</summary>
    private static IEnumerable<Finding> OfImportance(GroupStatistics group)
    {
        bool hasNodes = group.Importance.Any(node => !node.IsLeaf);
        foreach (var node in group.Importance.Where(node => !hasNodes || !node.IsLeaf))
        {
            if (node.Share.Value is not { } share)
                continue;
            double times = share / node.Nominal;
            if (times < LimitOf(AuditRule.Underweight).Limit)
                yield return new(AuditRule.Underweight, node.Node, null, share, node.Nominal, node.Pairs);
            else if (times > LimitOf(AuditRule.Overweight).Limit && node.Ratio.Value > node.ByChance.Value)
                yield return new(AuditRule.Overweight, node.Node, null, share, node.Nominal, node.Pairs);
        }
    }
}
