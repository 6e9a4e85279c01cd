using System.Globalization;

namespace Dti.Assessment.Forecasting;

/// <summary>Collects points and faults; the first row added is the header.</summary>
internal sealed class SeriesRows(string path)
{
    private const int MostFaults = 200;
    private const int LongestCode = 200;
    /// <summary>The square of an error must still be a number.</summary>
    private const double Largest = 1e100;

    private readonly List<SeriesPoint> _points = [];
    private readonly List<HistoryFault> _faults = [];
    private readonly Dictionary<(string Unit, string Code), (int Season, int Line)> _series = [];
    private readonly Dictionary<(string Unit, string Code, (int, int) Period), int> _lines = [];
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
        if (!_series.TryAdd((unit, code), (period.Season, periodCell.Line)) && _series[(unit, code)] is var first && first.Season != period.Season)
            Fault(periodCell, "mixed-periods", $"'{periodCell.Short}' is {Kind(period.Season)}, but line {Text(first.Line)} of the same series is {Kind(first.Season)}; give either its own code");
        else if (!_lines.TryAdd((unit, code, period.Key), unitCell.Line))
            Fault(unitCell, "duplicate", $"'{unitCell.Short}' '{codeCell.Short}' {period} stands already in line {Text(_lines[(unit, code, period.Key)])}; keep one");
        else if (sound && known)
            _points.Add(new SeriesPoint(unit, code, period, value) { Break = why });
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
