using Dti.Scoring.Composites;

namespace Dti.Scoring.Statistics;

/// <summary>
/// One group's values of a node. They are kept divided by a power of two that brings the largest to below 1, which is exact and
/// changes no correlation, skewness or kurtosis, so that neither 1e308 nor a subnormal number spoils a sum of squares.
/// </summary>
internal sealed class StatisticsColumn
{
    public StatisticsColumn(double[] values)
    {
        double largest = values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        Exponent = largest > 0 ? Math.ILogB(largest) + 1 : 0;
        Scaled = [.. values.Select(value => double.IsFinite(value) ? Math.ScaleB(value, -Exponent) : double.NaN)];
        Of = new ColumnStatistics(Scaled).Ranked();
    }

    /// <summary>The values are <see cref="Scaled"/> · 2^Exponent.</summary>
    public int Exponent { get; }

    /// <summary>One a unit of the group; NaN = no score.</summary>
    public double[] Scaled { get; }

    /// <summary>Statistics of <see cref="Scaled"/>.</summary>
    public ColumnStatistics Of { get; }

    public int Count => Of.Count;

    public bool IsConstant => Of.Count > 0 && Of.IsConstant;

    public bool Varies => Of.Count > 1 && !Of.IsConstant;

    /// <summary>A figure of the scaled values in the node's own unit.</summary>
    public Figure Unscaled(double figure) => Figure.Of(Math.ScaleB(figure, Exponent));
}
