using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>A file read as an indicator set. <see cref="Set"/> is null exactly when there is a fault.</summary>
public sealed record SetReading(IndicatorSet? Set, IReadOnlyList<SetFault> Faults, string Sha256, string Yaml);
