namespace Dti.Reports.Charts;

/// <summary>Which figures of a series may be joined by a line.</summary>
public static class YearSegments
{
    /// <summary>
    /// Each published figure with the one published before it, unless a break lies between; a computed one with the next computed one, and the
    /// last of them with the figure they were computed for, the first published after it. One that stands alone is joined to nothing, nor are
    /// those on either side of it to each other.
    /// </summary>
    public static IEnumerable<(YearPoint From, YearPoint To)> Joined(IReadOnlyList<YearPoint> points, IReadOnlyCollection<int> breaks)
    {
        YearPoint[] published = [.. points.Where(point => !point.Computed).OrderBy(point => point.Year)];
        for (int i = 1; i < published.Length; i++)
            if (!published[i - 1].Alone && !published[i].Alone && !breaks.Any(year => year > published[i - 1].Year && year <= published[i].Year))
                yield return (published[i - 1], published[i]);
        YearPoint[] computed = [.. points.Where(point => point.Computed).OrderBy(point => point.Year)];
        for (int i = 0; i < computed.Length; i++)
        {
            var after = i + 1 < computed.Length ? computed[i + 1] : published.FirstOrDefault(point => point.Year > computed[i].Year);
            if (after is { Alone: false } && !computed[i].Alone)
                yield return (computed[i], after);
        }
    }
}
