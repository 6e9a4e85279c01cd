namespace Dti.Assessment.Forecasting;

/// <summary>How the series of a group stood at a period: their mean and spread, and their mean change into it.</summary>
internal sealed class GroupMoments
{
    private readonly Dictionary<(int Group, int Period), Sums> _sums = [];

    private sealed class Sums
    {
        internal int Count, Changes;
        internal double Level, Square, Change;
    }

    internal GroupMoments(IReadOnlyList<Series> all)
    {
        foreach (var series in all)
        {
            double before = double.NaN;
            for (int i = 0; i < series.Values.Length; i++)
            {
                double value = series.Values[i];
                if (!double.IsNaN(value))
                    Add((series.Group, series.Start + i), value, value - before);
                before = value;
            }
        }
    }

    /// <summary>Standard deviations from the group's mean; 0 in a group of one or of equals.</summary>
    internal double Standing(int group, int period, double value)
    {
        if (!_sums.TryGetValue((group, period), out var sums) || sums.Count < 2)
            return 0;
        double mean = sums.Level / sums.Count, variance = sums.Square / sums.Count - mean * mean;
        return variance > 1e-12 * mean * mean ? (value - mean) / Math.Sqrt(variance) : 0;
    }

    internal double MeanChange(int group, int period) =>
        _sums.TryGetValue((group, period), out var sums) && sums.Changes > 0 ? sums.Change / sums.Changes : 0;

    private void Add((int, int) key, double value, double change)
    {
        if (!_sums.TryGetValue(key, out var sums))
            _sums[key] = sums = new();
        sums.Count++;
        sums.Level += value;
        sums.Square += value * value;
        if (double.IsNaN(change))
            return;
        sums.Changes++;
        sums.Change += change;
    }
}
