using Dti.Assessment.Editions;

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
        CsvCells.Read(text, rows.Add);
        return rows.Close();
    }
}
