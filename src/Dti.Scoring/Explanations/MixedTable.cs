using Dti.Scoring.Scores;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Explanations;

/// <summary>
/// A world that may never have been: one set, the units of one year, and for those in both years the inputs of one year. A unit
/// of one year only stands there with the inputs it has.
/// </summary>
/// <param name="Table">The world's units and inputs.</param>
/// <param name="Foreign">By row: the inputs are not of the set's own year.</param>
/// <param name="ForeignOthers">The units in both years have inputs that are not of the set's own year.</param>
/// <param name="RowOf">Row of each pair; -1 = not there.</param>
internal sealed record MixedTable(UnitTable Table, bool[] Foreign, bool ForeignOthers, int[] RowOf);

/// <summary>Makes the worlds of one set.</summary>
internal sealed class MixedTables(MethodInputs method, bool isNew, UnitPairs pairs)
{
    private readonly Dictionary<string, int> _oldRows = Rows(method.Old, pairs, newYear: false);
    private readonly Dictionary<string, int> _newRows = Rows(method.New, pairs, newYear: true);
    private readonly string[] _columns = [.. method.Old.Columns.Keys.Union(method.New.Columns.Keys, StringComparer.Ordinal)];
    private readonly string[] _labels = [.. method.Old.Labels.Keys.Union(method.New.Labels.Keys, StringComparer.Ordinal)];

    /// <param name="newOthers">Inputs of the new year for the units in both.</param>
    /// <param name="newUnits">Units, groups, pools and who is ranked of the new year.</param>
    public MixedTable Make(bool newOthers, bool newUnits)
    {
        int[] members = [.. pairs.Of(newUnits)];
        var units = new TableUnit[members.Length];
        var years = new bool[members.Length];
        var sources = new int[members.Length];
        var rowOf = new int[pairs.All.Count];
        Array.Fill(rowOf, -1);
        for (int row = 0; row < members.Length; row++)
        {
            var pair = pairs.All[members[row]];
            rowOf[members[row]] = row;
            years[row] = pair.Continues ? newOthers : pair.New is not null;
            sources[row] = Row(pair, years[row]);
            // A set knows a renamed unit by the code of its own year.
            units[row] = method.Of(newUnits).Units[Row(pair, newUnits)] with { Code = pair.In(isNew) ?? pair.In(!isNew)! };
        }
        var table = new UnitTable
        {
            Units = units,
            Columns = _columns.ToDictionary(key => key, key => Mix(key, years, sources, table => table.Columns, double.NaN), StringComparer.Ordinal),
            Labels = _labels.ToDictionary(key => key, key => Mix(key, years, sources, table => table.Labels, ""), StringComparer.Ordinal),
        };
        return new(table, [.. years.Select(year => year != isNew)], newOthers != isNew, rowOf);
    }

    private T[] Mix<T>(string key, bool[] years, int[] sources, Func<UnitTable, IReadOnlyDictionary<string, T[]>> columns, T absent)
    {
        T[]? old = columns(method.Old).GetValueOrDefault(key), now = columns(method.New).GetValueOrDefault(key);
        var mixed = new T[years.Length];
        for (int row = 0; row < mixed.Length; row++)
            mixed[row] = (years[row] ? now : old) is { } column ? column[sources[row]] : absent;
        return mixed;
    }

    private int Row(UnitPair pair, bool newYear) => (newYear ? _newRows : _oldRows)[pair.In(newYear)!];

    private static Dictionary<string, int> Rows(UnitTable table, UnitPairs pairs, bool newYear)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int row = 0; row < table.Units.Count; row++)
            if (!rows.TryAdd(table.Units[row].Code, row))
                throw new ScoringException("duplicate-unit", $"Unit {table.Units[row].Code} has two rows in one table; a unit has one.");
        foreach (int pair in pairs.Of(newYear))
            if (!rows.ContainsKey(pairs.All[pair].In(newYear)!))
                throw new ScoringException("units-differ", $"Unit {pairs.All[pair].In(newYear)} of the {(newYear ? "new" : "old")} year is missing from that year's inputs in the other set's columns; both tables of a year hold the same units.");
        return rows;
    }
}
