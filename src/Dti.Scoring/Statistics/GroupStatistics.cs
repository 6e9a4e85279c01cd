using Dti.Scoring.Scores;

namespace Dti.Scoring.Statistics;

/// <summary>Statistics of one peer group: groups are ranked apart, so what matters is what tells their own units apart.</summary>
public sealed record GroupStatistics
{
    /// <summary>"" where the set has no groups.</summary>
    public required string Group { get; init; }
    /// <summary>Rows of the table, in input order.</summary>
    public required IReadOnlyList<int> Units { get; init; }
    public required ScoringPlan Plan { get; init; }
    /// <summary>Scored leaves in tree order.</summary>
    public required IReadOnlyList<LeafStatistics> Leaves { get; init; }
    /// <summary>Inner nodes in tree order, the index first.</summary>
    public required IReadOnlyList<NodeStatistics> Nodes { get; init; }
    /// <summary>
    /// Between any two nodes. An inner node's score is taken as share of what the unit could get there, so that
    /// what does not apply to a unit is not seen as low; the index is taken as it is ranked.
    /// </summary>
    public required CorrelationTable Correlations { get; init; }
    /// <summary>Of the index's own children, then of the leaves where these are not the same.</summary>
    public required IReadOnlyList<NodeImportance> Importance { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }
}

/// <summary>Inner consistency of a node's children that vary: how many, and alpha as scored and standardised.</summary>
/// <param name="Node">Index in the plan's nodes.</param>
/// <param name="Code">Its code.</param>
/// <param name="Scored">Units with a score.</param>
/// <param name="Children">Children that vary.</param>
/// <param name="Alpha">Cronbach's alpha of the children as they are scored.</param>
/// <param name="StandardisedAlpha">The same of children brought to one standard deviation.</param>
public sealed record NodeStatistics(int Node, string Code, int Scored, int Children, Figure Alpha, Figure StandardisedAlpha);

/// <summary>What a node should count for and what it does.</summary>
/// <param name="Node">Index in the plan's nodes.</param>
/// <param name="Code">Its code.</param>
/// <param name="IsLeaf">Among all leaves, else among the index's children.</param>
/// <param name="Nominal">Share of points or weight, in [0, 1]; the shares of one level add up to 1.</param>
/// <param name="Pairs">Units with both scores.</param>
/// <param name="Linear">R² of a straight line, in [0, 1].</param>
/// <param name="Ratio">Squared correlation ratio S = V(E(index | node)) / V(index), in [0, 1].</param>
/// <param name="ByChance">The mean ratio of a node that has nothing to do with the index, were the width of smoothing not chosen by the data; some half of such nodes have more.</param>
/// <param name="Share">S over the sum of S of the level, to lay beside <paramref name="Nominal"/>.</param>
/// <param name="LinearShare">The same of R², from <see cref="StatisticsLimits.Finding"/> pairs: the linear measure of Paruolo et al., blind to a relation that bends.</param>
public sealed record NodeImportance(
    int Node, string Code, bool IsLeaf, double Nominal, int Pairs, Figure Linear, Figure Ratio, Figure ByChance, Figure Share, Figure LinearShare);
