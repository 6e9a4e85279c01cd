namespace Dti.Assessment;

/// <summary>
/// The time that deadlines, entries and publications are dated with. Apart from the host's <see cref="TimeProvider"/>, which drives the
/// cluster's own timers and must not jump.
/// </summary>
public sealed class DomainClock(TimeProvider source) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => source.GetUtcNow();

    public override TimeZoneInfo LocalTimeZone => source.LocalTimeZone;
}
