namespace Dti.Scoring.Explanations;

/// <summary>
/// Why one unit's rank and score differ between two years: exact Shapley values of four players, which add up to the change.
/// </summary>
/// <param name="OldUnit">The unit's code in the old year; null when it entered.</param>
/// <param name="NewUnit">The unit's code in the new year; null when it left.</param>
/// <param name="OldRank">Rank under the old set, old inputs; null = none.</param>
/// <param name="NewRank">Rank under the new set, new inputs; null = none.</param>
/// <param name="OldScore">Score as a share of the old set's full scale; NaN = none.</param>
/// <param name="NewScore">Score as a share of the new set's full scale; NaN = none.</param>
/// <param name="Rank">Contributions to <c>NewRank − OldRank</c>, in ranks: below 0 moved the unit up. Null where <paramref name="Reason"/> says why.</param>
/// <param name="Score">Contributions to <c>NewScore − OldScore</c>, in shares of the full scale: above 0 raised it. Null where one of the scores it takes is missing.</param>
/// <param name="Reason">Why there are no contributions to the rank; null when there are.</param>
/// <param name="Detail">What a counterfactual could not be scored for, in the method's words; null otherwise.</param>
public sealed record RankChange(
    string? OldUnit, string? NewUnit, double? OldRank, double? NewRank, double OldScore, double NewScore,
    Contributions? Rank, Contributions? Score, NoDecomposition? Reason, string? Detail = null);

/// <summary>What each player contributes to a change; in the change's own unit.</summary>
/// <param name="Own">The unit's own inputs.</param>
/// <param name="Others">The inputs of the other units that are in both years.</param>
/// <param name="Method">The set: rules, points, weights, scale, ranking rule.</param>
/// <param name="EntryAndExit">Who is compared: units that enter or leave, and changes of group, pool or of being ranked.</param>
public readonly record struct Contributions(double Own, double Others, double Method, double EntryAndExit)
{
    public double Sum => Own + Others + Method + EntryAndExit;
}

/// <summary>Why a change of rank is not decomposed.</summary>
public enum NoDecomposition
{
    /// <summary>The unit is not in the old year.</summary>
    Entered,
    /// <summary>The unit is not in the new year.</summary>
    Left,
    /// <summary>It has no rank in the old year (no score, or not ranked).</summary>
    NoOldRank,
    /// <summary>It has no rank in the new year.</summary>
    NoNewRank,
    /// <summary>One of the mixed worlds gives it no rank: nothing of its inputs has a counterpart, or the method cannot score the mixture.</summary>
    NoCounterfactual,
}
