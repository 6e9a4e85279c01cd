using System.Collections.Immutable;
using Dti.Assessment.Rounds;

namespace Dti.Web.Demo;

/// <summary>The reporting calendar of a year: a quarter opens with its first day, is due at 17:00 on the 15th after it, closes at the month's end.</summary>
internal static class DemoCalendar
{
    public static ImmutableArray<Quarter> Of(int year) => [.. Enumerable.Range(1, 4).Select(q =>
    {
        var opens = DemoClock.At(year, 3 * q - 2, 1, 0);
        var due = q == 4 ? DemoClock.At(year + 1, 1, 15, 17) : DemoClock.At(year, 3 * q + 1, 15, 17);
        return new Quarter($"q{q}", opens, due, due.AddDays(15), QuarterState.Scheduled);
    })];

    public static ImmutableArray<Quarter> Once(int year) =>
        [new("year", DemoClock.At(year, 1, 1, 0), DemoClock.At(year + 1, 2, 28, 17), DemoClock.At(year + 1, 3, 7, 17), QuarterState.Scheduled)];
}
