using System.Globalization;
using System.Text;

namespace Dti.Scoring.Tests;

/// <summary>A CSV of the golden folder: rows by key, columns by name.</summary>
internal sealed class GoldenTable
{
    private readonly List<string[]> _rows = [];

    private GoldenTable(string[] header) => Header = header;

    public string[] Header { get; }

    public int Count => _rows.Count;

    public static GoldenTable Read(string file)
    {
        string text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", file));
        var records = Records(text).ToList();
        var table = new GoldenTable(records[0]);
        table._rows.AddRange(records.Skip(1));
        return table;
    }

    /// <summary>The same rows in another order: tables are matched by key, never by position.</summary>
    public GoldenTable Ordered(string key, string[] order)
    {
        string[] keys = Words(key);
        keys.Order(StringComparer.Ordinal).ShouldBe(order.Order(StringComparer.Ordinal));
        var table = new GoldenTable(Header);
        table._rows.AddRange(order.Select(value => _rows[Array.IndexOf(keys, value)]));
        return table;
    }

    public string[] Words(string column)
    {
        int index = Array.IndexOf(Header, column);
        index.ShouldBeGreaterThanOrEqualTo(0, $"no column {column}");
        return [.. _rows.Select(row => row[index])];
    }

    public double[] Numbers(string column) =>
        [.. Words(column).Select(cell => cell.Length == 0 || cell == "NaN" ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture))];

    private static IEnumerable<string[]> Records(string text)
    {
        var record = new List<string>();
        var cell = new StringBuilder();
        bool quoted = false;
        foreach (char c in text.Replace("\r", "", StringComparison.Ordinal))
        {
            if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
            {
                record.Add(cell.ToString());
                cell.Clear();
                if (c != '\n')
                    continue;
                yield return [.. record];
                record.Clear();
            }
            else
                cell.Append(c);
        }
        if (record.Count > 0 || cell.Length > 0)
            yield return [.. record, cell.ToString()];
    }
}
