namespace Dti.Assessment.Forecasting;

internal static class CsvHeader
{
    /// <summary>Where each of the columns stands, in any order, the optional ones last; −1 = an optional one is not there. Every unknown, repeated or missing one is a fault.</summary>
    internal static int[] Places(HistoryCell[] cells, string[] columns, Action<HistoryCell, string, string> fault, string[]? optional = null)
    {
        string[] all = [.. columns, .. optional ?? []];
        string?[] names = [.. cells.Select(c => c.Text())];
        for (int i = 0; i < names.Length; i++)
        {
            if (!all.Contains(names[i]))
                fault(cells[i], "unknown-column", $"'{cells[i].Short}' is not a column; the columns are {string.Join(',', all)}");
            else if (Array.IndexOf(names, names[i]) < i)
                fault(cells[i], "duplicate-column", $"'{names[i]}' is named twice");
        }
        foreach (string missing in columns.Except(names.OfType<string>()))
            fault(cells[0], "missing-column", $"there is no column '{missing}'; the columns are {string.Join(',', columns)}");
        return [.. all.Select(c => Array.IndexOf(names, c))];
    }
}
