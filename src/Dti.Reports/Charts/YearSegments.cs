namespace Dti.Reports.Charts;

/// <summary>Which figures of a series may be joined by a line.</summary>
public static class YearSegments
{
    /// <summary>
    /// Each published figure with the one published before it, unless a break lies between; a computed one only with the figure that it
    /// was computed for, the first after it, unless it stands alone.
    /// </summary>
    public static IEnumerable<(YearPoint From, YearPoint To)> Joined(IReadOnlyList<YearPoint> points, IReadOnlyCollection<int> breaks)
    {
        YearPoint[] published = [.. points.Where(point => !point.Computed).OrderBy(point => point.Year)];
        for (int i = 1; i < published.Length; i++)
            if (!breaks.Any(year => year > published[i - 1].Year && year <= published[i].Year))
                yield return (published[i - 1], published[i]);
        foreach (var computed in points.Where(point => point is { Computed: true, Alone: false }))
            if (published.FirstOrDefault(point => point.Year > computed.Year) is { } after)
                yield return (computed, after);
    }
}
