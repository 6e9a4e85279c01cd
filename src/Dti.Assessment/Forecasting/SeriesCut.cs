namespace Dti.Assessment.Forecasting;

/// <summary>
/// A series starts anew: figures before <see cref="Year"/> are of another method or of another unit, and no forecast rests on them.
/// </summary>
/// <param name="Unit">Whose series, of every node.</param>
/// <param name="Year">The first year that counts.</param>
/// <param name="Reason">In Vietnamese, as the beginning of a sentence: "Đơn vị hợp nhất từ ngày 01/03/2025".</param>
public sealed record SeriesCut(string Unit, int Year, string Reason);

/// <summary>What is forecast besides the index, and where series start anew.</summary>
public sealed record ForecastScope
{
    public static ForecastScope IndexAlone { get; } = new();

    /// <summary>In any order; the latest of a unit counts.</summary>
    public IReadOnlyList<SeriesCut> Cuts { get; init; } = [];
    /// <summary>Nodes below the index, in tree order; those without any history are left out of the answer.</summary>
    public IReadOnlyList<ForecastNode> Nodes { get; init; } = [];
    /// <summary>Units ranked with each other next year; empty = ranks are not forecast.</summary>
    public IReadOnlyList<ForecastPeers> Peers { get; init; } = [];
}

/// <summary>A node's code and the most a unit can score there.</summary>
public sealed record ForecastNode(string Code, double ScaleMax);

/// <summary>The ranked units of one group and pool.</summary>
public sealed record ForecastPeers(string Group, string Pool, IReadOnlyList<string> Units);
