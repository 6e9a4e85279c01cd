using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>The past years an edition stands beside.</summary>
public static class PastYears
{
    /// <summary>Newest first: the year before where there is one, then those further back that the set's <c>maps</c> reach.</summary>
    public static IEnumerable<EditionComparison> Of(Edition edition) => [.. edition.Comparison is { } before ? [before] : (EditionComparison[])[], .. edition.EarlierYears ?? []];

    /// <summary>Whether an edition of the set is laid beside editions of that year: the year before always, one further back where a map leads from it.</summary>
    internal static bool Reaches(IndicatorSet set, int year) => year == set.Year - 1 || (year < set.Year && set.Maps.Any(map => map.Set == set.Code && map.Year == year));

    /// <param name="edition">As computed.</param>
    /// <param name="set">Its set.</param>
    /// <param name="past">The latest edition of each year that is reached, newest first.</param>
    internal static Edition LaidBeside(Edition edition, IndicatorSet set, IReadOnlyList<PreviousEdition> past)
    {
        EditionComparison[] earlier = [.. past.Where(year => !IsYearBefore(year)).Select(year => Comparing.Earlier(edition, set, year))];
        return edition with
        {
            Comparison = past.FirstOrDefault(IsYearBefore) is { } before ? Comparing.Of(edition, set, before) : null,
            EarlierYears = earlier.Length > 0 ? earlier : null,
        };

        bool IsYearBefore(PreviousEdition year) => year.Edition.Year == edition.Year - 1;
    }
}
