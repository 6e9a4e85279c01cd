using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Editions;

/// <summary>
/// Every score up to the edition's own year that a forecast may rest on, one a unit, node and year. For past years the figure under this
/// edition's set stands, where there is one; what a series' last break has cut off is left out.
/// </summary>
internal static class ScoresSoFar
{
    internal static IEnumerable<HistoryScore> Of(Edition edition, IEnumerable<SeriesCut> cuts)
    {
        var counted = new SeriesCuts(cuts);
        var backCast = BackCast(edition).ToDictionary(row => (row.Unit, row.Code, row.Year));
        return edition.History
            .Where(row => row.Year < edition.Year && row.Comparable != false && !backCast.ContainsKey((row.Unit, row.Code, row.Year)))
            .Concat(backCast.Values)
            .Concat(edition.Scores.Where(score => score.Score is not null).Select(score => new HistoryScore(score.Unit, score.Code, edition.Year, score.Score!.Value, $"edition:{edition.Id}")))
            .Where(row => counted.Counts(row.Unit, row.Year));
    }

    private static IEnumerable<HistoryScore> BackCast(Edition edition) => PastYears.Of(edition).SelectMany(BackCast);

    private static IEnumerable<HistoryScore> BackCast(EditionComparison comparison)
    {
        string origin = $"edition:{comparison.PreviousId}";
        foreach (var unit in comparison.Units)
        {
            if (unit.BackCastScore is { } score)
                yield return new(unit.Unit, ScorePanel.IndexCode, comparison.PreviousYear, score, origin);
            foreach (var node in unit.Nodes.Where(node => node.Code != ScorePanel.IndexCode && node.BackCast is not null))
                yield return new(unit.Unit, node.Code, comparison.PreviousYear, node.BackCast!.Value, origin);
        }
    }
}
