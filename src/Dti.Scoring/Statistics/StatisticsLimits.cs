namespace Dti.Scoring.Statistics;

/// <summary>Least numbers of units for a statistic to be stated at all, and for a finding to be drawn from it. These are our own choice.</summary>
public static class StatisticsLimits
{
    /// <summary>Pairs for a correlation and for Cronbach's alpha.</summary>
    public const int Correlation = 5;

    /// <summary>
    /// Pairs for a correlation ratio by smoothing. Of unrelated normal columns its mean is 0.14 at 20 pairs (R²: 0.06) and 0.20, with a
    /// standard deviation as large, at 14: below 20 only the straight line is stated.
    /// </summary>
    public const int Importance = 20;

    /// <summary>Units for a finding of the audit; pairs for a share of importance by straight lines.</summary>
    public const int Finding = 10;
}
