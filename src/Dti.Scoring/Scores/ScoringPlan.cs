using Dti.Scoring.Composites;
using Dti.Scoring.Points;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Scores;

/// <summary>
/// A set compiled once to steps over columns of numbers. Official score, preview, Monte Carlo and explanation all run the same plan.
/// A plan holds no table and no mutable state: one plan may score many tables on many threads.
/// </summary>
public sealed class ScoringPlan
{
    /// <summary>Code of the root.</summary>
    public const string RootCode = "INDEX";

    private ScoringPlan()
    {
    }

    /// <summary>Nodes in tree order; index 0 is the root, code <c>INDEX</c>, depth 0.</summary>
    public IReadOnlyList<PlanNode> Nodes { get; private init; } = [];

    public required IndicatorSet Set { get; init; }

    internal IScorer Scorer { get; private init; } = null!;

    /// <exception cref="ScoringException">The set is not one that can be scored; a set that passed its checks is.</exception>
    public static ScoringPlan Compile(IndicatorSet set)
    {
        var nodes = PlanTree.Of(set);
        return new()
        {
            Set = set,
            Nodes = nodes,
            Scorer = set.Kind == SetKind.Points ? PointScorer.Compile(set, nodes) : CompositeScorer.Compile(set, nodes),
        };
    }

    /// <summary>Scores every node of every unit.</summary>
    /// <remarks>
    /// Point sets: an indicator with a missing input scores 0 or is excluded, as it says, even where another part of its rule
    /// would earn something; only a quarter without a report is not missing but earns what none earns. Every node but the root
    /// holds raw points. The root is the sum of its children times target / kept: kept are the unit's points after everything
    /// that left, target is the set's full points under <see cref="NotApplicable.Rescale"/>, else the points of the indicators
    /// that apply to the unit. So excluded indicators always leave numerator and denominator.
    /// Normalised sets: means over the children that have data, weights renormalised among them.
    /// </remarks>
    /// <exception cref="ScoringException">A column cannot be scored as the set says (constant column, negative under a geometric mean …).</exception>
    public SetScores Score(UnitTable table)
    {
        var (values, maxima) = Scorer.Score(table);
        return new() { Plan = this, Table = table, Values = values, Maxima = maxima };
    }
}

/// <summary>A node as the plan sees it. <see cref="Parent"/> is -1 for the root; <see cref="Node"/> is null for the root.</summary>
public sealed record PlanNode(int Index, string Code, int Depth, int Parent, IReadOnlyList<int> Children, Node? Node);
