using Dti.Scoring.Sets;

namespace Dti.Scoring.Quarters;

/// <summary>A year's value from its quarters' values; only quarters that have one take part. NaN when none has.</summary>
public static class YearValue
{
    /// <param name="rule">How quarters combine.</param>
    /// <param name="quarters">Values of q1 … q4 in order, then of <c>year</c> (what is reported once a year, taken as the latest); NaN = none.</param>
    public static double Combine(QuarterRule rule, ReadOnlySpan<double> quarters)
    {
        double result = double.NaN;
        int count = 0;
        foreach (double value in quarters)
        {
            if (double.IsNaN(value))
                continue;
            count++;
            result = count == 1 ? value : rule switch
            {
                QuarterRule.Last => value,
                QuarterRule.Max => Math.Max(result, value),
                _ => result + value,
            };
        }
        return rule == QuarterRule.Mean ? result / count : result;
    }
}
