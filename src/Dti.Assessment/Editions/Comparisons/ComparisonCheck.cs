using System.Text.Json;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>Computes an edition's comparisons with past years again, where the editions they are with are at hand, and names the first figure that differs.</summary>
internal static class ComparisonCheck
{
    public static IEnumerable<string> Differences(Edition edition, IndicatorSet set, EditionsBeside beside)
    {
        foreach (var (said, past) in beside.Found)
        {
            string? difference;
            try
            {
                difference = JsonDifference.First(Json(said), Json(said == edition.Comparison ? Comparing.Of(edition, set, past) : Comparing.Earlier(edition, set, past)));
            }
            catch (ScoringException refused)
            {
                difference = refused.Message;
            }
            if (difference is not null)
                yield return $"{EditionsBeside.Place(edition, said)}: {difference}";
        }
    }

    private static JsonElement Json(EditionComparison comparison) => JsonSerializer.SerializeToElement(comparison, EditionFile.Options);
}
