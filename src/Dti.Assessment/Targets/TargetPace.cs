using Dti.Assessment.Forecasting;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>Distance and paces: a year is 365.25 days, and a reading is of its period's last day.</summary>
internal static class TargetPace
{
    private const double DaysOfYear = 365.25;
    /// <summary>Two quarters' ends are some 90 days apart.</summary>
    private const double LeastYears = 0.2;

    public static UnitTarget Of(Target target, string unit, IReadOnlyList<TargetReading> readings)
    {
        if (readings is not [.., var last])
            return new(unit, readings, null, null, null, TargetState.Unknown, null, null);
        double missing = target.Missing(last.Value);
        double left = Years(EndOf(last.Period), target.By);
        double past = Years(EndOf(readings[0].Period), EndOf(last.Period));
        double? pace = past >= LeastYears ? (last.Value - readings[0].Value) * target.Direction / past : null;
        double? required = missing == 0 ? 0 : left > 0 ? missing / left : null;
        var state = missing == 0 ? TargetState.Reached
            : required is null ? TargetState.Missed
            : pace is null ? TargetState.Unknown
            : pace >= required ? TargetState.OnTrack : TargetState.Behind;
        return new(unit, readings, missing, pace, required, state, null, null);
    }

    /// <summary>The last day of a year or quarter.</summary>
    public static DateOnly EndOf(string period) => Period.Read(period)!.Value is { Season: 4 } quarter
        ? new DateOnly(quarter.Place / 4, 3 * (quarter.Place % 4) + 1, 1).AddMonths(3).AddDays(-1)
        : new(Period.Read(period)!.Value.Place, 12, 31);

    /// <summary>Whole periods from the end of one to the last that ends by a day; negative when the day lies before.</summary>
    public static int Steps(Period last, DateOnly by)
    {
        var after = by.AddDays(1);
        int ended = last.Season == 4 ? after.Year * 4 + (after.Month - 1) / 3 - 1 : after.Year - 1;
        return ended - last.Place;
    }

    private static double Years(DateOnly from, DateOnly to) => (to.DayNumber - from.DayNumber) / DaysOfYear;
}
