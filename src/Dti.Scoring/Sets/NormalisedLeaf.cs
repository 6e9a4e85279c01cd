namespace Dti.Scoring.Sets;

/// <summary>A leaf of a normalised set: one column. Order: denominate, impute, treat, transform, direction, normalise.</summary>
public sealed record NormalisedLeaf
{
    /// <summary>1 more is better, -1 less is better (x × −1 before normalising).</summary>
    public int Direction { get; init; } = 1;
    /// <summary>Column that divides the values first.</summary>
    public string? Denominator { get; init; }
    public Imputation Impute { get; init; } = Imputation.None;
    /// <summary>Column whose values group units for <see cref="Imputation.GroupMean"/>; null = the group column.</summary>
    public string? ImputeBy { get; init; }
    public OutlierTreatment? Treat { get; init; }
    public Transform Transform { get; init; } = Transform.None;
    public required Normalisation Normalise { get; init; }
}

public enum Imputation { None, GroupMean, Median, Mean }

public enum Transform { None, Ln, Log10, Sqrt }

/// <summary>Winsorise at most <see cref="Max"/> values until |skewness| &lt; <see cref="Skew"/> or kurtosis &lt; <see cref="Kurtosis"/>.</summary>
public sealed record OutlierTreatment(int Max = 5, double Skew = 2, double Kurtosis = 3.5, bool Combine = false);

public enum NormaliseKind { None, MinMax, ZScore, Borda, PercentileRank, Rank, DistanceToTarget, DistanceToMax, DistanceToReference, Goalposts }

/// <summary>A normalisation and its constants; only those of its kind are set.</summary>
public sealed record Normalisation(NormaliseKind Kind)
{
    /// <summary>min_max and goalposts: the scale's ends.</summary>
    public double Lower { get; init; }
    public double Upper { get; init; } = 1;
    /// <summary>zscore: target mean and standard deviation.</summary>
    public double Mean { get; init; }
    public double Sd { get; init; } = 1;
    /// <summary>goalposts: in the input's own units.</summary>
    public double Low { get; init; }
    public double High { get; init; }
    public bool Truncate { get; init; } = true;
    /// <summary>distance_to_target: in the input's own units.</summary>
    public double Target { get; init; }
    public bool Cap { get; init; } = true;
    /// <summary>distance_to_reference: the unit compared with.</summary>
    public string? Unit { get; init; }
}
