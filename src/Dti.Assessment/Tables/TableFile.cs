using System.Security.Cryptography;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using nietras.SeparatedValues;

namespace Dti.Assessment.Tables;

/// <summary>
/// Reads the table that <c>compute</c> scores: CSV by RFC 4180, UTF-8, header <c>unit,group,&lt;column&gt;…</c> with optional
/// <c>ranked</c> and <c>pool</c>. Every fault is found in one pass.
/// </summary>
public static class TableFile
{
    public const int LargestBytes = 64 * 1024 * 1024;

    /// <param name="path">The CSV file.</param>
    /// <param name="set">Says which columns there are and what they hold.</param>
    /// <param name="onlyGroup">Keeps the units of one peer group; null keeps all. The whole table is checked either way.</param>
    public static TableReading Read(string path, IndicatorSet set, string? onlyGroup = null)
    {
        var faults = new TableFaults(path);
        var file = InputFile.Read(path, LargestBytes);
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
        var table = (file.Fault ?? InputFile.ControlCharacter(file.Text)) is { } fault
            ? Refuse(faults, fault)
            : Parse(file.Text, set, onlyGroup, faults);
        return new(faults.Any ? null : table, faults.InOrder(), sha256);
    }

    private static UnitTable? Parse(string text, IndicatorSet set, string? onlyGroup, TableFaults faults)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            faults.Add(1, "", TableFaultCodes.EmptyFile, "the file is empty; it starts with the header unit,group,…");
            return null;
        }
        new CsvForm(faults).Check(text);
        if (faults.Any)
            return null;
        return ReadRows(text, set, faults)?.Build(onlyGroup);
    }

    private static TableRows? ReadRows(string text, IndicatorSet set, TableFaults faults)
    {
        // Rows of another length are reported one by one, which Sep would do by throwing at the first.
        using var reader = Sep.New(',').Reader(options => options with { HasHeader = false, Unescape = true, DisableColCountCheck = true }).FromText(text);
        TableRows? rows = null;
        int line = 1;
        foreach (var row in reader)
        {
            string[] cells = new string[row.ColCount];
            for (int i = 0; i < cells.Length; i++)
                cells[i] = row[i].ToString().Trim();
            int start = line;
            line = row.LineNumberToExcl;
            if (rows is { IsFull: true })
                break;
            if (cells is [{ Length: 0 }])
                continue;
            if (rows is not null)
                rows.Add(cells, start);
            else if (cells is [var only] && only.Contains(';', StringComparison.Ordinal))
            {
                faults.Add(start, "", TableFaultCodes.WrongSeparator, "columns are parted by semicolons; part them by commas");
                return null;
            }
            else
                rows = new(set, TableColumns.Match(set, cells, start, faults), faults);
        }
        return rows;
    }

    private static UnitTable? Refuse(TableFaults faults, FileFault fault)
    {
        string column = fault.Column > 0 ? $"@{fault.Column}" : "";
        faults.Add(fault.Line, column, fault.Code, fault.Message);
        return null;
    }
}
