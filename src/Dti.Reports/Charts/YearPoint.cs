namespace Dti.Reports.Charts;

/// <summary>
/// A figure of a year; computed = the weighted mean of predecessors, never published for the unit itself, and then alone = of another
/// method than the years after it.
/// </summary>
public sealed record YearPoint(int Year, double Value, bool Computed = false, bool Alone = false);
