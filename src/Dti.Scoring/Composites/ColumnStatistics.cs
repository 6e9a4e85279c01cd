namespace Dti.Scoring.Composites;

/// <summary>
/// Statistics of a column's values without the missing ones. Sums run over the sorted values, so that the order of the rows
/// does not show in the last bit.
/// </summary>
internal sealed class ColumnStatistics
{
    private readonly double[] _sorted;

    public ColumnStatistics(IEnumerable<double> values)
    {
        _sorted = [.. values.Where(value => !double.IsNaN(value))];
        Array.Sort(_sorted);
    }

    public int Count => _sorted.Length;
    public double Min => _sorted[0];
    public double Max => _sorted[^1];
    public bool IsConstant => Min == Max;

    public double Mean => _sorted.Sum() / Count;

    public double Median => (_sorted[(Count - 1) / 2] + _sorted[Count / 2]) / 2;

    /// <summary>Sample standard deviation (n − 1).</summary>
    public double Sd => Math.Sqrt(Moment(2, Mean) / (Count - 1));

    /// <summary>Skewness, type 2 (as in Excel's SKEW); NaN below 3 values or without spread.</summary>
    public double Skewness
    {
        get
        {
            double n = Count, sd = Sd;
            return Count < 3 || sd == 0 ? double.NaN : n / ((n - 1) * (n - 2)) * Moment(3, Mean) / (sd * sd * sd);
        }
    }

    /// <summary>Excess kurtosis, type 2 (as in Excel's KURT); NaN below 4 values or without spread.</summary>
    public double Kurtosis
    {
        get
        {
            double n = Count, sd = Sd;
            if (Count < 4 || sd == 0)
                return double.NaN;
            double fourth = Moment(4, Mean) / (sd * sd * sd * sd);
            return n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourth - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
        }
    }

    /// <summary>How many values are below x.</summary>
    public int Below(double x)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_sorted[middle] < x)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private double Moment(int power, double mean)
    {
        double sum = 0;
        foreach (double x in _sorted)
        {
            double d = x - mean, term = d;
            for (int i = 1; i < power; i++)
                term *= d;
            sum += term;
        }
        return sum;
    }
}
