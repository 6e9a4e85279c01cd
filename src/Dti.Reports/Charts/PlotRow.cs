namespace Dti.Reports.Charts;

/// <summary>A dot with its label, and the ends of its interval where there is one.</summary>
public sealed record PlotRow(string Label, double Value, double? Low = null, double? High = null);
