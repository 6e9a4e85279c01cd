namespace Dti.Scoring.Points;

/// <summary>
/// A rule compiled to columns. Works on whole columns; what it makes of a missing input does not matter, since
/// <see cref="PointIndicator"/> settles that afterwards.
/// </summary>
internal abstract class ShareRule
{
    /// <summary>Each unit's share in [0, 1]; NaN = excluded, because what it measures against is empty.</summary>
    public abstract void Fill(PointRun run, Span<double> shares);

    /// <summary>The rule with a unit's numbers in it.</summary>
    public abstract string Words(PointRun run, int unit);

    /// <summary>Into [0, 1]; absurd input must not earn more than the points or less than none.</summary>
    protected static double Clamp(double share) => Math.Min(1, Math.Max(0, share));
}
