using Microsoft.ML.Data;

namespace Dti.Assessment.Forecasting;

/// <summary>One row to learn from: <see cref="ChangeFeatures"/> of a series at a period, and its change into the next in its own scale.</summary>
internal sealed class ChangeRow
{
    [VectorType(ChangeFeatures.Count)] public required float[] Features { get; init; }
    public required float Label { get; init; }

    /// <summary>The most recent are kept: enough for a few weights, and the time to learn stays bounded.</summary>
    private const int Most = 20_000;
    /// <summary>One jump of a series must not decide the weights of all.</summary>
    private const float MostChange = 5;

    internal static List<ChangeRow> Of(SeriesPanel past)
    {
        var features = new ChangeFeatures(past);
        int first = past.All.Count == 0 ? 0 : past.All.Min(s => s.Start);
        List<ChangeRow> rows = [];
        // At least one change must be known before the one to be learnt.
        for (int period = past.End; period >= first + 2 && rows.Count < Most; period--)
        {
            for (int i = 0; i < past.All.Count && rows.Count < Most; i++)
            {
                var series = past.All[i];
                if (past.Scales[i] > 0 && series.Has(period) && series.Has(period - 1))
                    rows.Add(new()
                    {
                        Features = features.Of(i, series.UpTo(period - 1), period - 1),
                        Label = (float)Math.Clamp((series[period] - series[period - 1]) / past.Scales[i], -MostChange, MostChange),
                    });
            }
        }
        return rows;
    }
}

/// <summary>Forecasts by a function from features to the next change, fed with its own answers for later periods.</summary>
internal sealed class ChangeModel(SeriesPanel past, Func<float[], double> change, string parameters) : IForecastModel
{
    private readonly ChangeFeatures _features = new(past);

    public string Parameters => parameters;

    public double[] Forecast(int series, int origin, int horizon)
    {
        var known = past.All[series].UpTo(origin);
        double[] values = new double[known.Length + horizon];
        known.CopyTo(values);
        for (int at = known.Length; at < values.Length; at++)
            values[at] = values[at - 1] + change(_features.Of(series, values.AsSpan(0, at), origin)) * _features.Scale(series);
        return values[known.Length..];
    }
}
