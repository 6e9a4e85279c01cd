namespace Dti.Scoring.Statistics;

/// <summary>A statistic, or the reason why there is none: exactly one of the two. A value is always finite.</summary>
public readonly record struct Figure
{
    private Figure(double? value, Gap gap)
    {
        Value = value;
        Gap = gap;
    }

    public double? Value { get; }

    /// <summary><see cref="Gap.None"/> where there is a value.</summary>
    public Gap Gap { get; }

    /// <summary>What a number cannot hold (a spread of values near 1e308) is <see cref="Gap.TooLarge"/>.</summary>
    public static Figure Of(double value) => double.IsFinite(value) ? new(value == 0 ? 0 : value, Gap.None) : new(null, Gap.TooLarge);

    public static Figure Missing(Gap gap) => new(null, gap);
}

/// <summary>Why a statistic has no value.</summary>
public enum Gap
{
    None,
    /// <summary>The indicator applies to no unit of the group.</summary>
    NotApplicable,
    /// <summary>No unit has a score.</summary>
    NoData,
    /// <summary>Fewer units with data than the statistic's least number.</summary>
    TooFew,
    /// <summary>Every unit has the same value, so nothing varies with it.</summary>
    Constant,
    /// <summary>A node with fewer than two children that vary has no inner consistency.</summary>
    OneChild,
    /// <summary>The scale has no ends (a z-score, a rank).</summary>
    NoScale,
    /// <summary>Children vary against each other so that their sum does not vary.</summary>
    NoCommonVariance,
    /// <summary>Larger than a number can be.</summary>
    TooLarge,
}
