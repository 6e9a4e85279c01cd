using System.Collections.Immutable;
using Dti.Assessment.Forecasting;
using Dti.Assessment.Rounds;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>Next year's forecast rests on the history and on the scores the edition has just found; units that end are told apart.</summary>
internal static class NextYear
{
    private const int Seed = 142;

    public static EditionForecast Of(Edition edition, ImmutableArray<Participant> participants, IndicatorSet set)
    {
        var ended = participants.Where(p => p.Until is { } until && until.Year <= edition.Year).ToDictionary(p => p.Unit, p => p.Until!.Value, StringComparer.Ordinal);
        var forecast = OfThoseThatGoOn(edition, [.. participants.Select(p => p.Unit).Where(unit => !ended.ContainsKey(unit))], set);
        var rows = forecast.Units.ToDictionary(row => row.Unit, StringComparer.Ordinal);
        return forecast with
        {
            Units = [.. participants.Select(p => ended.TryGetValue(p.Unit, out var day)
                ? new ForecastRow(p.Unit, null, null, null, FormattableString.Invariant($"Đơn vị chấm dứt hoạt động ngày {day:dd/MM/yyyy} nên không dự báo"))
                : rows[p.Unit])],
        };
    }

    private static EditionForecast OfThoseThatGoOn(Edition edition, IReadOnlyList<string> units, IndicatorSet set)
    {
        var now = edition.Scores
            .Where(score => score is { Depth: 0, Score: not null })
            .Select(score => new HistoryScore(score.Unit, "INDEX", edition.Year, score.Score!.Value, $"edition:{edition.Id}"));
        HistoryScore[] past = [.. edition.History.Where(row => row.Code == "INDEX" && row.Year < edition.Year && row.Comparable != false).Concat(now)];
        double scale = set.Kind == SetKind.Points ? set.Indicators().Where(node => node.Indicator!.Scored).Sum(node => node.Indicator!.Points) : 100;
        // A set of z-scores, or a history on another scale, is no reason to refuse the edition; it only cannot be forecast.
        return scale > 0 && past.All(row => row.Score >= 0 && row.Score <= scale * (1 + 1e-9))
            ? IndexForecast.Make(past, units, edition.Year + 1, scale, Seed)
            : new()
            {
                Year = edition.Year + 1,
                Reason = OffScale,
                Units = [.. units.Select(unit => new ForecastRow(unit, null, null, null, OffScale))],
            };
    }

    private const string OffScale = "Có điểm nằm ngoài thang điểm của bộ chỉ số nên không dự báo.";
}
