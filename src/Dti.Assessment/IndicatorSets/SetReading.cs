using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>A file read as an indicator set. <see cref="Set"/> is null exactly when there is a fault.</summary>
public sealed record SetReading(IndicatorSet? Set, IReadOnlyList<SetFault> Faults, string Sha256, string Yaml)
{
    /// <summary>Where keys of earlier sets stand in the file, for <see cref="MapCheck"/>.</summary>
    internal IReadOnlyDictionary<MapPlace, Place> MapPlaces { get; init; } = new Dictionary<MapPlace, Place>();
}
