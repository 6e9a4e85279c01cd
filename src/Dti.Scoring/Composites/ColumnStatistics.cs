namespace Dti.Scoring.Composites;

/// <summary>
/// Statistics of a column's values without the missing ones. Sums run over the sorted values, so that the order of the rows
/// does not show in the last bit.
/// </summary>
internal sealed class ColumnStatistics
{
    /// <summary>A million fourth powers of 2 to this still are a number.</summary>
    private const int LargestExponent = 240;
    private const int SumBits = 40;

    private readonly double[] _values;
    private bool _isSorted;

    public ColumnStatistics(double[] column, int[] units)
    {
        _values = new double[units.Length];
        Min = double.PositiveInfinity;
        Max = double.NegativeInfinity;
        foreach (int unit in units)
        {
            double value = column[unit];
            if (double.IsNaN(value))
                continue;
            _values[Count++] = value;
            Min = Math.Min(Min, value);
            Max = Math.Max(Max, value);
        }
    }

    public ColumnStatistics(double[] column) : this(column, [.. Enumerable.Range(0, column.Length)])
    {
    }

    public int Count { get; }
    public double Min { get; }
    public double Max { get; }
    public bool IsConstant => Min == Max;

    public double Mean
    {
        get
        {
            double sum = 0;
            foreach (double x in Sorted)
                sum += x;
            if (double.IsFinite(sum))
                return sum / Count;
            // The mean of numbers fits where their sum does not.
            sum = 0;
            foreach (double x in Sorted)
                sum += Math.ScaleB(x, -SumBits);
            return Math.ScaleB(sum / Count, SumBits);
        }
    }

    public double Median => Sorted[(Count - 1) / 2] is var low && Sorted[Count / 2] is var high && double.IsFinite(low + high) ? (low + high) / 2 : low / 2 + high / 2;

    /// <summary>Sample standard deviation (n − 1).</summary>
    public double Sd => Math.ScaleB(UnitSd, Unit);

    /// <summary>In <see cref="Unit"/>s.</summary>
    private double UnitSd => Math.Sqrt(Moment(2) / (Count - 1));

    /// <summary>
    /// Exponent of the power of two in which deviations are taken: 0 but where the fourth power of a spread would not be a number
    /// any more. A power of two changes no digit.
    /// </summary>
    private int Unit => Max / 2 - Min / 2 is > 0 and < double.PositiveInfinity and var half && Math.ILogB(half) + 1 is var exponent && Math.Abs(exponent) > LargestExponent
        ? exponent
        : 0;

    /// <summary>Skewness, type 2 (as in Excel's SKEW); NaN below 3 values or without spread.</summary>
    public double Skewness
    {
        get
        {
            double n = Count, sd = UnitSd;
            return Count < 3 || IsConstant ? double.NaN : n / ((n - 1) * (n - 2)) * Moment(3) / (sd * sd * sd);
        }
    }

    /// <summary>Excess kurtosis, type 2 (as in Excel's KURT); NaN below 4 values or without spread.</summary>
    public double Kurtosis
    {
        get
        {
            double n = Count, sd = UnitSd;
            if (Count < 4 || IsConstant)
                return double.NaN;
            double fourth = Moment(4) / (sd * sd * sd * sd);
            return n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourth - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
        }
    }

    /// <summary>Sorts now, so that later reads from several threads change nothing.</summary>
    public ColumnStatistics Ranked()
    {
        _ = Sorted;
        return this;
    }

    /// <summary>How many values are below x.</summary>
    public int Below(double x)
    {
        var sorted = Sorted;
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < x)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The ends of what is left when one value is taken out (NaN: none is). Needs two values.</summary>
    public (double Min, double Max) Without(double value)
    {
        var sorted = Sorted;
        return (value == sorted[0] ? sorted[1] : sorted[0], value == sorted[^1] ? sorted[^2] : sorted[^1]);
    }

    /// <summary>Most columns need the ends alone, so they are sorted only on demand.</summary>
    private ReadOnlySpan<double> Sorted
    {
        get
        {
            if (!_isSorted)
            {
                Array.Sort(_values, 0, Count);
                _isSorted = true;
            }
            return _values.AsSpan(0, Count);
        }
    }

    private double Moment(int power)
    {
        int unit = Unit;
        double mean = Math.ScaleB(Mean, -unit), sum = 0;
        foreach (double x in Sorted)
        {
            double d = Math.ScaleB(x, -unit) - mean, term = d;
            for (int i = 1; i < power; i++)
                term *= d;
            sum += term;
        }
        return sum;
    }
}
