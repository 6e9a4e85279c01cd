using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Uncertainty;

namespace Dti.Assessment.Editions;

/// <summary>Rank intervals and tiers of an edition; they depend on nothing but its inputs, draws and seed.</summary>
internal static class RankIntervals
{
    /// <returns>Null where none are asked for, or the set's alternatives cannot be scored on these inputs: the edition is published without.</returns>
    public static RankUncertainty? Draw(SetScores scores, IReadOnlyList<RankedUnit> ranking, EditionUncertainty? asked)
    {
        if (asked is null)
            return null;
        try
        {
            return UncertaintyAnalysis.Run(scores, ranking, new UncertaintyOptions(asked.Draws, (ulong)asked.Seed));
        }
        catch (ScoringException)
        {
            return null;
        }
    }
}
