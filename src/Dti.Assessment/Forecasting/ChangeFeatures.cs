namespace Dti.Assessment.Forecasting;

/// <summary>
/// What a regression knows of a series at a period: a constant, its standing in its group, its last two changes, its distance from its own
/// mean, its mean change, its group's last change and, by quarters, the coming change of a year ago. All in the series' own scale and cut
/// at ±8, so that series of any unit can be learnt from together.
/// </summary>
internal sealed class ChangeFeatures(SeriesPanel past)
{
    internal const int Count = 8;
    private const double Most = 8;

    internal double Scale(int series) => past.Scales[series];

    /// <param name="series">Its place in the panel.</param>
    /// <param name="values">The series from its start, forecasts included, up to the period the features are of.</param>
    /// <param name="known">The last period of the group to look at.</param>
    internal float[] Of(int series, ReadOnlySpan<double> values, int known)
    {
        int last = values.Length - 1;
        double scale = Scale(series), now = values[last];
        int group = past.All[series].Group;
        return
        [
            1,
            Cut(past.Moments.Standing(group, known, past.All[series][known]), 1),
            Cut(Change(values, last), scale),
            Cut(Change(values, last - 1), scale),
            Cut(now - Mean(values), scale),
            Cut(last > 0 ? (now - values[0]) / last : 0, scale),
            Cut(past.Moments.MeanChange(group, known), scale),
            past.Season > 1 ? Cut(Change(values, last + 1 - past.Season), scale) : 0,
        ];
    }

    private static float Cut(double value, double scale) => double.IsNaN(value) || scale <= 0 ? 0 : (float)Math.Clamp(value / scale, -Most, Most);

    private static double Change(ReadOnlySpan<double> values, int at) => at < 1 ? 0 : values[at] - values[at - 1];

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        int count = 0;
        foreach (double value in values)
        {
            if (double.IsNaN(value))
                continue;
            sum += value;
            count++;
        }
        return sum / count;
    }
}
