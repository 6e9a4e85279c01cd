namespace Dti.Assessment.Editions;

/// <summary>
/// A node below the index, forecast for itself as the index is: the forecasts of a node's children need not add up to its own, since each
/// goes by the method that did best on it.
/// </summary>
public sealed record NodeForecast
{
    public required string Code { get; init; }
    /// <summary>Null when nothing is forecast.</summary>
    public string? Method { get; init; }
    /// <summary>Why nothing is forecast, or why the method was chosen, in Vietnamese.</summary>
    public required string Reason { get; init; }
    public IReadOnlyList<BacktestRow> Backtest { get; init; } = [];
    /// <summary>Units that have a score there, in the edition's order; others are left out.</summary>
    public IReadOnlyList<ForecastRow> Units { get; init; } = [];
    /// <summary>SHA-256 of the node's history the model was trained on, and of the model itself.</summary>
    public string? DataSha256 { get; init; }
    public string? ModelSha256 { get; init; }
}

/// <summary>How the ranks were drawn; each unit's are in its <see cref="ForecastRow.Rank"/>.</summary>
/// <param name="Draws">How many next years were drawn, with the forecast's seed.</param>
public sealed record ForecastRanks(int Draws, IReadOnlyList<ForecastPool> Pools);

/// <param name="Units">How many units are ranked with each other there.</param>
/// <param name="Reason">Why no ranks are forecast there, in Vietnamese; null when they are.</param>
public sealed record ForecastPool(string Group, string Pool, int Units, string? Reason);

/// <summary>Next year's rank in its group and pool over the draws: 10th, 50th and 90th percentile, and the share of draws in which it is 3 or better.</summary>
public sealed record ForecastRank(int Low, int Median, int High, double Top3);
