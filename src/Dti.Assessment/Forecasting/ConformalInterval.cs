namespace Dti.Assessment.Forecasting;

/// <summary>Split-conformal 80 % interval: the ⌈0.8 (n + 1)⌉-th smallest of n past absolute errors, either side of the forecast.</summary>
internal static class ConformalInterval
{
    /// <summary>Null when the errors are too few to bound 80 % (n &lt; 4).</summary>
    internal static double? HalfWidth(IEnumerable<double> errors)
    {
        double[] sizes = [.. errors.Select(Math.Abs).Order()];
        // In whole numbers: 0.8 × (n + 1) in floating point can round up past a whole rank.
        int rank = (4 * (sizes.Length + 1) + 4) / 5;
        return rank <= sizes.Length ? sizes[rank - 1] : null;
    }
}
