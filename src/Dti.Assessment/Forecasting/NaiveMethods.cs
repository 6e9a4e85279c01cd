namespace Dti.Assessment.Forecasting;

/// <summary>A method that learns nothing across series: a rule from one series and an origin to its next periods.</summary>
internal sealed class RuleModel(string name, SeriesPanel past, Func<Series, int, int, double[]> path) : IForecastModel
{
    internal RuleModel(string name, SeriesPanel past, Func<Series, int, int, double> step)
        : this(name, past, (series, origin, horizon) => [.. Enumerable.Range(1, horizon).Select(i => step(series, origin, i))])
    {
    }

    public string Parameters => name;

    public double[] Forecast(int series, int origin, int horizon) => path(past.All[series], origin, horizon);
}

/// <summary>Next period as this one.</summary>
internal sealed class NaiveMethod : IForecastMethod
{
    public string Name => "naive";
    public IForecastModel Fit(SeriesPanel past) => new RuleModel(Name, past, (series, origin, _) => series[origin]);
}

/// <summary>On by the mean change from the first value to the last.</summary>
internal sealed class DriftMethod : IForecastMethod
{
    public string Name => "drift";
    public IForecastModel Fit(SeriesPanel past) => new RuleModel(Name, past, (series, origin, step) =>
        series[origin] + (origin > series.Start ? step * ((series[origin] - series.Values[0]) / (origin - series.Start)) : 0));
}

/// <summary>As the same quarter a year before; as the last value where that quarter has none.</summary>
internal sealed class SeasonalNaiveMethod : IForecastMethod
{
    public string Name => "seasonal-naive";
    public IForecastModel Fit(SeriesPanel past) => new RuleModel(Name, past, (series, origin, step) =>
    {
        int same = origin + step - past.Season * ((step + past.Season - 1) / past.Season);
        return series.Has(same) ? series[same] : series[origin];
    });
}

/// <summary>The mean of other methods' forecasts: their errors partly cancel.</summary>
internal sealed class AverageMethod(IReadOnlyList<IForecastMethod> methods) : IForecastMethod
{
    public string Name => "average";

    public IForecastModel? Fit(SeriesPanel past)
    {
        IForecastModel?[] models = [.. methods.Select(m => m.Fit(past))];
        return models.Contains(null) ? null : new Model(models!);
    }

    private sealed class Model(IForecastModel[] models) : IForecastModel
    {
        public string Parameters => "average\n" + string.Join('\n', models.Select(m => m.Parameters));

        public double[] Forecast(int series, int origin, int horizon)
        {
            double[] sum = new double[horizon];
            foreach (var model in models)
            {
                double[] path = model.Forecast(series, origin, horizon);
                for (int i = 0; i < horizon; i++)
                    sum[i] += path[i] / models.Length;
            }
            return sum;
        }
    }
}
