namespace Dti.Scoring.Sets;

/// <summary>
/// One year's indicator set, checked and complete: parameters are already replaced by the numbers in force, defaults are
/// filled in, and every operand exists. A set is either of points (every leaf is an <see cref="Indicator"/>) or normalised
/// (every leaf is a <see cref="NormalisedLeaf"/>, a composite index as in the OECD/JRC handbook).
/// </summary>
public sealed record IndicatorSet
{
    public required string Code { get; init; }
    public required int Year { get; init; }
    public required Text Title { get; init; }
    /// <summary>The decision that issued the set; absent while it is a draft.</summary>
    public Issue? Issued { get; init; }
    public required SetKind Kind { get; init; }
    /// <summary>Peer groups, ranked apart. Empty when the set has one group only.</summary>
    public IReadOnlyList<PeerGroup> Groups { get; init; } = [];
    public RankingRule Ranking { get; init; } = new();
    /// <summary>What a self-reported value counts for when nobody verified it.</summary>
    public Unverified Unverified { get; init; } = Unverified.Zero;
    /// <summary>What happens to the points of an indicator that does not apply to a unit.</summary>
    public NotApplicable NotApplicable { get; init; } = NotApplicable.Keep;
    /// <summary>Where statistics of normalised columns run: over the whole table or inside each peer group.</summary>
    public StatisticsScope Within { get; init; } = StatisticsScope.Table;
    /// <summary>The index node's own aggregation and data threshold (inherited values are already pushed down).</summary>
    public Aggregation Aggregate { get; init; } = Aggregation.Arithmetic;
    public double DataThreshold { get; init; }
    public required IReadOnlyList<Node> Nodes { get; init; }
    public IReadOnlyList<Parameter> Parameters { get; init; } = [];
    public UncertaintyRule? Uncertainty { get; init; }
    /// <summary>How earlier years' inputs become this set's; a year without one cannot be scored again under this set.</summary>
    public IReadOnlyList<SetMap> Maps { get; init; } = [];

    /// <summary>Every node in tree order (parents before children), without the root.</summary>
    public IEnumerable<Node> AllNodes()
    {
        var stack = new Stack<Node>(Nodes.Reverse());
        while (stack.TryPop(out var node))
        {
            yield return node;
            foreach (var child in node.Children.Reverse())
                stack.Push(child);
        }
    }

    /// <summary>Every leaf with points and a rule, in tree order.</summary>
    public IEnumerable<Node> Indicators() => AllNodes().Where(node => node.Indicator is not null);
}

public enum SetKind { Points, Normalised }

/// <summary>A name in Vietnamese and, where known, in English.</summary>
public sealed record Text(string Vi, string? En = null);

public sealed record Issue(string Number, DateOnly Date);

public sealed record PeerGroup(string Code, Text Name);

/// <summary>How scores become ranks. <see cref="Decimals"/> are those shown; <see cref="Rounding"/> says whether ties are judged on them.</summary>
public sealed record RankingRule(Ties Ties = Ties.Min, int Decimals = 2, RankRounding Rounding = RankRounding.Before);

/// <summary>Ranks of equal scores: Min 1,2,2,4; Dense 1,2,2,3; Average 1,2.5,2.5,4; Max 1,3,3,4.</summary>
public enum Ties { Min, Dense, Average, Max }

/// <summary>Before: the rounded scores are ranked (as the Human Development Index does). After: the unrounded ones are (as EGDI does).</summary>
public enum RankRounding { Before, After }

public enum Unverified { Zero, Counts }

public enum NotApplicable { Keep, Rescale }

public enum StatisticsScope { Table, Group }

/// <summary>A value that law may change, already resolved for the set's year; kept for the method page.</summary>
public sealed record Parameter(string Name, double Value, DateOnly? From, DateOnly? Until, string? Source)
{
    /// <summary>What readers call it; <see cref="Name"/> is what rules do.</summary>
    public Text? Title { get; init; }
    /// <summary>The value in force before this one, where the set states it.</summary>
    public Parameter? Before { get; init; }
}

/// <summary>
/// What <c>--uncertainty</c> varies: relative half-width of weights, alternative normalisations and aggregations drawn with
/// equal chance, relative half-widths of inputs by column, and whether one indicator is left out a draw.
/// </summary>
public sealed record UncertaintyRule
{
    public double Weights { get; init; } = 0.25;
    public IReadOnlyList<NormaliseKind> Normalise { get; init; } = [];
    public IReadOnlyList<Aggregation> Aggregate { get; init; } = [];
    public IReadOnlyDictionary<string, double> Inputs { get; init; } = new Dictionary<string, double>();
    public bool DropOne { get; init; }
}
