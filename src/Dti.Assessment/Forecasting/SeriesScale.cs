namespace Dti.Assessment.Forecasting;

/// <summary>
/// The usual size of something of each series (a change, an error) where each has only a few: its own mean size, drawn towards its group's
/// median on the log scale, the more the fewer it has and the more alike the group is (empirical Bayes). A series without any, or with zeros
/// only, has the group's median; 0 where the whole group has none.
/// </summary>
internal static class SeriesScale
{
    /// <summary>Variance of the log of the mean size of n normal variables, times n: π/2 − 1 and a little for heavier tails.</summary>
    private const double LogVariance = 0.6;

    /// <param name="all">The series.</param>
    /// <param name="sizes">The mean size and how many it is the mean of, by a series' place.</param>
    internal static double[] Of(IReadOnlyList<Series> all, Func<int, (double Mean, int Count)> sizes)
    {
        var own = Enumerable.Range(0, all.Count).Select(sizes).ToArray();
        double[] scales = new double[all.Count];
        foreach (var group in Enumerable.Range(0, all.Count).GroupBy(i => all[i].Group))
        {
            int[] known = [.. group.Where(i => own[i].Mean > 0)];
            if (known.Length == 0)
                continue;
            double[] logs = [.. known.Select(i => Math.Log(own[i].Mean))];
            double median = Median(logs), mean = logs.Average();
            double between = logs.Length > 1 ? Math.Max(0, logs.Average(l => (l - mean) * (l - mean)) - known.Average(i => LogVariance / own[i].Count)) : double.PositiveInfinity;
            foreach (int i in group)
                scales[i] = Math.Exp(own[i].Mean > 0 ? median + Weight(between, own[i].Count) * (Math.Log(own[i].Mean) - median) : median);
        }
        return scales;
    }

    private static double Weight(double between, int count) => double.IsInfinity(between) ? 1 : between / (between + LogVariance / count);

    private static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[sorted.Length / 2] + sorted[(sorted.Length - 1) / 2]) / 2;
    }
}
