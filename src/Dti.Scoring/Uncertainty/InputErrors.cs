using System.Text;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Uncertainty;

/// <summary>
/// Errors of the inputs: every value of a named column is multiplied by a factor of its own, uniform in 1 ± half-width. The
/// factor hangs on the unit's code, so the order of rows changes nothing. A percent stays at most 100.
/// </summary>
internal sealed class InputErrors
{
    private readonly UnitTable _table;
    private readonly (string Key, double HalfWidth, double Most)[] _columns;
    private readonly ulong[] _units;
    private readonly Philox _random;

    public InputErrors(IndicatorSet set, UnitTable table, ulong seed)
    {
        _table = table;
        _random = new(seed);
        _columns = [.. (set.Uncertainty?.Inputs ?? new Dictionary<string, double>())
            .Where(input => input.Value > 0).OrderBy(input => input.Key, StringComparer.Ordinal)
            .Select(input => (input.Key, input.Value, Most(set, input.Key)))];
        _units = [.. table.Units.Select(unit => Hash(unit.Code))];
    }

    public bool Any => _columns.Length > 0;

    public bool Varies(string? column) => column is not null && Array.Exists(_columns, varied => varied.Key == column);

    /// <summary>The table as it may have been.</summary>
    public UnitTable Drawn(int draw)
    {
        var columns = new Dictionary<string, double[]>(_table.Columns, StringComparer.Ordinal);
        for (int c = 0; c < _columns.Length; c++)
        {
            var (key, halfWidth, most) = _columns[c];
            if (!_table.Columns.TryGetValue(key, out var values))
                continue;
            var drawn = new double[values.Length];
            for (int unit = 0; unit < drawn.Length; unit++)
            {
                double factor = Philox.Factor(halfWidth, _random.Uniform(Stream.Inputs + c, draw, _units[unit]));
                double value = values[unit] * factor;
                if (double.IsInfinity(value))
                    throw new ScoringException("overflow", $"Column {key}, unit {_table.Units[unit].Code}: with its error the value is larger than a number can be.");
                drawn[unit] = value > most ? Math.Max(most, values[unit]) : value;
            }
            columns[key] = drawn;
        }
        return new() { Units = _table.Units, Columns = columns, Labels = _table.Labels };
    }

    private static double Most(IndicatorSet set, string key)
    {
        var column = Columns.Of(set).FirstOrDefault(column => column.Key == key);
        if (column is null && !Columns.Denominators(set).Contains(key))
            throw new ScoringException("unknown-column", $"uncertainty.inputs names {key}, which is no column of the set.");
        return column?.Input?.Type switch
        {
            InputType.Percent => 100,
            null or InputType.Count or InputType.Number => double.PositiveInfinity,
            { } type => throw new ScoringException("input-not-a-quantity", $"uncertainty.inputs names {key}, which is of type {type}; a relative error is for counts, numbers and percents."),
        };
    }

    /// <summary>FNV-1a, 64 bits: the same on every machine, unlike the runtime's own.</summary>
    private static ulong Hash(string code)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in Encoding.UTF8.GetBytes(code))
            hash = (hash ^ b) * 1099511628211;
        return hash;
    }
}
