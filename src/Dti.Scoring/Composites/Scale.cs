using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Composites;

/// <summary>A normalisation fitted to a column: the function and the function in words.</summary>
internal sealed record Scale(Func<double, double> Apply, Func<double, string> Words)
{
    /// <param name="method">Kind and constants.</param>
    /// <param name="of">Statistics of the column after transform and direction.</param>
    /// <param name="post">Brings a constant given in the input's own units to the column's: transform, then direction.</param>
    /// <param name="reference">Value of the unit compared with.</param>
    /// <param name="place">Names the column in faults.</param>
    public static Scale Fit(Normalisation method, ColumnStatistics of, Func<double, double> post, double reference, string place) => method.Kind switch
    {
        NormaliseKind.None => new(x => x, Text),
        NormaliseKind.MinMax => MinMax(method, of, place),
        NormaliseKind.Goalposts => Goalposts(method, post, place),
        NormaliseKind.ZScore => ZScore(method, of, place),
        NormaliseKind.Rank => Rank(of.Ranked()),
        NormaliseKind.Borda => Borda(of.Ranked()),
        NormaliseKind.PercentileRank => PercentileRank(of.Ranked(), place),
        NormaliseKind.DistanceToMax => DistanceToMax(of, place),
        NormaliseKind.DistanceToTarget => DistanceToTarget(method, of, post(method.Target), place),
        NormaliseKind.DistanceToReference => DistanceToReference(of, reference, place),
        _ => throw new ScoringException("method-not-supported", $"{place}: the normalisation {method.Kind} is not known here."),
    };

    private static Scale MinMax(Normalisation method, ColumnStatistics of, string place)
    {
        RefuseConstant(of, "min_max", place);
        return Between(of.Min, of.Max, method.Lower, method.Upper, truncate: true);
    }

    private static Scale Goalposts(Normalisation method, Func<double, double> post, string place)
    {
        double a = post(method.Low), b = post(method.High);
        if (a == b)
            throw new ScoringException("equal-goalposts", $"{place}: both goalposts are {Text(method.Low)}; give a low and a high one.");
        return Between(Math.Min(a, b), Math.Max(a, b), method.Lower, method.Upper, method.Truncate);
    }

    /// <summary>A straight line through (low, lower) and (high, upper).</summary>
    public static Scale Between(double low, double high, double lower, double upper, bool truncate)
    {
        return new(
            x =>
            {
                double scaled = (x - low) / (high - low) * (upper - lower) + lower;
                return truncate && !double.IsNaN(scaled) ? Math.Clamp(scaled, Math.Min(lower, upper), Math.Max(lower, upper)) : scaled;
            },
            x =>
            {
                string share = $"({Text(x)} − {Signed(low)}) / ({Text(high)} − {Signed(low)})";
                if (upper - lower != 1)
                    share += $" × {Signed(upper - lower)}";
                if (lower != 0)
                    share += $" + {Signed(lower)}";
                return truncate && (x < low || x > high) ? $"{share}, held within {Text(lower)} and {Text(upper)}" : share;
            });
    }

    private static Scale ZScore(Normalisation method, ColumnStatistics of, string place)
    {
        RefuseConstant(of, "zscore", place);
        double mean = of.Mean, sd = of.Sd;
        return new(
            x => (x - mean) / sd * method.Sd + method.Mean,
            x => $"({Text(x)} − {Signed(mean)}) / {Text(sd)} × {Text(method.Sd)} + {Signed(method.Mean)}");
    }

    private static Scale Rank(ColumnStatistics of) =>
        new(x => of.Below(x) + 1, x => $"{of.Below(x) + 1} (rank from below, of {of.Count})");

    private static Scale Borda(ColumnStatistics of) =>
        new(x => of.Below(x), x => $"{of.Below(x)} (units below, of {of.Count})");

    private static Scale PercentileRank(ColumnStatistics of, string place) => of.Count > 1
        ? new(x => of.Below(x) / (of.Count - 1.0), x => $"{of.Below(x)} / {of.Count - 1} (units below, of the others)")
        : throw new ScoringException("constant-column", $"{place}: only one unit has a value; percentile_rank needs at least two.");

    private static Scale DistanceToMax(ColumnStatistics of, string place)
    {
        RefuseConstant(of, "distance_to_max", place);
        double min = of.Min, max = of.Max;
        return new(
            x => 1 - (max - x) / (max - min),
            x => $"1 − ({Text(max)} − {Signed(x)}) / ({Text(max)} − {Signed(min)})");
    }

    private static Scale DistanceToTarget(Normalisation method, ColumnStatistics of, double target, string place)
    {
        double min = of.Min;
        if (target <= min)
            throw new ScoringException("target-not-above-minimum", $"{place}: the target {Text(method.Target)} is no better than the worst value, so it tells units apart in no way; set a target beyond it.");
        return new(
            x => (x - min) / (target - min) is var share && method.Cap ? Math.Min(1, share) : share,
            x => $"{(method.Cap ? "min(1, " : "")}({Text(x)} − {Signed(min)}) / ({Text(target)} − {Signed(min)}){(method.Cap ? ")" : "")}");
    }

    private static Scale DistanceToReference(ColumnStatistics of, double reference, string place)
    {
        double min = of.Min;
        if (reference <= min)
            throw new ScoringException("reference-at-minimum", $"{place}: the reference unit has the worst value; take another unit.");
        return new(
            x => 1 - (reference - x) / (reference - min),
            x => $"1 − ({Text(reference)} − {Signed(x)}) / ({Text(reference)} − {Signed(min)})");
    }

    private static void RefuseConstant(ColumnStatistics of, string method, string place)
    {
        if (of.IsConstant)
            throw new ScoringException("constant-column", $"{place}: every value is {Text(of.Min)}; {method} needs at least two different values. Use goalposts, or leave the column out.");
    }

    private static string Signed(double value) => value < 0 ? $"({Text(value)})" : Text(value);
}
