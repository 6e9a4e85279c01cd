using Dti.Scoring.Sets;

namespace Dti.Scoring.Composites;

/// <summary>
/// Outlier treatment. A column passes when |skewness| or kurtosis is below its limit. Otherwise one extreme at a time moves to
/// the next value (the high end when skewed to the right, else the low; tied values move together) until the column passes
/// or that many values have moved. If it still fails, log(x − min + 0.01 (max − min)) is taken, of the column as it was
/// or, with <see cref="OutlierTreatment.Combine"/>, as winsorised.
/// </summary>
internal static class Outliers
{
    /// <returns>What was done, in words; null when the column passed as it was.</returns>
    public static string? Treat(OutlierTreatment rule, double[] column, int[] units)
    {
        double[] values = [.. units.Select(unit => column[unit])];
        var (statistics, changed) = Winsorise(rule, values);
        int moved = changed.Count;

        bool passes = Passes(rule, statistics);
        if (passes && moved == 0)
            return null;
        if (!passes)
        {
            if (!rule.Combine)
                values = [.. units.Select(unit => column[unit])];
            Logarithm(values);
        }
        for (int i = 0; i < units.Length; i++)
            column[units[i]] = values[i];
        return passes ? $"winsorised ({moved} values moved)" : "log(x − min + 0.01 (max − min)) taken for outliers";
    }

    /// <summary>Rows at the extremes that winsorising moves, in row order; the column stays as it is.</summary>
    public static IEnumerable<int> Extremes(OutlierTreatment rule, double[] column) => Winsorise(rule, [.. column]).Changed.Order();

    private static (ColumnStatistics Statistics, HashSet<int> Changed) Winsorise(OutlierTreatment rule, double[] values)
    {
        var statistics = new ColumnStatistics(values);
        var changed = new HashSet<int>();
        while (!Passes(rule, statistics) && changed.Count < rule.Max)
        {
            Winsorise(values, statistics, high: statistics.Skewness >= 0, changed);
            statistics = new(values);
        }
        return (statistics, changed);
    }

    private static bool Passes(OutlierTreatment rule, ColumnStatistics statistics) =>
        statistics.Count < 4 || statistics.IsConstant
        || Math.Abs(statistics.Skewness) < rule.Skew || statistics.Kurtosis < rule.Kurtosis;

    /// <param name="values">The column.</param>
    /// <param name="statistics">Its statistics.</param>
    /// <param name="high">Which end.</param>
    /// <param name="changed">Rows moved so far: values moved before are now tied at the extreme and count once.</param>
    private static void Winsorise(double[] values, ColumnStatistics statistics, bool high, HashSet<int> changed)
    {
        double extreme = high ? statistics.Max : statistics.Min;
        var others = new ColumnStatistics([.. values.Where(value => value != extreme)]);
        double next = high ? others.Max : others.Min;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != extreme)
                continue;
            values[i] = next;
            changed.Add(i);
        }
    }

    private static void Logarithm(double[] values)
    {
        var statistics = new ColumnStatistics(values);
        double min = statistics.Min, shift = 0.01 * (statistics.Max - min);
        for (int i = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i]))
                values[i] = Elementary.Ln(values[i] - min + shift);
    }
}
