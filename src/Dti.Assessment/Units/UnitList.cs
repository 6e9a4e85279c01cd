using nietras.SeparatedValues;

namespace Dti.Assessment.Units;

/// <summary>A unit and where it was read, for faults that only show when all lists are known.</summary>
internal sealed record UnitRow(Unit Unit, string File, int Line);

/// <summary>One list (RFC 4180): its header, then a unit a row.</summary>
internal static class UnitList
{
    public const string Header = "code,name_vi,name_en,group,parent,valid_from,valid_until,changed_on,predecessors,split,ranked,official_code,note";

    private static readonly string[] Known = Header.Split(',');
    private static readonly string[] Optional = ["changed_on", "split", "ranked", "official_code", "note"];

    public static IReadOnlyList<UnitRow> Read(string file, string text, List<UnitFault> faults)
    {
        if (text.AsSpan().Count('"') % 2 != 0)
        {
            faults.Add(new(file, 1 + text.AsSpan(0, text.LastIndexOf('"')).Count('\n'), "open-quote", "a quote is never closed; the last one stands here"));
            return [];
        }
        using var reader = Sep.New(',').Reader(o => o with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(text);
        string[]? columns = null;
        var rows = new List<UnitRow>();
        foreach (var row in reader)
        {
            var cells = new string[row.ColCount];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = row[i].ToString();
            if (columns is null)
            {
                columns = cells;
                if (!HeaderHolds(file, columns, faults))
                    return [];
            }
            else if (cells.Length == 1 && string.IsNullOrWhiteSpace(cells[0]))
                continue;
            else if (cells.Length != columns.Length)
                faults.Add(new(file, row.LineNumberFrom, "cell-count", FormattableString.Invariant(
                    $"{cells.Length} cells under {columns.Length} columns; a cell with a comma stands in quotes")));
            else if (new UnitCells(file, row.LineNumberFrom, columns, cells, faults).Unit() is { } unit)
                rows.Add(new(unit, file, row.LineNumberFrom));
        }
        return rows;
    }

    private static bool HeaderHolds(string file, string[] columns, List<UnitFault> faults)
    {
        var before = faults.Count;
        foreach (var missing in Known.Except(columns).Except(Optional))
            faults.Add(new(file, 1, "missing-column", $"column '{missing}' is missing; the header is {Header}"));
        foreach (var unknown in columns.Except(Known))
            faults.Add(new(file, 1, "unknown-column", $"column '{unknown}' is not known; the header is {Header}"));
        foreach (var twice in columns.GroupBy(column => column).Where(group => group.Count() > 1))
            faults.Add(new(file, 1, "duplicate-column", $"column '{twice.Key}' stands twice"));
        return faults.Count == before;
    }
}
