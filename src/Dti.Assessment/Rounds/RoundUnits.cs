using System.Collections.Immutable;
using Dti.Assessment.Editions;
using Dti.Assessment.Units;

namespace Dti.Assessment.Rounds;

/// <summary>Who takes part in a round, from the lists of units: with the days they began and ended on and where they came from.</summary>
public static class RoundUnits
{
    /// <param name="catalogue">Every unit of all times.</param>
    /// <param name="year">The year assessed.</param>
    /// <param name="parent">The province whose units take part.</param>
    /// <param name="groups">Peer groups of the set; units of others take no part.</param>
    public static ImmutableArray<Participant> Of(UnitCatalogue catalogue, int year, string parent, IReadOnlySet<string> groups) =>
        [.. catalogue.AssessedIn(year, parent).Where(unit => groups.Contains(unit.Group)).Select(unit => new Participant(
            unit.Code, unit.NameVi, unit.NameEn, unit.Group, "", unit.Ranked, Remark(unit, year), unit.ValidUntil, unit.ValidFrom, UnitLineage.Of(catalogue, unit, year)))];

    /// <summary>The unit as an edition of the year freezes it.</summary>
    internal static EditionUnit Frozen(Participant unit, int year)
    {
        string[] lived = [.. YearTable.Quarters.Where(quarter => quarter != "year" && unit.LivedThrough(year, quarter))];
        return new(unit.Unit, unit.NameVi, unit.NameEn, unit.Group, unit.Pool, unit.Ranked, unit.Remark)
        {
            Quarters = lived.Length < 4 ? lived : null,
            Until = unit.Until,
            Lineage = unit.Lineage,
        };
    }

    private static string? Remark(Unit unit, int year) =>
        unit.ValidUntil is { } until && until.Year == year ? FormattableString.Invariant($"Hoạt động đến {until:dd/MM/yyyy}")
        : unit.ValidFrom is { } from && from.Year == year ? FormattableString.Invariant($"Hoạt động từ {from:dd/MM/yyyy}")
        : unit.Ranked ? null
        : "Đánh giá, không xếp hạng";
}
