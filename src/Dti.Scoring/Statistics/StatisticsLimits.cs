namespace Dti.Scoring.Statistics;

/// <summary>Least numbers of units for a statistic to be stated at all, and for a finding to be drawn from it. These are our own choice.</summary>
public static class StatisticsLimits
{
    /// <summary>Pairs for a correlation and for Cronbach's alpha.</summary>
    public const int Correlation = 5;

    /// <summary>Pairs for a correlation ratio by smoothing.</summary>
    public const int Importance = 20;

    /// <summary>Units for a finding of the audit.</summary>
    public const int Finding = 10;
}
