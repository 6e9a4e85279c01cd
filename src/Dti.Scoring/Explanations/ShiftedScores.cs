namespace Dti.Scoring.Explanations;

/// <summary>Scores after one row's inputs were replaced, where the other rows' are known to move a little only.</summary>
/// <param name="Own">The row's own root score.</param>
/// <param name="Most">No other root score moves by more.</param>
/// <param name="Error">How far off the world scored again may be; 0 = it is the same to the last bit.</param>
/// <param name="Roots">Root scores of chosen rows.</param>
internal sealed record ShiftedScores(double Own, double Most, double Error, Func<int[], double[]> Roots);
