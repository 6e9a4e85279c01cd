using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Next year's scores of every unit at the index and its nodes, and its rank. The candidates compete in a back-test; the winner forecasts,
/// and naive wins unless another is better. Where the past is too short it says so and forecasts nothing.
/// </summary>
public static class IndexForecast
{
    /// <summary>Raised whenever the same history would give another forecast.</summary>
    public const int Rules = 2;

    /// <param name="history">Past scores before <paramref name="targetYear"/> of every unit, listed or not; the index has the code <c>INDEX</c>.</param>
    /// <param name="units">The units to forecast, in the order of the answer.</param>
    /// <param name="scaleMax">The most a unit can score; forecasts and intervals stay in [0, scaleMax].</param>
    /// <param name="seed">Starts the learning methods and the draws of ranks: the same history in any order gives the same forecast.</param>
    /// <param name="scope">Cuts, nodes and ranks; null = the index alone, without cuts.</param>
    /// <exception cref="ArgumentException">A score is NaN, infinite or off the scale; a unit has two in one year; a scale is not positive.</exception>
    public static EditionForecast Make(
        IReadOnlyList<HistoryScore> history, IReadOnlyList<string> units, int targetYear, double scaleMax, int seed, ForecastScope? scope = null)
    {
        scope ??= ForecastScope.IndexAlone;
        var cuts = new SeriesCuts(scope.Cuts);
        string[] listed = [.. units.Distinct()];
        var index = Of(ScorePanel.IndexCode, scaleMax, Candidates.For(season: 1, seed));
        var ranks = scope.Peers.Count > 0 && index.Model is not null ? RankDraws.Of(index, scope.Peers, seed) : null;
        return new EditionForecast
        {
            Year = targetYear, Rules = Rules, Method = index.Model?.Verdict.Chosen.Name, Reason = index.Reason, Seed = index.Model is null ? null : seed,
            DataSha256 = index.DataSha256, ModelSha256 = index.Model?.ModelSha256, Backtest = index.Backtest,
            Units = [.. listed.Select(u => index.Row(u) with { Rank = ranks?.Units.GetValueOrDefault(u) })],
            Nodes = scope.Nodes.Count == 0 ? null : [.. scope.Nodes.Select(Node).OfType<NodeForecast>()],
            Ranks = ranks?.Summary,
        };

        ScoreForecast Of(string code, double most, IReadOnlyList<IForecastMethod> candidates)
        {
            if (!double.IsFinite(most) || most <= 0)
                throw new ArgumentException("the scale's maximum must be a positive number", nameof(scaleMax));
            return new(ScorePanel.Of(history, code, targetYear, most, cuts), cuts, targetYear - 1, most, candidates);
        }

        NodeForecast? Node(ForecastNode node)
        {
            HashSet<string> known = [.. history.Where(h => h.Code == node.Code && h.Year < targetYear).Select(h => h.Unit)];
            // This year's scores alone are no history.
            if (!history.Any(h => h.Code == node.Code && h.Year < targetYear - 1))
                return null;
            var found = Of(node.Code, node.ScaleMax, Candidates.Plain(season: 1, seed));
            return new NodeForecast
            {
                Code = node.Code, Method = found.Model?.Verdict.Chosen.Name, Reason = found.Reason, Backtest = found.Backtest,
                DataSha256 = found.DataSha256, ModelSha256 = found.Model?.ModelSha256, Units = [.. listed.Where(known.Contains).Select(found.Row)],
            };
        }
    }
}
