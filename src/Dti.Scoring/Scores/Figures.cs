using System.Globalization;

namespace Dti.Scoring.Scores;

/// <summary>Numbers as formulas show them: invariant, shortest form that round-trips.</summary>
internal static class Figures
{
    public static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Day(double dayNumber) =>
        DateOnly.FromDayNumber((int)dayNumber).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
