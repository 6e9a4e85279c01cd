namespace Dti.Assessment.Rounds;

/// <summary>Quarters by their calendar, and the calendar after a hand has moved it.</summary>
internal static class Calendar
{
    private const int ByHandDays = 14;

    public static Quarter At(this Quarter quarter, DateTimeOffset now) => quarter with
    {
        State = now < quarter.Opens ? QuarterState.Scheduled : now < quarter.Closes ? QuarterState.Open : QuarterState.Closed,
    };

    /// <summary>The calendar follows the hand, so that the schedule does not undo it a minute later.</summary>
    public static Quarter Moved(this Quarter quarter, QuarterState to, DateTimeOffset now)
    {
        if (quarter.State == to && quarter.At(now).State == to)
            return quarter;
        var (opens, closes) = (quarter.Opens, quarter.Closes);
        switch (to)
        {
            case QuarterState.Open:
                opens = opens < now ? opens : now;
                closes = closes > now ? closes : now.AddDays(ByHandDays);
                break;
            case QuarterState.Closed:
                opens = opens < now ? opens : now;
                closes = closes < now ? closes : now;
                break;
            default:
                opens = opens > now ? opens : now.AddDays(ByHandDays);
                closes = closes > opens ? closes : opens.AddDays(ByHandDays);
                break;
        }
        return quarter with { Opens = opens, Closes = closes, State = to };
    }
}
