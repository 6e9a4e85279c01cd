using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Assessment.Editions;

/// <summary>
/// Cells of a year's quarters made into the table that is scored. The same for official scores and for the preview shown to a unit:
/// only the choice of layer differs. A cell at fault enters as missing and is named in <see cref="Faults"/>.
/// </summary>
/// <remarks>
/// Quarters combine on the numbers of <see cref="InputNumbers"/> by the indicator's rule, whatever the type: <c>max</c> of a yes/no is
/// "yes in any quarter", <c>last</c> of a choice its latest. Sums and means of a choice's or date's codes mean nothing; the check of a
/// set refuses them, here they are numbers like any other. A timeliness column is of one quarter and takes the one value it has.
/// </remarks>
public sealed class YearTable
{
    /// <summary>In the order of the year; <c>year</c> is reported once and taken as the latest.</summary>
    public static IReadOnlyList<string> Quarters { get; } = ["q1", "q2", "q3", "q4", "year"];

    public required UnitTable Table { get; init; }
    public required IReadOnlyList<EditionFault> Faults { get; init; }

    public static YearTable Build(
        IndicatorSet set, IReadOnlyList<EditionUnit> units, IReadOnlyList<EditionInput> cells, Func<Column, EditionInput, Layer> choose)
    {
        var columns = YearColumns.Of(set);
        var filled = columns.All.ToDictionary(column => column.Key, _ => new Cell?[units.Count * Quarters.Count], StringComparer.Ordinal);
        var unitIndex = units.Select((unit, i) => (unit.Code, i)).DistinctBy(unit => unit.Code).ToDictionary(unit => unit.Code, unit => unit.i, StringComparer.Ordinal);
        var faults = new List<EditionFault>();
        foreach (var cell in cells)
            if (Put(cell) is { } fault)
                faults.Add(fault);

        var numbers = columns.Numbers.ToDictionary(column => column.Key, column => Combine(column, filled[column.Key], units.Count), StringComparer.Ordinal);
        foreach (var (key, values) in numbers)
            for (int unit = 0; unit < values.Length; unit++)
                if (double.IsInfinity(values[unit]))
                {
                    values[unit] = double.NaN;
                    faults.Add(new("wrong-value", $"{units[unit].Code} {key}", "the quarters add up to more than a number can be"));
                }

        return new()
        {
            Table = new()
            {
                Units = [.. units.Select(unit => new TableUnit(unit.Code, unit.Group, unit.Pool, unit.Ranked))],
                Columns = numbers,
                Labels = columns.Labels.ToDictionary(column => column.Key, column => Latest(filled[column.Key], units.Count), StringComparer.Ordinal),
            },
            Faults = faults,
        };

        EditionFault? Put(EditionInput cell)
        {
            string place = $"{cell.Unit} {cell.Key} {cell.Quarter}";
            int quarter = IndexOf(cell.Quarter);
            if (!unitIndex.TryGetValue(cell.Unit, out int unit))
                return new("unknown-unit", place, $"\"{cell.Unit}\" is not among the units");
            if (columns.Find(cell.Key) is not { } column)
                return new("unknown-key", place, $"\"{cell.Key}\" is not an input of the set {set.Code} {set.Year}");
            if (quarter < 0)
                return new("unknown-quarter", place, $"\"{cell.Quarter}\" is not one of {string.Join(", ", Quarters)}");
            ref var slot = ref filled[cell.Key][unit * Quarters.Count + quarter];
            if (slot is not null)
                return new("duplicate-cell", place, "the cell stands twice");
            string? fault = null;
            slot = cell.ValueOf(choose(column, cell)) is not { } value ? new(double.NaN, null)
                : columns.IsLabel(column) ? new(double.NaN, value)
                : new(InputNumbers.ToNumber(column.Input, value, out fault), value);
            return fault is null ? null : new("wrong-value", place, fault);
        }
    }

    internal static int IndexOf(string quarter)
    {
        for (int i = 0; i < Quarters.Count; i++)
            if (Quarters[i] == quarter)
                return i;
        return -1;
    }

    private static double[] Combine(Column column, Cell?[] cells, int units)
    {
        var rule = column.Input is { Type: not InputType.Timeliness } ? column.Node.Indicator!.Quarters : QuarterRule.Last;
        double[] values = new double[units];
        Span<double> quarters = stackalloc double[Quarters.Count];
        for (int unit = 0; unit < units; unit++)
        {
            for (int quarter = 0; quarter < quarters.Length; quarter++)
                quarters[quarter] = cells[unit * quarters.Length + quarter]?.Number ?? double.NaN;
            values[unit] = YearValue.Combine(rule, quarters);
        }
        return values;
    }

    private static string[] Latest(Cell?[] cells, int units) =>
        [.. cells.Chunk(Quarters.Count).Take(units).Select(unit => unit.LastOrDefault(cell => cell?.Value is not null)?.Value.ToString() ?? "")];

    private sealed record Cell(double Number, InputValue? Value);
}
