using Dti.Scoring.Tables;

namespace Dti.Scoring.Scores;

/// <summary>The method of one kind of set.</summary>
internal interface IScorer
{
    (double[][] Values, double[][]? Maxima) Score(UnitTable table);

    /// <summary>What explanations of one table share; made once a table.</summary>
    object Open(UnitTable table);

    ScoreTrace Explain(SetScores scores, object opened, int unit, int node);
}
