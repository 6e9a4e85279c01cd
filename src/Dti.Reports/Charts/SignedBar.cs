namespace Dti.Reports.Charts;

/// <summary>A bar to the right of zero (above 0) or to its left; <see cref="Text"/> is the value as people read it.</summary>
public sealed record SignedBar(string Label, double Value, string Text);
