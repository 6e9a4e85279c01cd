namespace Dti.Assessment.Forecasting;

/// <summary>
/// One series: values of consecutive periods from <see cref="Start"/>, NaN where a period has none; the first and last always have one.
/// <see cref="Group"/> counts the families of series measured alike (one indicator over all units), which are scaled and judged together.
/// </summary>
internal sealed record Series(string Name, int Group, int Start, double[] Values)
{
    internal int End => Start + Values.Length - 1;

    internal double this[int period] => period < Start || period > End ? double.NaN : Values[period - Start];

    internal bool Has(int period) => !double.IsNaN(this[period]);

    /// <summary>Values up to and including a period.</summary>
    internal ReadOnlySpan<double> UpTo(int period) => Values.AsSpan(0, Math.Clamp(period - Start + 1, 0, Values.Length));

    internal int Count(int period)
    {
        int count = 0;
        foreach (double value in UpTo(period))
            count += double.IsNaN(value) ? 0 : 1;
        return count;
    }

    /// <summary>Size of the changes from one period to the next, up to a period; gaps give none.</summary>
    internal (double Mean, int Count) Changes(int period)
    {
        var values = UpTo(period);
        double sum = 0;
        int count = 0;
        for (int i = 1; i < values.Length; i++)
        {
            double change = values[i] - values[i - 1];
            if (double.IsNaN(change))
                continue;
            sum += Math.Abs(change);
            count++;
        }
        return (count > 0 ? sum / count : 0, count);
    }
}

/// <summary>
/// Series by period, as a back-test cuts them: <see cref="UpTo"/> is what was known at an origin. Periods are whole numbers: years, or
/// quarters counted from year 0. Series stand in an order that does not depend on the order of rows, so training does not either.
/// </summary>
internal sealed class SeriesPanel
{
    private readonly Lazy<GroupMoments> _moments;
    private readonly Lazy<double[]> _scales;

    internal SeriesPanel(IReadOnlyList<Series> all, int season)
        : this(all, season, all.Count == 0 ? 0 : all.Max(s => s.End), new(() => new GroupMoments(all)))
    {
    }

    private SeriesPanel(IReadOnlyList<Series> all, int season, int end, Lazy<GroupMoments> moments)
    {
        (All, Season, End, _moments) = (all, season, end, moments);
        // Found late: a view of the past that nobody scales costs nothing.
        _scales = new(() => SeriesScale.Of(all, i => all[i].Changes(end)));
    }

    internal IReadOnlyList<Series> All { get; }
    /// <summary>Periods a year: 1 or 4.</summary>
    internal int Season { get; }
    /// <summary>The last period known.</summary>
    internal int End { get; }
    /// <summary>What a usual change of each series is.</summary>
    internal double[] Scales => _scales.Value;
    /// <summary>Only those of periods up to <see cref="End"/> may be asked for.</summary>
    internal GroupMoments Moments => _moments.Value;

    internal SeriesPanel UpTo(int period) => new(All, Season, Math.Min(period, End), _moments);
}
