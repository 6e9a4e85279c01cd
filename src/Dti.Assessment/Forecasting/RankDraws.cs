using Dti.Assessment.Editions;
using Dti.Scoring.Uncertainty;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Next year's ranks by simulation: each draw takes the errors that one past year's forecasts had and adds them to the new forecasts. Errors
/// of one year stay together: what all units of a group shared is added to all, and each unit's own part in its own scale. Years are few, so
/// a draw keeps every unit its own part only with chance K / (K + 8) for K years; else those of that year are dealt anew among the group.
/// A unit whose series is too short to be forecast takes part with its last score and the errors naive had: others' ranks are among all.
/// </summary>
internal sealed class RankDraws
{
    internal const int Draws = 2_000;
    /// <summary>Years at which drawing whole years and dealing weigh the same.</summary>
    private const double WholeYears = 8;
    private const int TopRank = 3;
    private const uint Purpose = 0x464F5243;
    /// <summary>With most of a group unforecast, a rank would say more about the rule for the others than about the unit.</summary>
    private const double LeastShare = 0.5;

    private readonly Dictionary<string, ForecastRank> _units = new(StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, ForecastRank> Units => _units;
    internal ForecastRanks Summary { get; }

    private RankDraws(ScoreForecast index, IReadOnlyList<ForecastPeers> peers, int seed)
    {
        var model = index.Model!;
        var errors = new YearErrors(model.Backtest, model.Verdict.Chosen);
        var still = model.Verdict.Chosen == model.Verdict.Naive ? errors : new YearErrors(model.Backtest, model.Verdict.Naive);
        List<ForecastPool> pools = [];
        foreach (var group in peers)
        {
            Peer[] there = [.. group.Units.Select(u => PeerOf(u)).OfType<Peer>()];
            string? reason = Reason(group, there);
            pools.Add(new(group.Group, group.Pool, there.Length, reason));
            if (reason is null)
                Draw(there, new Philox((ulong)(uint)seed), index.Range);
        }
        Summary = new(Draws, pools);

        Peer? PeerOf(string unit)
        {
            if (index.Place(unit) is not { } place)
                return null;
            var row = index.Row(unit);
            return row.Value is { } value
                ? new(unit, place, value, model.Verdict.MethodOf(place) == model.Verdict.Naive ? still : errors, true)
                : new(unit, place, index.Value(model.By.Naive, place), still, false);
        }
    }

    /// <summary>Null when the scores of too few years could be forecast again to draw errors from.</summary>
    internal static RankDraws Of(ScoreForecast index, IReadOnlyList<ForecastPeers> peers, int seed) => new(index, peers, seed);

    private sealed record Peer(string Unit, int Place, double Value, YearErrors Errors, bool Forecast);

    private static string? Reason(ForecastPeers group, Peer[] there) => (there.Length, there.Count(p => p.Forecast)) switch
    {
        ( < 2, _) => "Khối có ít hơn hai đơn vị có điểm nên không dự báo hạng.",
        var (all, known) when known < LeastShare * all => "Quá nửa số đơn vị của khối chưa dự báo được điểm nên không dự báo hạng.",
        _ => null,
    };

    private void Draw(Peer[] peers, Philox random, ValueRange range)
    {
        int[] places = [.. peers.Select(p => p.Place)];
        var ranks = peers.Select(_ => new int[peers.Length + 1]).ToArray();
        double[] scores = new double[peers.Length], sorted = new double[peers.Length];
        for (int draw = 0; draw < Draws; draw++)
        {
            int years = peers[0].Errors.Years;
            int year = (int)(random.Uniform(Purpose, draw, 0) * years);
            bool whole = random.Uniform(Purpose, draw, 1) < years / (years + WholeYears);
            for (int i = 0; i < peers.Length; i++)
            {
                // By the unit's place among all, so that a group drawn alone has the numbers it has among others.
                double dealt = random.Uniform(Purpose, draw, 2 + (ulong)peers[i].Place);
                scores[i] = range.Clip(peers[i].Value + peers[i].Errors.Of(peers[i].Place, year, whole, dealt, places));
            }
            scores.CopyTo(sorted, 0);
            Array.Sort(sorted);
            for (int i = 0; i < peers.Length; i++)
                ranks[i][peers.Length - LastOf(sorted, scores[i])]++;
        }
        for (int i = 0; i < peers.Length; i++)
        {
            if (peers[i].Forecast)
                _units[peers[i].Unit] = new(Percentile(ranks[i], 0.1), Percentile(ranks[i], 0.5), Percentile(ranks[i], 0.9), ranks[i].Take(TopRank + 1).Sum() / (double)Draws);
        }
    }

    /// <summary>The last place of a value in ascending order; equals share the better rank, as 1, 2, 2, 4.</summary>
    private static int LastOf(double[] sorted, double value)
    {
        int at = Array.BinarySearch(sorted, value);
        while (at + 1 < sorted.Length && sorted[at + 1] == value)
            at++;
        return at;
    }

    private static int Percentile(int[] counts, double share)
    {
        int sum = 0;
        for (int rank = 1; rank < counts.Length; rank++)
        {
            sum += counts[rank];
            if (sum >= share * Draws)
                return rank;
        }
        return counts.Length - 1;
    }
}
