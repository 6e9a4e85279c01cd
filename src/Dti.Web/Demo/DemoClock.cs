namespace Dti.Web.Demo;

/// <summary>A clock the demo sets, so that 2025 goes by with its own dates; only the wall time is moved, timers run as ever.</summary>
internal sealed class DemoClock : TimeProvider
{
    private long _ticks = System.GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);

    /// <summary>A moment in Vietnam.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 9) => new(year, month, day, hour, 0, 0, TimeSpan.FromHours(7));
}
