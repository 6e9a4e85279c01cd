using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Results published before this system, from a CSV file with the columns <c>unit,code,year,score</c> in any order and perhaps
/// <c>comparable</c> (1, or 0 for a year made by another method without a map; empty is 1). Every row is marked
/// <c>imported:&lt;file name&gt;</c>. All faults are collected; a file with any fault gives no rows.
/// </summary>
public sealed record HistoryFile(IReadOnlyList<HistoryScore> Rows, IReadOnlyList<HistoryFault> Faults)
{
    internal static readonly string[] Columns = ["unit", "code", "year", "score"];
    internal static readonly string[] Optional = ["comparable"];

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
