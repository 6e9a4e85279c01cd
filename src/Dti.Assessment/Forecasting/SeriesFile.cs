using Dti.Assessment.Tables;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Series to forecast, from a CSV file (RFC 4180, UTF-8) with the columns <c>unit,code,period,value</c> and, where series break,
/// <c>break</c>, in any order. An empty value is a period without one. A break of <c>1</c> or <c>true</c>, or a text that says why, starts the
/// series anew at its period; empty, <c>0</c> or <c>false</c> = it goes on. All faults are collected; a file with any fault gives no points.
/// </summary>
public sealed record SeriesFile(IReadOnlyList<SeriesPoint> Points, IReadOnlyList<HistoryFault> Faults)
{
    internal const int LargestBytes = 32 * 1024 * 1024;
    internal const int LongestRow = 64 * 1024;
    internal static readonly string[] Columns = ["unit", "code", "period", "value"];
    internal static readonly string[] Optional = ["break"];

    public static SeriesFile Read(string path)
    {
        var (text, unreadable) = TextOf(path);
        if (unreadable is { } fault)
            return Refused(Math.Max(1, fault.Line), Math.Max(1, fault.Column), fault.Code, fault.Message);
        if (string.IsNullOrWhiteSpace(text))
            return Refused(1, 1, "empty", "is empty; the first line names the columns unit,code,period,value");
        if (CsvCells.TooLong(text, LongestRow) is { } place)
            return Refused(place.Line, place.Column, "row-too-long", "a row of more than 65536 characters starts here; is a quote never closed?");
        var rows = new SeriesRows(path, text.AsSpan().Count('\n') + 1);
        CsvCells.Read(text, rows.Add);
        return rows.Close();

        SeriesFile Refused(int line, int column, string code, string message) => new([], [new HistoryFault(path, line, column, code, message)]);
    }

    /// <summary>Its bytes are let go before the rows are read.</summary>
    private static (string Text, FileFault? Fault) TextOf(string path)
    {
        var file = InputFile.Read(path, LargestBytes);
        return (file.Text, file.Fault ?? InputFile.ControlCharacter(file.Text));
    }
}
