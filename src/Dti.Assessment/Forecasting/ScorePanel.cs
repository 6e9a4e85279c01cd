using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// A node's scores of past years, unit by year, checked. Units are in ordinal order so that training never depends on the order of the rows.
/// </summary>
internal sealed class ScorePanel
{
    /// <summary>The root's code.</summary>
    internal const string IndexCode = "INDEX";

    private readonly SortedDictionary<string, SortedList<int, double>> _series = new(StringComparer.Ordinal);

    private ScorePanel(IEnumerable<(string Unit, int Year, double Score)> rows)
    {
        foreach ((string unit, int year, double score) in rows)
        {
            if (!_series.TryGetValue(unit, out SortedList<int, double>? series))
                _series[unit] = series = [];
            series.Add(year, score);
        }
        Years = [.. _series.Values.SelectMany(s => s.Keys).Distinct().Order()];
    }

    internal IReadOnlyCollection<string> Units => _series.Keys;

    /// <summary>Years in which any unit has a score, ascending.</summary>
    internal IReadOnlyList<int> Years { get; }

    /// <summary>Rows of other nodes, before a unit's last cut, and of <paramref name="targetYear"/> and later are left out: a forecast must not see its own year.</summary>
    /// <exception cref="ArgumentException">A score is NaN, infinite or off the scale, or a unit has two scores in one year.</exception>
    internal static ScorePanel Of(IEnumerable<HistoryScore> history, string code, int targetYear, double scaleMax, SeriesCuts cuts)
    {
        HistoryScore[] rows = [.. history.Where(h => h.Code == code && h.Year < targetYear && cuts.Counts(h.Unit, h.Year))];
        foreach (HistoryScore row in rows)
        {
            if (!IsOnScale(row.Score, scaleMax))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"history of '{row.Unit}' in {row.Year} ({row.Origin}): score {row.Score} is not a number between 0 and {scaleMax}; convert earlier results to this set's scale first"), nameof(history));
        }
        IGrouping<(string, int), HistoryScore>? twice = rows.GroupBy(r => (r.Unit, r.Year)).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw new ArgumentException($"history of '{twice.First().Unit}' in {twice.First().Year.ToString(CultureInfo.InvariantCulture)} is given more than once ({string.Join(", ", twice.Select(r => r.Origin).Distinct())}); keep one row", nameof(history));
        return new ScorePanel(rows.Select(r => (r.Unit, r.Year, r.Score)));
    }

    internal static bool IsOnScale(double score, double scaleMax) => double.IsFinite(score) && score >= 0 && score <= scaleMax * (1 + 1e-9);

    internal double? Score(string unit, int year) =>
        _series.TryGetValue(unit, out SortedList<int, double>? series) && series.TryGetValue(year, out double score) ? score : null;

    internal int Length(string unit) => _series.TryGetValue(unit, out SortedList<int, double>? series) ? series.Count : 0;

    /// <summary>The scores as series, in the order of <see cref="Units"/>.</summary>
    internal SeriesPanel ToSeries() => new([.. _series.Select(s => new Series(s.Key, 0, s.Value.Keys[0], Values(s.Value)))], season: 1);

    private static double[] Values(SortedList<int, double> scores)
    {
        int first = scores.Keys[0];
        double[] values = new double[scores.Keys[^1] - first + 1];
        Array.Fill(values, double.NaN);
        foreach ((int year, double score) in scores)
            values[year - first] = score;
        return values;
    }

    /// <summary>SHA-256 of the text <c>unit,year,score</c>, one LF-ended line a row after that header, by unit (ordinal) then year, scores in shortest round-trip form.</summary>
    internal string Sha256()
    {
        var text = new StringBuilder("unit,year,score\n");
        foreach ((string unit, int year, double score) in Rows())
            text.Append(CultureInfo.InvariantCulture, $"{unit},{year},{score:R}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private IEnumerable<(string Unit, int Year, double Score)> Rows() =>
        _series.SelectMany(s => s.Value, (s, point) => (s.Key, point.Key, point.Value));
}
