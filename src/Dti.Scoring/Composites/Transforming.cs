using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Composites;

internal static class Transforming
{
    /// <param name="transform">Which.</param>
    /// <param name="x">The value; NaN stays NaN.</param>
    /// <param name="place">Names the value in a fault.</param>
    public static double Apply(Transform transform, double x, Func<string> place)
    {
        if (double.IsNaN(x) || transform == Transform.None)
            return x;
        if (transform == Transform.Sqrt)
            return x >= 0
                ? Math.Sqrt(x)
                : throw new ScoringException("root-of-negative", $"{place()} is {Figures.Text(x)}; a square root needs 0 or more.");
        if (x <= 0)
            throw new ScoringException("log-of-non-positive", $"{place()} is {Figures.Text(x)}; a logarithm needs a value above 0.");
        return transform == Transform.Ln ? Elementary.Ln(x) : Elementary.Log10(x);
    }

    public static string? Words(Transform transform) => transform switch
    {
        Transform.Ln => "ln",
        Transform.Log10 => "log10",
        Transform.Sqrt => "square root",
        _ => null,
    };
}
