namespace Dti.Assessment.Forecasting;

/// <summary>A series as it came, under the names it goes by; only what comes from its last break on counts.</summary>
/// <param name="all">The points of every series.</param>
/// <param name="own">Where this one's stand among them.</param>
internal sealed class NamedSeries(IReadOnlyList<SeriesPoint> all, ArraySegment<int> own)
{
    internal string Unit => all[own[0]].Unit;
    internal string Code => all[own[0]].Code;
    internal int Season => all[own[0]].Period.Season;
    /// <summary>Its place in its panel; none where it has no value.</summary>
    internal int Place { get; set; } = -1;

    /// <summary>How many values count.</summary>
    internal int Known
    {
        get
        {
            int from = From, known = 0;
            foreach (int i in own)
                known += Counts(i, from) ? 1 : 0;
            return known;
        }
    }

    /// <summary>The last value's or, without any, the last period.</summary>
    internal Period Last
    {
        get
        {
            int last = own[0];
            foreach (int i in own)
            {
                bool better = all[i].Value is not null == all[last].Value is not null ? all[i].Period.Place > all[last].Period.Place : all[i].Value is not null;
                last = better ? i : last;
            }
            return all[last].Period;
        }
    }

    /// <summary>The last one.</summary>
    internal SeriesPoint? Break
    {
        get
        {
            SeriesPoint? last = null;
            foreach (int i in own)
            {
                if (all[i].Break is not null && all[i].Period.Place >= (last?.Period.Place ?? int.MinValue))
                    last = all[i];
            }
            return last;
        }
    }

    private int From => Break?.Period.Place ?? int.MinValue;

    /// <summary>In the order of their first points.</summary>
    internal static NamedSeries[] Of(IReadOnlyList<SeriesPoint> points)
    {
        Dictionary<(string, string), int> numbers = [];
        int[] series = new int[points.Count];
        List<int> counts = [];
        for (int i = 0; i < points.Count; i++)
        {
            if (!numbers.TryGetValue((points[i].Unit, points[i].Code), out series[i]))
            {
                numbers[(points[i].Unit, points[i].Code)] = series[i] = counts.Count;
                counts.Add(0);
            }
            counts[series[i]]++;
        }
        int[] own = new int[points.Count], next = new int[counts.Count];
        for (int s = 1; s < next.Length; s++)
            next[s] = next[s - 1] + counts[s - 1];
        for (int i = 0; i < series.Length; i++)
            own[next[series[i]]++] = i;
        return [.. counts.Select((count, s) => new NamedSeries(points, new(own, next[s] - count, count)))];
    }

    internal Series ToSeries(int group)
    {
        int from = From, first = int.MaxValue, last = int.MinValue;
        foreach (int i in own)
        {
            if (Counts(i, from))
                (first, last) = (Math.Min(first, all[i].Period.Place), Math.Max(last, all[i].Period.Place));
        }
        double[] values = new double[last - first + 1];
        Array.Fill(values, double.NaN);
        foreach (int i in own)
        {
            if (Counts(i, from))
                values[all[i].Period.Place - first] = all[i].Value!.Value;
        }
        return new Series(Unit, group, first, values);
    }

    private bool Counts(int at, int from) => all[at].Value is not null && all[at].Period.Place >= from;
}
