namespace Dti.Web.Demo;

/// <summary>
/// A clock the demo sets, so that its years go by with their own dates: from the first day of the story, and never back. Only the wall time is
/// moved, timers run as ever.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private long _ticks = At(2023, 1, 3).UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <exception cref="InvalidOperationException">The moment lies before the one it shows.</exception>
    public void Set(DateTimeOffset now)
    {
        if (now.UtcTicks < Interlocked.Exchange(ref _ticks, now.UtcTicks))
            throw new InvalidOperationException(FormattableString.Invariant($"The demo's clock would go back to {now:O}."));
    }

    /// <summary>A moment in Vietnam.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 9) => new(year, month, day, hour, 0, 0, TimeSpan.FromHours(7));
}
