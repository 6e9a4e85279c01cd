using nietras.SeparatedValues;

namespace Dti.Assessment.Forecasting;

/// <summary>A cell as it stands in the file, quotes and all.</summary>
internal readonly record struct HistoryCell(int Line, int Column, string Raw)
{
    /// <summary>For messages: a cell may be megabytes long.</summary>
    internal string Short => Raw.Length <= 40 ? Raw : Raw[..40] + "…";

    /// <summary>Null when the quotes do not close or stand inside an unquoted cell.</summary>
    internal string? Text()
    {
        if (!Raw.Contains('"', StringComparison.Ordinal))
            return Raw.Trim();
        if (Raw.Length < 2 || Raw[0] != '"' || Raw[^1] != '"')
            return null;
        string inner = Raw[1..^1];
        return inner.Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal) ? null : inner.Replace("\"\"", "\"", StringComparison.Ordinal).Trim();
    }
}

/// <summary>Rows of a CSV file (RFC 4180) with every cell's place.</summary>
internal static class CsvCells
{
    /// <summary>Empty lines are passed over; <paramref name="add"/> answers whether to go on.</summary>
    internal static void Read(string text, Func<HistoryCell[], bool> add)
    {
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
            if (!add(cells))
                break;
        }
    }

    /// <summary>Where a row longer than so many characters starts, most often at a quote that never closes; the reader would not bear it.</summary>
    internal static (int Line, int Column)? TooLong(string text, int most)
    {
        int line = 1, start = 1, length = 0;
        bool quoted = false;
        foreach (char c in text)
        {
            quoted ^= c == '"';
            line += c == '\n' ? 1 : 0;
            length++;
            if (length > most)
                return (start, 1);
            if (c == '\n' && !quoted)
                (start, length) = (line, 0);
        }
        return null;
    }
}
