using System.Text.RegularExpressions;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>
/// The editions of past years that a file under check says it stands beside, as far as they lie at hand with the hash it names. What rests on
/// one that does not is taken on trust, with a remark.
/// </summary>
internal sealed partial class EditionsBeside
{
    private EditionsBeside(IReadOnlyList<string> faults, IReadOnlyList<(EditionComparison, PreviousEdition)> found) => (Faults, Found) = (faults, found);

    /// <summary>Where the file names past years as no edition does.</summary>
    public IReadOnlyList<string> Faults { get; }

    /// <summary>Those at hand, newest first, each with what the file says of it.</summary>
    public IReadOnlyList<(EditionComparison Said, PreviousEdition Past)> Found { get; }

    /// <param name="edition">Under check.</param>
    /// <param name="set">The set it carries.</param>
    /// <param name="beside">A file by the id of its edition; null = none is at hand.</param>
    /// <param name="remarks">Taken on trust.</param>
    public static EditionsBeside Of(Edition edition, IndicatorSet set, Func<string, byte[]?>? beside, List<string> remarks)
    {
        EditionComparison[] said = [.. PastYears.Of(edition)];
        if (said.FirstOrDefault(past => !past.PreviousId.StartsWith(set.Code + "-", StringComparison.Ordinal) || !YearAndNumber().IsMatch(past.PreviousId[(set.Code.Length + 1)..])) is { } stray)
            return new([$"{Place(edition, stray)}: previousId is not the id of an edition of {set.Code} (such as {set.Code}-{edition.Year - 1}.1)"], []);
        if (said.Zip(said.Skip(1)).FirstOrDefault(pair => pair.First.PreviousYear <= pair.Second.PreviousYear) is { Second: { } misplaced })
            return new([FormattableString.Invariant($"earlierYears: {misplaced.PreviousYear} stands twice or out of order; each year stands once, newest first")], []);
        if (said.FirstOrDefault(past => past.Units.DistinctBy(unit => unit.Unit).Count() < past.Units.Count) is { } doubled)
            return new([$"{Place(edition, doubled)}: a unit stands twice in its units"], []);
        if (said.Length > 0 && edition.PreviousSha256 is null)
            return new([$"previousSha256: there is none, where an edition that stands beside {said[0].PreviousId} comes after it"], []);
        if (edition.PreviousSha256 is { } link && said.Length > 0 && said.All(past => past.PreviousSha256 != link))
            remarks.Add($"previousSha256 {link} is of none of the editions it stands beside: the chain to the edition published before it was not followed");
        remarks.AddRange(Unreached(edition, set, said));
        var faults = new List<string>();
        var found = new List<(EditionComparison, PreviousEdition)>();
        foreach (var past in said)
        {
            string what = past == edition.Comparison ? $"the comparison with {past.PreviousId}" : $"what stands under earlierYears of {past.PreviousId}";
            if (edition.Targets is { Count: > 0 })
                what += " (and so the readings of targets of that year)";
            if (beside?.Invoke(past.PreviousId) is not { } file)
                remarks.Add($"{what} is signed but not computed again: put {past.PreviousId}.json beside the file");
            else if (EditionFile.Sha256(file) is var sha256 && sha256 != past.PreviousSha256)
                remarks.Add($"{what} is signed but not computed again: {past.PreviousId}.json beside the file has SHA-256 {sha256}, where the one compared with has {past.PreviousSha256}");
            else if (PreviousEdition.Read(file, out string? fault) is { } previous)
                found.Add((past, previous));
            else
                faults.Add($"{Place(edition, past)}: {past.PreviousId}: {fault}");
        }
        return new(faults, found);
    }

    /// <summary>The member of the file that stands beside a past year.</summary>
    public static string Place(Edition edition, EditionComparison past) =>
        past == edition.Comparison ? "comparison" : FormattableString.Invariant($"earlierYears {past.PreviousYear}");

    private static IEnumerable<string> Unreached(Edition edition, IndicatorSet set, EditionComparison[] said)
    {
        int[] years = [.. set.Maps.Where(map => map.Set == set.Code && map.Year < edition.Year).Select(map => map.Year).Distinct()
            .Where(year => said.All(past => past.PreviousYear != year)).Order()];
        if (years.Length > 0)
            yield return $"the set's maps reach {string.Join(", ", years)}, and the edition is not laid beside an edition of {(years.Length > 1 ? "those years" : "that year")}";
    }

    [GeneratedRegex(@"^[0-9]{4}\.[0-9]{1,9}\z")]
    private static partial Regex YearAndNumber();
}
