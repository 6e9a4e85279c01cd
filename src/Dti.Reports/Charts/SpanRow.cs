namespace Dti.Reports.Charts;

/// <summary>A unit's published rank, its interval with the words for it, and its tier.</summary>
public sealed record SpanRow(string Label, double Rank, double Low, double High, string Span, string Tier)
{
    /// <summary>End of the scale of ranks; a scale has two of them at least.</summary>
    internal static double Last(IReadOnlyList<SpanRow> rows) => rows.Select(row => Math.Max(row.High, row.Rank)).Append(2).Max();

    /// <summary>Read aloud in a plot's place.</summary>
    internal static string Describe(IReadOnlyList<SpanRow> rows) => rows.MaxBy(row => row.High - row.Low) is not { } widest
        ? "Không có đơn vị nào."
        : $"{rows.Count} đơn vị theo thứ tự hạng công bố; khoảng hạng rộng nhất: {widest.Label}, {widest.Span}; số nhóm không phân biệt được: {rows.Select(row => row.Tier).Distinct().Count()}.";
}
