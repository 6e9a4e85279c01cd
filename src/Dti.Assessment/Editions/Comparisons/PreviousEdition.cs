using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>The year before's edition with the set it carries, ready to be compared with.</summary>
public sealed record PreviousEdition(Edition Edition, string Sha256, IndicatorSet Set)
{
    /// <param name="file">The bytes of its file, as published.</param>
    /// <param name="fault">Why it cannot be used; null when it can.</param>
    public static PreviousEdition? Read(byte[] file, out string? fault)
    {
        var reading = EditionFile.Read(file);
        if (reading.Edition is not { } edition)
        {
            fault = reading.Fault!.ToString();
            return null;
        }
        if (!IsWhole(edition))
        {
            fault = "its scores and ranking do not have one row for each of its units";
            return null;
        }
        var set = SetFile.Parse(edition.Set.Yaml, $"{edition.Set.Code}/{edition.Set.Year}.yaml");
        fault = set.Set is null ? $"its set: {set.Faults[0]}" : null;
        return set.Set is null ? null : new(edition, reading.Sha256, set.Set);
    }

    private static bool IsWhole(Edition edition)
    {
        string[] units = [.. edition.Units.Select(unit => unit.Code).Order(StringComparer.Ordinal)];
        return units.Distinct(StringComparer.Ordinal).Count() == units.Length
            && units.SequenceEqual(edition.Ranking.Select(row => row.Unit).Order(StringComparer.Ordinal))
            && units.SequenceEqual(edition.Scores.Where(score => score.Depth == 0).Select(score => score.Unit).Order(StringComparer.Ordinal))
            && edition.Scores.DistinctBy(score => (score.Unit, score.Code)).Count() == edition.Scores.Count;
    }
}
