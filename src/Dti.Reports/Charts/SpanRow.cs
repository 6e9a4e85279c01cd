namespace Dti.Reports.Charts;

/// <summary>A unit's published rank, its interval over the draws, both as figures and as <paramref name="Span"/> says them, and its tier's letter.</summary>
public sealed record SpanRow(string Label, double Rank, double Low, double High, string Span, string Tier);
