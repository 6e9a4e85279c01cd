namespace Dti.Reports.Charts;

/// <summary>A unit's rank on the left and on the right.</summary>
public sealed record SlopeRow(string Label, double Left, double Right);
