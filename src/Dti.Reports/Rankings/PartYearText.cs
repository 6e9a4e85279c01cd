namespace Dti.Reports.Rankings;

/// <summary>Units that existed for part of the year are scored on the quarters they lived through, and it is said so.</summary>
public static class PartYearText
{
    /// <summary>A sentence for each set of quarters in the group.</summary>
    public static IEnumerable<string> Sentences(RankingView view, GroupView group)
    {
        var units = view.Edition.Units.Where(unit => unit.Quarters is not null).ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        return group.All.Where(row => units.ContainsKey(row.Unit))
            .GroupBy(row => Quarters(units[row.Unit].Quarters!))
            .Select(rows => rows.Count() == group.All.Count()
                ? $"Các đơn vị của khối hoạt động một phần của năm, điểm tính trên {rows.Key}."
                : $"Hoạt động một phần của năm, điểm tính trên {rows.Key}: {string.Join(", ", rows.Select(row => row.Name))}.");
    }

    /// <summary><c>quý I, quý II</c>.</summary>
    public static string Quarters(IReadOnlyList<string> quarters) => quarters.Count == 0
        ? "không quý nào"
        : string.Join(", ", quarters.Select(quarter => "quý " + quarter switch { "q1" => "I", "q2" => "II", "q3" => "III", _ => "IV" }));
}
