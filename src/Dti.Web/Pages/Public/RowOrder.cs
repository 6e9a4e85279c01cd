using System.Globalization;
using Dti.Assessment.Units;
using Dti.Reports.Rankings;

namespace Dti.Web.Pages.Public;

/// <summary>A group's rows as a reader asked for them in the address: <c>?tim=</c> without diacritics, <c>?sap=</c> by a column.</summary>
internal static class RowOrder
{
    public static IReadOnlyList<RowView> Of(GroupView group, string? sought, string? sort)
    {
        var rows = group.All;
        if (!string.IsNullOrWhiteSpace(sought))
        {
            var words = VietnameseText.Words(sought);
            rows = rows.Where(row => VietnameseText.Fold(row.Name) is var name && words.All(word => name.Contains(word, StringComparison.Ordinal)));
        }
        return sort switch
        {
            "ten" => [.. rows.OrderBy(row => row.Name, VietnameseText.Order)],
            "diem" => [.. rows.OrderByDescending(row => row.Score ?? double.NegativeInfinity)],
            _ when Family(sort) is { } family => [.. rows.OrderByDescending(row => row.Families.ElementAtOrDefault(family) ?? double.NegativeInfinity)],
            _ => [.. rows],
        };
    }

    private static int? Family(string? sort) =>
        sort?.StartsWith("nhom-", StringComparison.Ordinal) == true
        && int.TryParse(sort.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number - 1 : null;
}
