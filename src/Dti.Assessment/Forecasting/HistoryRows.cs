using System.Globalization;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

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
        bool? comparable = _places[4] < 0 ? true : Comparable(cells[_places[4]]);
        if (unit is null || code is null || year is null || score is null || comparable is null)
            return true;
        if (!_lines.TryAdd((unit, code, year.Value), unitCell.Line))
            Fault(unitCell, "duplicate", $"'{unit}' {code} {Number(year.Value)} stands already in line {Number(_lines[(unit, code, year.Value)])}; keep one");
        else
            _rows.Add(new HistoryScore(unit, code, year.Value, score.Value, _origin) { Comparable = comparable.Value ? null : false });
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
        _places = CsvHeader.Places(cells, HistoryFile.Columns, Fault, HistoryFile.Optional);
        _width = cells.Length;
        return _faults.Count == 0;
    }

    private string? Unit(HistoryCell cell)
    {
        string? unit = cell.Text();
        if (unit is not null && _known.Contains(unit))
            return unit;
        Fault(cell, "unknown-unit", $"'{cell.Short}' is not the code of a unit");
        return null;
    }

    private string? Code(HistoryCell cell)
    {
        if (cell.Text() is { Length: > 0 and <= 64 } code)
            return code;
        Fault(cell, "code", $"'{cell.Short}' is not a node's code; the index itself is {ScorePanel.IndexCode}");
        return null;
    }

    private int? Year(HistoryCell cell)
    {
        if (int.TryParse(cell.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= FirstYear and <= LastYear)
            return year;
        Fault(cell, "year", $"'{cell.Short}' is not a year from {Number(FirstYear)} to {Number(LastYear)}");
        return null;
    }

    private bool? Comparable(HistoryCell cell)
    {
        switch (cell.Text())
        {
            case "" or "1":
                return true;
            case "0":
                return false;
            default:
                Fault(cell, "comparable", $"'{cell.Short}' is neither 1 (comparable with the years after it) nor 0 (made by another method)");
                return null;
        }
    }

    private double? Score(HistoryCell cell)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(cell.Text(), plain, CultureInfo.InvariantCulture, out double score) && double.IsFinite(score) && score >= 0)
            return score;
        Fault(cell, "score", $"'{cell.Short}' is not a score: a number of 0 or more with a decimal point");
        return null;
    }

    private void Fault(HistoryCell cell, string code, string message) => _faults.Add(new HistoryFault(path, cell.Line, cell.Column, code, message));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
