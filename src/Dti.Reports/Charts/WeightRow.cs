namespace Dti.Reports.Charts;

/// <summary>What something should count for and what it does, both shares in [0, 1].</summary>
public sealed record WeightRow(string Label, double Nominal, double Actual);
