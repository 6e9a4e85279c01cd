namespace Dti.Assessment.Forecasting;

/// <summary>A method fitted to all that is known, with the intervals of the series that go by it; none where past errors are too few.</summary>
internal sealed record Forecaster(IForecastMethod Method, IForecastModel Model, ConformalBand? Band);

/// <summary>What each series is forecast by: the method chosen or, where that is not shown to be better, naive.</summary>
internal sealed class Forecasters(Backtest backtest, BacktestVerdict verdict)
{
    private readonly Dictionary<IForecastMethod, Forecaster> _fitted = [];

    internal Forecaster Chosen => By(verdict.Chosen);
    internal Forecaster Naive => By(verdict.Naive);

    internal Forecaster Of(int series) => By(verdict.MethodOf(series));

    private Forecaster By(IForecastMethod method)
    {
        if (!_fitted.TryGetValue(method, out var found))
            _fitted[method] = found = new(method, method.Fit(backtest.Panel)!, new ConformalBands(backtest, method, s => verdict.MethodOf(s) == method).After(backtest.Origins.Count));
        return found;
    }
}
