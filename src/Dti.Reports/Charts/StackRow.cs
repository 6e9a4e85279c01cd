namespace Dti.Reports.Charts;

/// <summary>
/// A name with its figure in words, and what is marked on the line below: a dot, where there is one a ring for what it is held against, or
/// the ends of its interval. Rows of one <see cref="Tier"/> stand together.
/// </summary>
public sealed record StackRow(string Label, string Words, double Dot, double? Ring = null, double? Low = null, double? High = null, string? Tier = null);
