using Dti.Assessment.Editions.Comparisons;

namespace Dti.Assessment.Editions;

/// <summary>
/// The years at which series of scores break: a figure of such a year is not joined by a line to the one before it, and a forecast rests
/// only on what comes after the last break.
/// </summary>
public static class SeriesBreaks
{
    /// <summary>Every unit's breaks up to the edition's own year, oldest first; a unit without any is not in it.</summary>
    /// <param name="edition">Its units' lineage, its history and its comparison say where series break.</param>
    public static ILookup<string, SeriesBreak> Of(Edition edition) => edition.Units
        .SelectMany(unit => OfUnit(edition, unit).OrderBy(found => found.Year).ThenBy(found => found.Kind), (unit, found) => (unit.Code, found))
        .ToLookup(pair => pair.Code, pair => pair.found, StringComparer.Ordinal);

    /// <summary>The first year of what a unit's figure of the edition's year can be joined to; null when nothing breaks.</summary>
    public static int? LastBreak(Edition edition, string unit) => Of(edition)[unit].Select(found => (int?)found.Year).LastOrDefault();

    private static IEnumerable<SeriesBreak> OfUnit(Edition edition, EditionUnit unit)
    {
        if (unit.Lineage is { } lineage)
            yield return new(lineage.Since.Year, KindOf(lineage.Kind), Reason(lineage));
        EditionComparison[] past = [.. PastYears.Of(edition)];
        foreach (var year in past.Where(year => year.NotRescored is not null))
        {
            yield return new(year.PreviousYear + 1, SeriesBreakKind.Method, year.NotRescored!);
            // It stays under a method of its own, also beside an older year that was scored again.
            if (past.Any(older => older.PreviousYear < year.PreviousYear && older.NotRescored is null))
                yield return new(year.PreviousYear, SeriesBreakKind.Method, year.NotRescored!);
        }
        // A year that stands alone is apart from the year after it as well as from the one before.
        foreach (int year in edition.History.Where(row => row.Unit == unit.Code && row.Comparable == false).SelectMany(row => new[] { row.Year, row.Year + 1 }).Distinct().Where(year => year <= edition.Year))
            yield return new(year, SeriesBreakKind.Method, FormattableString.Invariant($"Trước năm {year} dùng phương pháp khác, chưa có bảng chuyển đổi"));
    }

    private static SeriesBreakKind KindOf(LineageKind kind) => kind switch
    {
        LineageKind.Merged => SeriesBreakKind.Merger,
        LineageKind.Split => SeriesBreakKind.Split,
        LineageKind.Renamed => SeriesBreakKind.Renaming,
        _ => SeriesBreakKind.NewUnit,
    };

    private static string Reason(EditionLineage lineage)
    {
        string what = lineage.Kind switch
        {
            LineageKind.Merged => "Đơn vị hợp nhất",
            LineageKind.Split => "Đơn vị hình thành do chia tách",
            LineageKind.Renamed => "Đơn vị thay cho đơn vị cũ",
            _ => "Đơn vị hoạt động",
        };
        return FormattableString.Invariant($"{what} từ ngày {lineage.Since:dd'/'MM'/'yyyy}");
    }
}

/// <summary>Why a series breaks: another method without a map, or a unit that is not what it was.</summary>
public enum SeriesBreakKind { Method, Merger, Renaming, Split, NewUnit }

/// <summary>From <see cref="Year"/> on the figures are of another kind than before it. <see cref="Reason"/> is in Vietnamese.</summary>
public sealed record SeriesBreak(int Year, SeriesBreakKind Kind, string Reason);
