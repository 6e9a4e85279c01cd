using System.Globalization;
using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Assessment.Tables;

/// <summary>Gathers checked rows into columns.</summary>
internal sealed class TableRows(IndicatorSet set, TableColumns columns, TableFaults faults)
{
    /// <summary>A row takes some 600 bytes from reading to writing, a cell some 40.</summary>
    public const int MostUnits = 1_000_000;
    public const int MostCells = 20_000_000;

    private readonly List<TableUnit> units = [];
    private readonly Dictionary<string, int> lines = [];
    private readonly List<double>[] numbers = [.. columns.Numbers.Select(_ => new List<double>())];
    private readonly List<string>[] labels = [.. columns.Labels.Select(_ => new List<string>())];
    private readonly string[] groups = [.. set.Groups.Select(group => group.Code)];

    /// <summary>More than is held: the rest is not worth reading.</summary>
    public bool IsFull { get; private set; }

    public void Add(string[] cells, int line)
    {
        if (units.Count == MostUnits || (long)(units.Count + 1) * columns.Header.Count > MostCells)
        {
            faults.Add(line, "", TableFaultCodes.TooManyUnits, units.Count == MostUnits
                ? string.Create(CultureInfo.InvariantCulture, $"more than {MostUnits} units; split the table")
                : string.Create(CultureInfo.InvariantCulture, $"more than {MostCells} cells; with {columns.Header.Count} columns a table has at most {units.Count} units: split it"));
            IsFull = true;
            return;
        }
        if (cells.Length != columns.Header.Count)
        {
            faults.Add(line, "", TableFaultCodes.RaggedRow, $"{cells.Length} cells where the header has {columns.Header.Count}; is a comma missing or a cell not quoted?");
            return;
        }
        string code = Optional(cells, columns.Unit), pool = Optional(cells, columns.Pool);
        CheckUnit(code, line);
        units.Add(new(code, Group(cells, line), pool, Ranked(cells, line)));
        for (int i = 0; i < numbers.Length; i++)
            numbers[i].Add(Number(columns.Numbers[i], cells, line));
        for (int i = 0; i < labels.Length; i++)
            labels[i].Add(cells[columns.Labels[i].At]);
    }

    public UnitTable? Build(string? onlyGroup)
    {
        if (units.Count == 0 && !faults.Any)
            faults.Add(1, "", TableFaultCodes.NoUnits, "the table has a header and no unit below it");
        int[] kept = [.. Enumerable.Range(0, units.Count).Where(i => onlyGroup is null || units[i].Group == onlyGroup)];
        if (onlyGroup is not null && units.Count > 0 && kept.Length == 0)
        {
            string[] known = groups.Length > 0 ? groups : [.. units.Select(unit => unit.Group).Distinct()];
            faults.Add(0, "", TableFaultCodes.UnknownGroup, groups.Contains(onlyGroup)
                ? $"no unit of the table is in the group '{onlyGroup}'"
                : $"there is no group '{onlyGroup}'{Suggestion.For(onlyGroup, known)}");
        }
        if (faults.Any)
            return null;
        return new()
        {
            Units = [.. kept.Select(i => units[i])],
            Columns = columns.Numbers.Select((column, c) => (column.Key, Values: Taken(numbers[c], kept))).ToDictionary(pair => pair.Key, pair => pair.Values),
            Labels = columns.Labels.Select((column, c) => (column.Key, Values: kept.Select(i => labels[c][i]).ToArray())).ToDictionary(pair => pair.Key, pair => pair.Values),
        };
    }

    /// <summary>The list's room is given back at once: a table is not held twice.</summary>
    private static double[] Taken(List<double> column, int[] kept)
    {
        double[] values = kept.Length == column.Count ? [.. column] : [.. kept.Select(i => column[i])];
        column.Clear();
        column.TrimExcess();
        return values;
    }

    private void CheckUnit(string code, int line)
    {
        if (columns.Unit < 0)
            return;
        if (code.Length == 0)
            faults.Add(line, "unit", TableFaultCodes.EmptyUnit, "the unit has no code");
        else if (!lines.TryAdd(code, line))
            faults.Add(line, "unit", TableFaultCodes.DuplicateUnit, $"the unit '{Short(code)}' is already on line {lines[code]}; a unit has one row");
    }

    /// <summary>A set with one group, or none, lets the cell be empty; without groups it may hold any word.</summary>
    private string Group(string[] cells, int line)
    {
        string group = Optional(cells, columns.Group);
        if (columns.Group < 0 || groups.Length == 0 || groups.Contains(group))
            return group;
        if (group.Length == 0 && groups.Length == 1)
            return groups[0];
        faults.Add(line, "group", TableFaultCodes.UnknownGroup, () => group.Length == 0
            ? $"the unit has no group; it is one of {string.Join(", ", groups)}"
            : $"the set has no group '{Short(group)}'{Suggestion.For(group, groups)}; it has {string.Join(", ", groups)}");
        return group;
    }

    private bool Ranked(string[] cells, int line)
    {
        switch (Optional(cells, columns.Ranked).ToLowerInvariant())
        {
            case "" or "1" or "true":
                return true;
            case "0" or "false":
                return false;
            default:
                faults.Add(line, "ranked", TableFaultCodes.InvalidValue, $"'{Short(cells[columns.Ranked])}' is neither 1 nor 0; 1 ranks the unit, 0 only assesses it");
                return true;
        }
    }

    private double Number((string Key, Input? Input, int At) column, string[] cells, int line)
    {
        if (!CellText.TryParse(column.Input, cells[column.At], out double value, out string? fault))
            faults.Add(line, column.Key, TableFaultCodes.InvalidValue, fault ?? "the value cannot be read");
        return value;
    }

    private static string Optional(string[] cells, int at) => at < 0 ? "" : cells[at];

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
