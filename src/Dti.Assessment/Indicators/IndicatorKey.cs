namespace Dti.Assessment.Indicators;

/// <summary>Grain key <c>&lt;round&gt;/&lt;code&gt;</c>.</summary>
public static class IndicatorKey
{
    public static string Of(string round, string code) => $"{round}/{code}";
}
