using System.Globalization;

namespace Dti.Assessment.Forecasting;

/// <summary>Collects points and faults; the first row added is the header.</summary>
/// <param name="path">For the faults.</param>
/// <param name="lines">The most rows there can be.</param>
internal sealed class SeriesRows(string path, int lines)
{
    private const int MostFaults = 200;
    /// <summary>So that reading and forecasting stay within half a gigabyte.</summary>
    internal const int MostRows = 1_200_000;
    internal const int MostSeries = 1_000_000;
    private const int LongestCode = 200;
    /// <summary>The square of an error must still be a number.</summary>
    private const double Largest = 1e100;

    private readonly List<SeriesPoint> _points = new(Math.Min(lines, MostRows + 1));
    private readonly List<HistoryFault> _faults = [];
    private readonly List<int> _lines = new(Math.Min(lines, MostRows + 1));
    /// <summary>Where a series' first point stands; where its others of a period stand.</summary>
    private readonly Dictionary<(string Unit, string Code), int> _series = [];
    private readonly Dictionary<(int First, int Period), int> _later = [];
    private readonly Dictionary<string, string> _codes = [];
    private int[]? _places;
    private int _width;

    /// <summary>False when the header is at fault or there are too many faults to list.</summary>
    internal bool Add(HistoryCell[] cells)
    {
        if (_places is null)
        {
            _places = CsvHeader.Places(cells, SeriesFile.Columns, Fault, SeriesFile.Optional);
            _width = cells.Length;
            return _faults.Count == 0;
        }
        if (cells.Length != _width)
            Fault(cells[0], "columns", $"the line has {Text(cells.Length)} cells, the header {Text(_width)}");
        else
            Row(cells[_places[0]], cells[_places[1]], cells[_places[2]], cells[_places[3]], _places[4] < 0 ? null : cells[_places[4]]);
        if (_points.Count > MostRows || _series.Count > MostSeries)
        {
            Fault(cells[0], "too-many-rows", $"more than {Text(MostRows)} rows or {Text(MostSeries)} series; give each code, or a part of the units, a file of its own");
            return false;
        }
        if (_faults.Count < MostFaults)
            return true;
        Fault(cells[0], "too-many-faults", "reading stops here; mend those above first");
        return false;
    }

    internal SeriesFile Close()
    {
        if (_faults.Count == 0 && _points.Count == 0)
            _faults.Add(new HistoryFault(path, 1, 1, "empty", "has no rows; below the header each line is a series' value of a period"));
        return new SeriesFile(_faults.Count == 0 ? _points : [], _faults);
    }

    private void Row(HistoryCell unitCell, HistoryCell codeCell, HistoryCell periodCell, HistoryCell valueCell, HistoryCell? breakCell)
    {
        string? unit = Name(unitCell, "unit"), code = Name(codeCell, "code");
        Period? read = periodCell.Text() is { } text ? Period.Read(text) : null;
        if (read is null)
            Fault(periodCell, "period", $"'{periodCell.Short}' is not {Period.Forms}");
        var (value, sound) = Value(valueCell);
        var (why, known) = Break(breakCell);
        if (unit is null || code is null || read is not { } period)
            return;
        if (Earlier(unit, code, period, periodCell) is { } same)
            Fault(unitCell, "duplicate", $"'{unitCell.Short}' '{codeCell.Short}' {period} stands already in line {Text(_lines[same])}; keep one");
        else if (sound && known)
            _points[^1] = _points[^1] with { Value = value, Break = why };
    }

    /// <summary>Adds a point without its value, unless one of the same period stands already: where that is.</summary>
    private int? Earlier(string unit, string code, Period period, HistoryCell cell)
    {
        int here = _points.Count;
        if (!_series.TryGetValue((unit, code), out int first))
        {
            if (!_codes.TryGetValue(code, out string? shared))
                _codes[code] = shared = code;
            _series[(unit, shared)] = here;
            code = shared;
        }
        else
        {
            var known = _points[first];
            if (known.Period.Season != period.Season)
                Fault(cell, "mixed-periods", $"'{cell.Short}' is {Kind(period.Season)}, but line {Text(_lines[first])} of the same series is {Kind(known.Period.Season)}; give either its own code");
            else if (known.Period.Place == period.Place)
                return first;
            else if (!_later.TryAdd((first, period.Place), here))
                return _later[(first, period.Place)];
            (unit, code) = (known.Unit, known.Code);
        }
        _points.Add(new SeriesPoint(unit, code, period, null));
        _lines.Add(cell.Line);
        return null;
    }

    private (string? Why, bool Sound) Break(HistoryCell? cell)
    {
        if (cell is not { } given)
            return (null, true);
        switch (given.Text())
        {
            case "" or "0" or "false": return (null, true);
            case "1" or "true": return ("", true);
            case { Length: <= LongestCode } why: return (why, true);
            default:
                Fault(given, "break", $"'{given.Short}' is not 1, 0 or a reason of at most {Text(LongestCode)} characters why the series starts anew here");
                return (null, false);
        }
    }

    private string? Name(HistoryCell cell, string column)
    {
        if (cell.Text() is { Length: > 0 and <= LongestCode } name)
            return name;
        Fault(cell, column, $"'{cell.Short}' is not the code of {(column == "unit" ? "a unit" : "an indicator")}, 1 to {Text(LongestCode)} characters");
        return null;
    }

    private (double? Value, bool Sound) Value(HistoryCell cell)
    {
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        string? text = cell.Text();
        if (text is { Length: 0 })
            return (null, true);
        bool number = double.TryParse(text, plain, CultureInfo.InvariantCulture, out double value);
        if (number && Math.Abs(value) <= Largest)
            return (value == 0 ? 0 : value, true);
        Fault(cell, "value", number && !double.IsNaN(value)
            ? $"'{cell.Short}' is beyond ±1e100, more than can be computed with"
            : $"'{cell.Short}' is not a number with a decimal point; leave the cell empty where there is no value");
        return (null, false);
    }

    private void Fault(HistoryCell cell, string code, string message) => _faults.Add(new HistoryFault(path, cell.Line, cell.Column, code, message));

    private static string Kind(int season) => season == 1 ? "a year" : "a quarter";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
