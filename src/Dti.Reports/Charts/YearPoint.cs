namespace Dti.Reports.Charts;

/// <summary>
/// A figure of a year; computed = the weighted mean of predecessors, never published for the unit itself; alone = of another method than
/// the other years, to which it is not joined.
/// </summary>
public sealed record YearPoint(int Year, double Value, bool Computed = false, bool Alone = false);
