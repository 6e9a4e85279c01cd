namespace Dti.Assessment.Forecasting;

internal static class CsvHeader
{
    /// <summary>Where each of the columns stands, in any order, -1 for an optional one that is not there; every unknown, repeated or missing one is a fault.</summary>
    internal static int[] Places(HistoryCell[] cells, string[] required, Action<HistoryCell, string, string> fault, params string[] optional)
    {
        string[] columns = [.. required, .. optional];
        string?[] names = [.. cells.Select(c => c.Text())];
        for (int i = 0; i < names.Length; i++)
        {
            if (!columns.Contains(names[i]))
                fault(cells[i], "unknown-column", $"'{cells[i].Short}' is not a column; the columns are {string.Join(',', columns)}");
            else if (Array.IndexOf(names, names[i]) < i)
                fault(cells[i], "duplicate-column", $"'{names[i]}' is named twice");
        }
        foreach (string missing in required.Except(names.OfType<string>()))
            fault(cells[0], "missing-column", $"there is no column '{missing}'; the columns are {string.Join(',', required)}");
        return [.. columns.Select(c => Array.IndexOf(names, c))];
    }
}
