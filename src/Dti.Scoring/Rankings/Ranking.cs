using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Rankings;

/// <summary>Ranks by the root score inside each peer group and pool.</summary>
public static class Ranking
{
    /// <summary>Groups in the set's order, best first, then input order; units without a score or not ranked last with no rank.</summary>
    /// <param name="set">Its ranking rule decides ties, decimals and rounding.</param>
    /// <param name="table">Groups, pools and who is ranked.</param>
    /// <param name="scores">Root scores, one a unit, unrounded; NaN = none.</param>
    public static IReadOnlyList<RankedUnit> Rank(IndicatorSet set, UnitTable table, IReadOnlyList<double> scores) => throw new NotImplementedException();
}

/// <summary>A row of the ranking; <see cref="Unit"/> is the row index in the table. Average ties may give halves.</summary>
public sealed record RankedUnit(int Unit, string Group, string Pool, double? Rank, double? RoundedScore, double? Score);
