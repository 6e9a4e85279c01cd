using System.Text.Json;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>Computes an edition's comparisons with past years again, where the editions they are with are at hand, and names the first figure that differs.</summary>
internal static class ComparisonCheck
{
    public static IEnumerable<string> Differences(Edition edition, IndicatorSet set, Func<string, byte[]?>? beside, List<string> remarks)
    {
        var yearBefore = edition.Comparison is { } found ? Differences("comparison", found, past => Comparing.Of(edition, set, past), beside, remarks) : [];
        return [.. yearBefore, .. (edition.EarlierYears ?? []).SelectMany(earlier =>
            Differences(FormattableString.Invariant($"earlierYears {earlier.PreviousYear}"), earlier, past => Comparing.Earlier(edition, set, past), beside, remarks))];
    }

    private static string[] Differences(string place, EditionComparison found, Func<PreviousEdition, EditionComparison> again, Func<string, byte[]?>? beside, List<string> remarks)
    {
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
            return [$"{place}: {found.PreviousId}: {fault}"];
        try
        {
            return JsonDifference.First(Json(found), Json(again(previous))) is { } difference ? [$"{place}: {difference}"] : [];
        }
        catch (ScoringException refused)
        {
            return [$"{place}: {refused.Message}"];
        }
    }

    private static JsonElement Json(EditionComparison comparison) => JsonSerializer.SerializeToElement(comparison, EditionFile.Options);
}
