using Dti.Scoring.Composites;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Explanations;

/// <summary>A normalised column in one world, and whether one row with other inputs would move the others.</summary>
internal sealed class MixedColumn
{
    private readonly NormalisedLeaf _leaf;
    private readonly CompositeRun _run;
    private readonly FittedColumn? _fitted;
    private readonly (double Min, double Max)[] _ends;
    private readonly MovingScale[] _moving;

    /// <param name="leaf">The method.</param>
    /// <param name="run">The world.</param>
    /// <param name="fitted">Null = the column has left for all.</param>
    /// <param name="values">Normalised.</param>
    public MixedColumn(NormalisedLeaf leaf, CompositeRun run, FittedColumn? fitted, double[] values)
    {
        _leaf = leaf;
        _run = run;
        _fitted = fitted;
        Values = values;
        _ends = fitted is null || !TakesEnds(leaf) ? [] : [.. run.Scopes.Select(units => new ColumnStatistics(fitted.Prepared, units)).Select(of => (of.Min, of.Max))];
        _moving = fitted is null || !MovingScale.Knows(leaf) ? [] : [.. run.Scopes.Select(units => new MovingScale(leaf.Normalise, fitted.Prepared, units))];
        IsComplete = !Array.Exists(values, double.IsNaN);
    }

    public double[] Values { get; }

    /// <summary>Every row has a value.</summary>
    public bool IsComplete { get; }

    /// <summary>Takes nothing from other rows.</summary>
    public static bool IsRowWise(NormalisedLeaf leaf) =>
        leaf is { Impute: Imputation.None, Treat: null, Normalise.Kind: NormaliseKind.None or NormaliseKind.Goalposts };

    /// <summary>Other rows' values may change when this row takes the other world's input.</summary>
    public bool Moves(MixedColumn other, int row)
    {
        if (_fitted is null || IsRowWise(_leaf))
            return false;
        if (_moving.Length > 0 && other._fitted is not null && _fitted.Prepared[row].Equals(other._fitted.Prepared[row]))
            return false;
        if (!TakesEnds(_leaf) || _fitted.Scales[_run.ScopeOf(row)] is null || other._fitted is null)
            return true;
        var (min, max) = _ends[_run.ScopeOf(row)];
        double before = _fitted.Prepared[row], after = other._fitted.Prepared[row];
        return before == min || before == max || after < min || after > max;
    }

    /// <summary>The row's value with the other world's input, where that does not move the column.</summary>
    public double Apply(MixedColumn other, int row)
    {
        if (_fitted is null)
            return double.NaN;
        if (IsRowWise(_leaf))
            return other.Values[row];
        return _fitted.Scales[_run.ScopeOf(row)] is { } scale && other._fitted?.Prepared[row] is { } x && !double.IsNaN(x) ? scale.Apply(x) : double.NaN;
    }

    /// <summary>The scale of the row's scope with the other world's input; null = the column has to be fitted again.</summary>
    public MovedScale? Move(MixedColumn other, int row) =>
        _moving.Length == 0 || other._fitted is null || _fitted!.Scales[_run.ScopeOf(row)] is null ? null
        : _moving[_run.ScopeOf(row)].Move(_fitted.Prepared[row], other._fitted.Prepared[row]);

    /// <summary>The row's value under a moved scale, with its input here.</summary>
    public double Under(MovedScale scale, int row) => double.IsNaN(_fitted!.Prepared[row]) ? double.NaN : scale.Apply(_fitted.Prepared[row]);

    /// <summary>Takes nothing from other rows but the column's ends.</summary>
    public static bool TakesEnds(NormalisedLeaf leaf) =>
        leaf is { Impute: Imputation.None, Treat: null, Normalise.Kind: NormaliseKind.MinMax or NormaliseKind.DistanceToMax or NormaliseKind.DistanceToTarget };
}
