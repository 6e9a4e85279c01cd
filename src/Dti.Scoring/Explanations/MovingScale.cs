using Dti.Scoring.Composites;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Explanations;

/// <summary>
/// A column's scale when one of its values becomes another, without a look at the rest: mean and sum of squares are updated (Welford
/// 1962, Note on a method for calculating corrected sums of squares), places and ends are looked up in the sorted column.
/// </summary>
internal sealed class MovingScale
{
    /// <summary>Updated statistics stay this close to those taken anew, in units of the score.</summary>
    public const double Rounding = 1e-9;

    private const double Epsilon = 2.3e-16;

    private readonly Normalisation _method;
    private readonly ColumnStatistics _of;
    private readonly double _mean, _sd, _squares;

    public MovingScale(Normalisation method, double[] prepared, int[] units)
    {
        _method = method;
        _of = new ColumnStatistics(prepared, units).Ranked();
        if (method.Kind != NormaliseKind.ZScore)
            return;
        (_mean, _sd) = (_of.Mean, _of.Sd);
        _squares = _sd * _sd * (_of.Count - 1);
    }

    /// <summary>Scales that can be moved: without imputation and outlier treatment, which look at every value.</summary>
    public static bool Knows(NormalisedLeaf leaf) => leaf is
    {
        Impute: Imputation.None, Treat: null,
        Normalise.Kind: NormaliseKind.ZScore or NormaliseKind.MinMax or NormaliseKind.Rank or NormaliseKind.Borda or NormaliseKind.PercentileRank,
    };

    /// <param name="before">The value as it is; NaN = none.</param>
    /// <param name="after">What it becomes.</param>
    /// <returns>Null where the column has to be fitted again: too little of its spread is left to update it well.</returns>
    public MovedScale? Move(double before, double after)
    {
        int count = _of.Count - (double.IsNaN(before) ? 0 : 1) + (double.IsNaN(after) ? 0 : 1);
        if (count < 2 || _of.Count < 2 || (_method.Kind == NormaliseKind.ZScore && !double.IsNormal(_squares)))
            return null;
        return _method.Kind switch
        {
            NormaliseKind.ZScore => ZScore(before, after, count),
            NormaliseKind.MinMax => MinMax(before, after),
            NormaliseKind.Rank => new(x => Below(x) + 1, 1, 0),
            NormaliseKind.Borda => new(x => Below(x), 1, 0),
            _ => new(x => Below(x) / (count - 1.0), 2 / (count - 1.0), 0),
        };

        int Below(double x) => _of.Below(x) - (before < x ? 1 : 0) + (after < x ? 1 : 0);
    }

    private MovedScale? MinMax(double before, double after)
    {
        var others = _of.Without(before);
        double min = double.IsNaN(after) ? others.Min : Math.Min(others.Min, after), max = double.IsNaN(after) ? others.Max : Math.Max(others.Max, after);
        if (min == max)
            return null;
        var (was, becomes) = (Line(_of.Min, _of.Max), Line(min, max));
        return new(becomes, Math.Max(Math.Abs(becomes(others.Min) - was(others.Min)), Math.Abs(becomes(others.Max) - was(others.Max))), 0);

        Func<double, double> Line(double low, double high) => Scale.Between(low, high, _method.Lower, _method.Upper, truncate: true).Apply;
    }

    private MovedScale? ZScore(double before, double after, int count)
    {
        double mean = _mean, squares = _squares;
        if (!double.IsNaN(before) && !double.IsNaN(after))
        {
            mean += (after - before) / count;
            squares += (after - before) * (after - mean + (before - _mean));
        }
        else if (double.IsNaN(after))
        {
            mean -= (before - _mean) / count;
            squares -= (before - _mean) * (before - mean);
        }
        else
        {
            mean += (after - _mean) / count;
            squares += (after - _mean) * (after - mean);
        }
        double sd = Math.Sqrt(squares / (count - 1));
        double largest = Math.Max(Math.Max(Math.Abs(_of.Min), Math.Abs(_of.Max)), double.IsNaN(after) ? 0 : Math.Abs(after));
        double noise = (largest / sd * Math.Abs(_method.Sd) + Math.Abs(_method.Mean)) * count * Epsilon;
        if (!(squares >= 0.01 * _squares && noise <= Rounding / 4))
            return null;
        return new(Apply, Math.Max(Moved(_of.Min), Moved(_of.Max)), Rounding);

        double Apply(double x) => (x - mean) / sd * _method.Sd + _method.Mean;

        // The difference of two straight lines is largest at an end.
        double Moved(double x) => Math.Abs(Apply(x) - ((x - _mean) / _sd * _method.Sd + _method.Mean));
    }
}

/// <summary>A scale after one value moved.</summary>
/// <param name="Apply">The function.</param>
/// <param name="Most">No other row's value moves by more.</param>
/// <param name="Error">How far off the column fitted again may be; 0 = it is the same to the last bit.</param>
internal sealed record MovedScale(Func<double, double> Apply, double Most, double Error);
