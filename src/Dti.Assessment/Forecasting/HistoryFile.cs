using Dti.Assessment.Editions;
using nietras.SeparatedValues;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Results published before this system, from a CSV file with the columns <c>unit,code,year,score</c> in any order. Every row is marked
/// <c>imported:&lt;file name&gt;</c>. All faults are collected; a file with any fault gives no rows.
/// </summary>
public sealed record HistoryFile(IReadOnlyList<HistoryScore> Rows, IReadOnlyList<HistoryFault> Faults)
{
    internal static readonly string[] Columns = ["unit", "code", "year", "score"];

    public static HistoryFile Read(string path, IReadOnlyCollection<string> knownUnits)
    {
        (string text, HistoryFault? unreadable) = HistoryText.Read(path);
        if (unreadable is not null)
            return new HistoryFile([], [unreadable]);

        var rows = new HistoryRows(path, knownUnits);
        // Quotes are kept by the reader and taken off by us, so that a cell's place in its line is known.
        using SepReader reader = Sep.New(',').Reader(o => o with { HasHeader = false, DisableColCountCheck = true }).FromText(text);
        int next = 1;
        foreach (SepReader.Row row in reader)
        {
            int line = next;
            next = line + 1 + row.Span.Count('\n');
            if (row.Span.IsEmpty)
                continue;
            var cells = new HistoryCell[row.ColCount];
            int column = 1;
            for (int i = 0; i < cells.Length; i++)
            {
                string raw = row[i].ToString();
                cells[i] = new HistoryCell(line, column, raw);
                column += raw.Length + 1;
            }
            if (!rows.Add(cells))
                break;
        }
        return rows.Close();
    }
}
