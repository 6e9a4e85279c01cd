using Dti.Scoring.Tables;

namespace Dti.Scoring.Scores;

/// <summary>Columns a plan reads, numbered as it compiles.</summary>
internal sealed class ColumnIndex
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<string> _keys = [];

    public int Of(string key)
    {
        if (!_index.TryGetValue(key, out int index))
        {
            _index[key] = index = _keys.Count;
            _keys.Add(key);
        }
        return index;
    }

    /// <summary>The table's columns by number; one the table lacks is all missing.</summary>
    public double[][] Read(UnitTable table)
    {
        int units = table.Units.Count;
        double[]? missing = null;
        var columns = new double[_keys.Count][];
        for (int i = 0; i < columns.Length; i++)
        {
            if (!table.Columns.TryGetValue(_keys[i], out var values))
            {
                if (missing is null)
                    Array.Fill(missing = new double[units], double.NaN);
                columns[i] = missing;
                continue;
            }
            if (values.Length != units)
                throw new ScoringException("ragged-table", $"Column {_keys[i]} has {values.Length} values for {units} units.");
            for (int unit = 0; unit < values.Length; unit++)
                if (double.IsInfinity(values[unit]))
                    throw new ScoringException("not-finite", $"Column {_keys[i]}, unit {table.Units[unit].Code}: the value is infinite; give a finite number or leave the cell empty.");
            columns[i] = values;
        }
        return columns;
    }
}
