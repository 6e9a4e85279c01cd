using System.Globalization;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>A cell as it stands in the file, quotes and all.</summary>
internal readonly record struct HistoryCell(int Line, int Column, string Raw)
{
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

/// <summary>Collects rows and faults; the first row added is the header.</summary>
internal sealed class HistoryRows(string path, IReadOnlyCollection<string> knownUnits)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private readonly HashSet<string> _known = new(knownUnits, StringComparer.Ordinal);
    private readonly string _origin = "imported:" + Path.GetFileName(path);
    private readonly List<HistoryScore> _rows = [];
    private readonly List<HistoryFault> _faults = [];
    private readonly Dictionary<(string, string, int), int> _lines = [];
    private int[]? _places;
    private int _width;

    /// <summary>False when the header is at fault, so that the rows below it mean nothing.</summary>
    internal bool Add(HistoryCell[] cells)
    {
        if (_places is null)
            return Header(cells);
        if (cells.Length != _width)
        {
            Fault(cells[0], "columns", $"the line has {Number(cells.Length)} cells, the header {Number(_width)}");
            return true;
        }
        HistoryCell unitCell = cells[_places[0]], codeCell = cells[_places[1]];
        string? unit = Unit(unitCell), code = Code(codeCell);
        int? year = Year(cells[_places[2]]);
        double? score = Score(cells[_places[3]]);
        if (unit is null || code is null || year is null || score is null)
            return true;
        if (!_lines.TryAdd((unit, code, year.Value), unitCell.Line))
            Fault(unitCell, "duplicate", $"'{unit}' {code} {Number(year.Value)} stands already in line {Number(_lines[(unit, code, year.Value)])}; keep one");
        else
            _rows.Add(new HistoryScore(unit, code, year.Value, score.Value, _origin));
        return true;
    }

    internal HistoryFile Close()
    {
        if (_faults.Count == 0 && _rows.Count == 0)
            _faults.Add(new HistoryFault(path, 1, 1, "empty", "has no rows; below the header each line is a unit's score of a year"));
        return new HistoryFile(_faults.Count == 0 ? _rows : [], _faults);
    }

    private bool Header(HistoryCell[] cells)
    {
        string?[] names = [.. cells.Select(c => c.Text())];
        for (int i = 0; i < names.Length; i++)
        {
            if (!HistoryFile.Columns.Contains(names[i]))
                Fault(cells[i], "unknown-column", $"'{Short(cells[i].Raw)}' is not a column; the columns are {string.Join(',', HistoryFile.Columns)}");
            else if (Array.IndexOf(names, names[i]) < i)
                Fault(cells[i], "duplicate-column", $"'{names[i]}' is named twice");
        }
        foreach (string missing in HistoryFile.Columns.Except(names.OfType<string>()))
            Fault(cells[0], "missing-column", $"there is no column '{missing}'; the columns are {string.Join(',', HistoryFile.Columns)}");
        _places = [.. HistoryFile.Columns.Select(c => Array.IndexOf(names, c))];
        _width = cells.Length;
        return _faults.Count == 0;
    }

    private string? Unit(HistoryCell cell)
    {
        string? unit = cell.Text();
        if (unit is not null && _known.Contains(unit))
            return unit;
        Fault(cell, "unknown-unit", $"'{Short(cell.Raw)}' is not the code of a unit");
        return null;
    }

    private string? Code(HistoryCell cell)
    {
        if (cell.Text() is { Length: > 0 and <= 64 } code)
            return code;
        Fault(cell, "code", $"'{Short(cell.Raw)}' is not a node's code; the index itself is {ScorePanel.IndexCode}");
        return null;
    }

    private int? Year(HistoryCell cell)
    {
        if (int.TryParse(cell.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= FirstYear and <= LastYear)
            return year;
        Fault(cell, "year", $"'{Short(cell.Raw)}' is not a year from {Number(FirstYear)} to {Number(LastYear)}");
        return null;
    }

    private double? Score(HistoryCell cell)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(cell.Text(), plain, CultureInfo.InvariantCulture, out double score) && double.IsFinite(score) && score >= 0)
            return score;
        Fault(cell, "score", $"'{Short(cell.Raw)}' is not a score: a number of 0 or more with a decimal point");
        return null;
    }

    private void Fault(HistoryCell cell, string code, string message) => _faults.Add(new HistoryFault(path, cell.Line, cell.Column, code, message));

    private static string Short(string raw) => raw.Length <= 40 ? raw : raw[..40] + "…";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
