using Dti.Assessment.Forecasting;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>
/// Next year's forecast from what the edition itself holds, so that anybody who has the file can make it again: its history, the year before
/// under this set where it was scored again, and the scores just found. Units that end are told apart; series start anew where they break.
/// </summary>
internal static class NextYear
{
    private const int Seed = 142;
    /// <summary>Series of nodes; above it the families alone are forecast beside the index.</summary>
    private const int MostSeries = 20_000;
    private const string OffScale = "Có điểm nằm ngoài thang điểm của bộ chỉ số nên không dự báo.";

    public static EditionForecast Of(Edition edition, IndicatorSet set)
    {
        string[] going = [.. edition.Units.Where(unit => Ended(unit, edition) is null).Select(unit => unit.Code)];
        var forecast = OfThoseThatGoOn(edition, going, set);
        var rows = forecast.Units.ToDictionary(row => row.Unit, StringComparer.Ordinal);
        return forecast with
        {
            Units = [.. edition.Units.Select(unit => Ended(unit, edition) is { } day
                ? new ForecastRow(unit.Code, null, null, null, FormattableString.Invariant($"Đơn vị chấm dứt hoạt động ngày {day:dd/MM/yyyy} nên không dự báo"))
                : rows[unit.Code])],
        };
    }

    private static DateOnly? Ended(EditionUnit unit, Edition edition) => unit.Until is { } until && until.Year <= edition.Year ? until : null;

    private static EditionForecast OfThoseThatGoOn(Edition edition, string[] units, IndicatorSet set)
    {
        SeriesCut[] cuts = [.. SeriesBreaks.Of(edition).SelectMany(unit => unit.Select(found => new SeriesCut(unit.Key, found.Year, found.Reason)))];
        var scores = ScoresSoFar.Of(edition, cuts).ToLookup(row => row.Code, StringComparer.Ordinal);
        double scale = NodeScales.Most(set.Nodes, set.Kind);
        // A set of z-scores, or a history on another scale, is no reason to refuse the edition; it only cannot be forecast.
        if (!OnScale(ScorePanel.IndexCode, scale))
        {
            return new()
            {
                Year = edition.Year + 1, Rules = IndexForecast.Rules, Reason = OffScale,
                Units = [.. units.Select(unit => new ForecastRow(unit, null, null, null, OffScale))],
            };
        }
        ForecastNode[] nodes = [.. NodeScales.Of(set, deepest: int.MaxValue).Where(node => OnScale(node.Code, node.ScaleMax))];
        if (nodes.Length * units.Length > MostSeries)
            nodes = [.. NodeScales.Of(set, deepest: 1).Where(node => OnScale(node.Code, node.ScaleMax))];
        var scope = new ForecastScope { Cuts = cuts, Nodes = nodes, Peers = Peers(edition, units) };
        HistoryScore[] history = [.. scores[ScorePanel.IndexCode].Concat(nodes.SelectMany(node => scores[node.Code]))];
        return IndexForecast.Make(history, units, edition.Year + 1, scale, Seed, scope);

        bool OnScale(string code, double most) => most > 0 && scores[code].All(row => ScorePanel.IsOnScale(row.Score, most));
    }

    /// <summary>Who was ranked with each other this year and goes on.</summary>
    private static ForecastPeers[] Peers(Edition edition, string[] units)
    {
        var going = units.ToHashSet(StringComparer.Ordinal);
        return [.. edition.Ranking
            .Where(row => row.Rank is not null && going.Contains(row.Unit))
            .GroupBy(row => (row.Group, row.Pool))
            .Select(group => new ForecastPeers(group.Key.Group, group.Key.Pool, [.. group.Select(row => row.Unit)]))];
    }
}
