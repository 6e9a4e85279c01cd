namespace Dti.Scoring.Statistics;

/// <summary>A rule's limit and where it comes from.</summary>
/// <param name="Rule">Which.</param>
/// <param name="Limit">
/// In the unit of <see cref="Finding.Value"/>; for <see cref="AuditRule.OtherNode"/> by how much the other correlation is larger, for
/// importance the share of importance over nominal weight.
/// </param>
/// <param name="Source">Who asks the question, and who sets the limit unless <paramref name="IsOwnChoice"/>.</param>
/// <param name="IsOwnChoice">The limit is this project's: the source looks at the figure but no limit of it could be confirmed.</param>
public sealed record AuditLimit(AuditRule Rule, double Limit, string Source, bool IsOwnChoice);

/// <summary>
/// The rules of a statistical audit as data, and what they find in a group. COINr is the R package of the JRC's competence centre
/// for composite indicators; its defaults are the centre's rules of thumb.
/// </summary>
public static class Audit
{
    private const string Handbook = "OECD/JRC (2008), Handbook on Constructing Composite Indicators";
    private const string Coinr = "Becker et al. (2022), COINr, JOSS 7(78)";
    private const string Paruolo = "Paruolo, Saisana & Saltelli (2013), J. R. Statist. Soc. A 176(3)";

    /// <summary>In the order of <see cref="AuditRule"/>.</summary>
    public static IReadOnlyList<AuditLimit> Limits { get; } =
    [
        new(AuditRule.TellsNothingApart, 0.8, $"{Coinr}: get_stats", IsOwnChoice: true),
        new(AuditRule.LowCoverage, 0.65, $"JRC (2019), COIN Tool, FAQs; {Coinr}: get_stats", IsOwnChoice: false),
        new(AuditRule.Outliers, 2, $"{Coinr}: check_SkewKurt", IsOwnChoice: false),
        new(AuditRule.Contradicts, 0, Handbook, IsOwnChoice: true),
        new(AuditRule.WeakLink, 0.3, $"{Coinr}: plot_corr", IsOwnChoice: false),
        new(AuditRule.OtherNode, 0.1, Handbook, IsOwnChoice: true),
        new(AuditRule.Redundant, 0.9, $"{Coinr}: get_corr_flags", IsOwnChoice: false),
        new(AuditRule.LowConsistency, 0.7, "Nunnally (1978), Psychometric Theory; JRC (2013, 2014), Statistical Audit on the Global Talent Competitiveness Index", IsOwnChoice: false),
        new(AuditRule.Underweight, 0.5, Paruolo, IsOwnChoice: true),
        new(AuditRule.Overweight, 2, Paruolo, IsOwnChoice: true),
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
            if (parent.Parent >= 0 && best.R - own >= LimitOf(AuditRule.OtherNode).Limit && best.R >= LimitOf(AuditRule.WeakLink).Limit)
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
