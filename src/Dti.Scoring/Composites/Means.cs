using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Composites;

/// <summary>Weighted means of the children that have data, weights renormalised among them.</summary>
internal static class Means
{
    /// <param name="kind">Arithmetic, geometric or harmonic.</param>
    /// <param name="children">A column of scores a child; NaN = no data.</param>
    /// <param name="weights">One a child.</param>
    /// <param name="threshold">Least share of children with data.</param>
    /// <param name="means">Where the means go; NaN = too little data.</param>
    /// <param name="place">Names a child and a unit in faults.</param>
    public static void Fill(Aggregation kind, double[][] children, double[] weights, double threshold, double[] means, Func<int, int, string> place)
    {
        for (int unit = 0; unit < means.Length; unit++)
            means[unit] = Mean(kind, children, weights, threshold, unit, place);
    }

    private static double Mean(Aggregation kind, double[][] children, double[] weights, double threshold, int unit, Func<int, int, string> place)
    {
        int have = 0;
        double total = 0, sum = 0, least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (int child = 0; child < children.Length; child++)
        {
            double x = children[child][unit], weight = weights[child];
            if (double.IsNaN(x))
                continue;
            have++;
            if (weight == 0)
                continue;
            if (kind != Aggregation.Arithmetic && x <= 0)
                throw new ScoringException("non-positive-under-mean", $"{place(child, unit)} is {Text(x)}; a {Name(kind)} mean needs values above 0. Normalise to a scale that starts above 0, for example min_max from 1 to 100.");
            total += weight;
            sum += weight * (kind switch { Aggregation.Geometric => Elementary.Ln(x), Aggregation.Harmonic => 1 / x, _ => x });
            least = Math.Min(least, x);
            most = Math.Max(most, x);
        }
        if (total == 0 || (double)have / children.Length < threshold)
            return double.NaN;

        double mean = kind switch { Aggregation.Geometric => Elementary.Exp(sum / total), Aggregation.Harmonic => total / sum, _ => sum / total };
        // A mean lies between its values; rounding must not carry it a bit outside.
        return double.IsFinite(mean)
            ? Math.Clamp(mean, least, most)
            : throw new ScoringException("overflow", $"{place(-1, unit)}: the mean is larger than a number can be.");
    }

    /// <summary>Of the two means that need values above 0.</summary>
    public static string Name(Aggregation kind) => kind == Aggregation.Geometric ? "geometric" : "harmonic";
}
