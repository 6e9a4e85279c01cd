using Dti.Scoring.Sets;

namespace Dti.Scoring.Quarters;

/// <summary>Which of a cell's values is official (contract §2): verified; else a metric's measured; else self when the set lets it count.</summary>
public static class OfficialValue
{
    public static Layer Choose(InputSourceKind from, bool verified, bool measured, bool self, Unverified unverified) => from switch
    {
        _ when verified => Layer.Verified,
        InputSourceKind.Metric or InputSourceKind.Survey or InputSourceKind.System when measured => Layer.Measured,
        InputSourceKind.Self when self && unverified == Unverified.Counts => Layer.Self,
        _ => Layer.None,
    };

    /// <summary>
    /// What the unit itself is shown while nothing is official: its own value where it gave one, the measured one for metrics.
    /// </summary>
    public static Layer Provisional(InputSourceKind from, bool verified, bool measured, bool self) => from switch
    {
        _ when verified => Layer.Verified,
        InputSourceKind.Self when self => Layer.Self,
        _ when measured => Layer.Measured,
        _ when self => Layer.Self,
        _ => Layer.None,
    };
}

/// <summary>Where a value that counts came from.</summary>
public enum Layer { None, Self, Measured, Verified }
