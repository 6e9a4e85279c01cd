using Dti.Assessment.Editions.Comparisons;

namespace Dti.Assessment.Units;

/// <summary>How a unit of a year came to be, as the lists of units tell it.</summary>
public static class UnitLineage
{
    /// <summary>
    /// Null where nothing is known of a change up to the end of the year. Predecessors are as they were on the first day of the year of the
    /// change: one that was itself formed within that year is replaced by its own, with weights multiplied. A predecessor that several units
    /// name for the same year was split, and its parts are compared with nothing unless the list says <see cref="SplitRule.Whole"/>.
    /// </summary>
    /// <param name="catalogue">Every unit of all times.</param>
    /// <param name="unit">A unit of the year.</param>
    /// <param name="year">The year assessed.</param>
    public static EditionLineage? Of(UnitCatalogue catalogue, Unit unit, int year)
    {
        if (unit.Since is not { } since || since.Year > year)
            return null;
        var before = AtStart(catalogue, unit, since.Year).ToList();
        bool split = before.Exists(old => catalogue.Units.Any(other =>
            other.Code != unit.Code && other.Since?.Year == since.Year && !Superseded(catalogue, other, since.Year)
            && AtStart(catalogue, other, since.Year).Any(theirs => theirs.Code == old.Code)));
        var kind = before.Count switch
        {
            0 => LineageKind.New,
            _ when split => LineageKind.Split,
            1 => LineageKind.Renamed,
            _ => LineageKind.Merged,
        };
        bool compared = kind != LineageKind.Split || unit.Split == SplitRule.Whole;
        double total = before.Sum(old => old.Weight);
        return new(since, kind, compared ? [.. before.Select(old => new EditionPredecessor(old.Code, old.Weight / total))] : []);
    }

    private static IEnumerable<Predecessor> AtStart(UnitCatalogue catalogue, Unit unit, int year)
    {
        double total = unit.Predecessors.Sum(old => old.Weight);
        return unit.Predecessors
            .SelectMany(old => old.Code != unit.Code && catalogue.Find(old.Code) is { Predecessors.Count: > 0 } formed && formed.Since?.Year == year && formed.Since < unit.Since
                ? AtStart(catalogue, formed, year).Select(further => further with { Weight = further.Weight * old.Weight / total })
                : [old with { Weight = old.Weight / total }])
            .GroupBy(old => old.Code, (code, parts) => new Predecessor(code, parts.Sum(part => part.Weight)), StringComparer.Ordinal);
    }

    /// <summary>Formed within the year and gone into another within it: its successor names the same predecessors, which is no split.</summary>
    private static bool Superseded(UnitCatalogue catalogue, Unit unit, int year) => catalogue.Units.Any(later =>
        later.Code != unit.Code && later.Since?.Year == year && later.Since > unit.Since && later.Predecessors.Any(old => old.Code == unit.Code));
}
