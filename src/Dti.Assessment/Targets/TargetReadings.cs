using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;
using Dti.Scoring.Quarters;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>
/// What a year's cells say of its set's targets. Where every input is taken as it last stood (<c>quarters: last</c>) each quarter gives a
/// reading; a sum, mean or largest of the year, and a share of points, is one reading a year. Values of a unit the indicator is not asked of
/// are none.
/// </summary>
internal sealed class TargetReadings
{
    private readonly IndicatorSet _set;
    private readonly IReadOnlyList<EditionUnit> _units;
    private readonly Dictionary<Operand, Column> _columns;
    private readonly Dictionary<(string Unit, string Key, string Quarter), double> _cells;
    private readonly Lazy<SetScores> _scores;

    /// <param name="set">The year's set.</param>
    /// <param name="units">Those assessed.</param>
    /// <param name="cells">Of all of them.</param>
    /// <param name="choose">The layer of a cell that is read.</param>
    public TargetReadings(IndicatorSet set, IReadOnlyList<EditionUnit> units, IReadOnlyList<EditionInput> cells, Func<Column, EditionInput, Layer> choose)
    {
        (_set, _units) = (set, units);
        _columns = Columns.Of(set).Where(column => column.Input is not null).ToDictionary(column => new Operand(column.Node.Code, column.Input!.Id));
        var byKey = _columns.Values.ToDictionary(column => column.Key, StringComparer.Ordinal);
        _cells = [];
        foreach (var cell in cells)
            if (byKey.TryGetValue(cell.Key, out var column) && cell.ValueOf(choose(column, cell))?.Number is { } number)
                _cells[(cell.Unit, cell.Key, cell.Quarter)] = number;
        _scores = new(() => ScoringPlan.Compile(set).Score(YearTable.Build(set, units, cells, choose).Table));
    }

    /// <summary>Whether each quarter gives a reading.</summary>
    public bool IsQuarterly(Target target) => target.Of.Operands is { Count: > 0 } operands && operands.All(operand => _columns[operand].Node.Indicator!.Quarters == QuarterRule.Last);

    /// <summary>The year's readings of the unit at this place among the units, oldest first.</summary>
    public IReadOnlyList<TargetReading> Of(Node node, Target target, int unit) =>
        !node.Indicator!.AppliesTo(_units[unit].Code, _units[unit].Group) ? []
        : IsQuarterly(target) ? [.. Quarterly(target, unit)]
        : Yearly(node, target, unit) is { } value && double.IsFinite(value) ? [new(FormattableString.Invariant($"{_set.Year}"), value)]
        : [];

    private IEnumerable<TargetReading> Quarterly(Target target, int unit)
    {
        // What is reported once a year stands at the year's end.
        foreach (var (quarter, place) in YearTable.Quarters.Where(quarter => quarter != "year").Select((quarter, i) => (quarter, i + 1)))
        {
            double? value = Measured(target.Of, operand => Cell(operand, unit, quarter) ?? (place == 4 ? Cell(operand, unit, "year") : null));
            if (value is { } known && double.IsFinite(known))
                yield return new(FormattableString.Invariant($"{_set.Year}-q{place}"), known);
        }
    }

    private double? Cell(Operand operand, int unit, string quarter) =>
        _cells.TryGetValue((_units[unit].Code, _columns[operand].Key, quarter), out double value) ? value : null;

    private double? Yearly(Node node, Target target, int unit)
    {
        if (target.Of is not ShareMeasure)
            return Measured(target.Of, operand => _scores.Value.Table.Columns[_columns[operand].Key][unit] is var number && double.IsNaN(number) ? null : number);
        int place = _scores.Value.Plan.Nodes.First(planned => planned.Code == node.Code).Index;
        return _scores.Value.Maxima![place][unit] is > 0 and var most ? 100 * _scores.Value.Values[place][unit] / most : null;
    }

    private static double? Measured(TargetMeasure measure, Func<Operand, double?> value) => measure switch
    {
        RatioMeasure ratio => value(ratio.Of) is { } of && value(ratio.To) is > 0 and var to ? Math.Min(100, 100 * of / to) : null,
        InputMeasure input => value(input.Of),
        _ => null,
    };
}
