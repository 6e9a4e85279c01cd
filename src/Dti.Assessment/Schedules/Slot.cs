using System.Globalization;

namespace Dti.Assessment.Schedules;

/// <summary>Names of schedule slots.</summary>
public static class Slot
{
    private static readonly TimeSpan Vietnam = TimeSpan.FromHours(7);

    /// <summary>The day in Vietnam, yyyy-MM-dd.</summary>
    public static string Day(TimeProvider time) => time.GetUtcNow().ToOffset(Vietnam).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
