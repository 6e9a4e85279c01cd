namespace Dti.Assessment.Forecasting;

/// <summary>A candidate of the back-test: learns from a panel and forecasts the year after its last.</summary>
internal interface IForecastMethod
{
    string Name { get; }
    /// <summary>As it reads in the middle of a Vietnamese sentence.</summary>
    string NameVi { get; }
    /// <summary>Null when the panel is too short to learn from.</summary>
    IForecastModel? Fit(ScorePanel past, int origin);
}

internal interface IForecastModel
{
    /// <summary>The unit's score in the year after the origin; the unit has a score at the origin.</summary>
    double Predict(string unit);
    /// <summary>Everything the forecast follows from besides the history, as text: what the model's hash is made of.</summary>
    string Parameters { get; }
}

/// <summary>Next year as this year.</summary>
internal sealed class NaiveMethod : IForecastMethod
{
    public string Name => "naive";
    public string NameVi => "dự báo giữ nguyên (naive)";
    public IForecastModel Fit(ScorePanel past, int origin) => new Model(past, origin);

    private sealed class Model(ScorePanel past, int origin) : IForecastModel
    {
        public double Predict(string unit) => past.Score(unit, origin)!.Value;
        public string Parameters => "naive";
    }
}

/// <summary>The mean of other methods' forecasts: their errors partly cancel.</summary>
internal sealed class AverageMethod(IReadOnlyList<IForecastMethod> methods) : IForecastMethod
{
    public string Name => "average";
    public string NameVi => "trung bình của giữ nguyên và hồi quy";

    public IForecastModel? Fit(ScorePanel past, int origin)
    {
        IForecastModel?[] models = [.. methods.Select(m => m.Fit(past, origin))];
        return models.Contains(null) ? null : new Model(models!);
    }

    private sealed class Model(IForecastModel[] models) : IForecastModel
    {
        public double Predict(string unit) => models.Average(m => m.Predict(unit));
        public string Parameters => "average\n" + string.Join('\n', models.Select(m => m.Parameters));
    }
}
