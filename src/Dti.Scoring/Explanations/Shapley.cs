using System.Numerics;

namespace Dti.Scoring.Explanations;

/// <summary>
/// Shapley values of four players, summed over all sixteen coalitions (Shapley 1953, A value for n-person games; for the
/// decomposition of a change Shorrocks 2013, Decomposition procedures for distributional analysis, J. Econ. Inequality 11).
/// </summary>
internal static class Shapley
{
    public const int Players = 4;
    public const int Coalitions = 1 << Players;

    public const int Own = 1;
    public const int Others = 2;
    public const int Method = 4;
    public const int EntryAndExit = 8;

    /// <summary>|S|! (3 − |S|)! / 4! in twelfths, by the size of S: sums of ranks stay exact until they are divided.</summary>
    private static readonly double[] Twelfths = [3, 1, 1, 3];

    /// <param name="values">Value of each coalition, by the sum of its players' bits.</param>
    /// <returns>Null when a value is missing (NaN).</returns>
    public static Contributions? Of(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
            if (double.IsNaN(value))
                return null;
        return new(Value(values, Own), Value(values, Others), Value(values, Method), Value(values, EntryAndExit));
    }

    private static double Value(ReadOnlySpan<double> values, int player)
    {
        double sum = 0;
        for (int coalition = 0; coalition < Coalitions; coalition++)
            if ((coalition & player) == 0)
                sum += Twelfths[BitOperations.PopCount((uint)coalition)] * (values[coalition | player] - values[coalition]);
        return sum / 12;
    }
}
