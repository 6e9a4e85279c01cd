using System.Text.Json;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>Computes an edition's comparison again, where the edition it is compared with is at hand, and names the first figure that differs.</summary>
internal static class ComparisonCheck
{
    public static IEnumerable<string> Differences(Edition edition, IndicatorSet set, Func<string, byte[]?>? beside, List<string> remarks)
    {
        if (edition.Comparison is not { } found)
            return [];
        if (beside?.Invoke(found.PreviousId) is not { } file)
        {
            remarks.Add($"the comparison with {found.PreviousId} is signed but not computed again: put {found.PreviousId}.json beside the file");
            return [];
        }
        string sha256 = EditionFile.Sha256(file);
        if (sha256 != found.PreviousSha256)
        {
            remarks.Add($"the comparison is signed but not computed again: {found.PreviousId}.json beside the file has SHA-256 {sha256}, where the one compared with has {found.PreviousSha256}");
            return [];
        }
        if (PreviousEdition.Read(file, out string? fault) is not { } previous)
            return [$"comparison: {found.PreviousId}: {fault}"];
        try
        {
            return JsonDifference.First(Json(found), Json(Comparing.Of(edition, set, previous))) is { } difference ? [$"comparison: {difference}"] : [];
        }
        catch (ScoringException refused)
        {
            return [$"comparison: {refused.Message}"];
        }
    }

    private static JsonElement Json(EditionComparison comparison) => JsonSerializer.SerializeToElement(comparison, EditionFile.Options);
}
