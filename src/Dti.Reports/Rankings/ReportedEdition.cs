using Dti.Assessment.Editions;
using Dti.Scoring.Sets;

namespace Dti.Reports.Rankings;

/// <summary>An edition with the set it was scored by, read from its own YAML, and the SHA-256 (hex) of its canonical file.</summary>
public sealed record ReportedEdition(Edition Edition, IndicatorSet Set, string Sha256);
