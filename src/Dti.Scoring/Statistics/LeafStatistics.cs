namespace Dti.Scoring.Statistics;

/// <summary>
/// One indicator in one peer group, of its scores as they enter the index: points in a point set, the normalised value (after
/// imputation, treatment and direction) in a normalised one.
/// </summary>
public sealed record LeafStatistics
{
    /// <summary>Index in the plan's nodes.</summary>
    public required int Node { get; init; }
    public required string Code { get; init; }
    /// <summary>Units of the group the indicator applies to.</summary>
    public required int Applicable { get; init; }
    /// <summary>Of these, units whose every own input has a value; a quarter without a report is not a missing input.</summary>
    public required int Covered { get; init; }
    /// <summary>Units with a score; one without input may have the score zero.</summary>
    public required int Scored { get; init; }
    /// <summary>Covered / applicable, in [0, 1].</summary>
    public required Figure Coverage { get; init; }
    public required Figure Mean { get; init; }
    public required Figure Median { get; init; }
    /// <summary>Sample standard deviation (n − 1).</summary>
    public required Figure Sd { get; init; }
    public required Figure Min { get; init; }
    public required Figure Max { get; init; }
    /// <summary>Type 2 (Joanes and Gill 1998), as in Excel's SKEW; from 3 units.</summary>
    public required Figure Skewness { get; init; }
    /// <summary>Excess, type 2, as in Excel's KURT; from 4 units.</summary>
    public required Figure Kurtosis { get; init; }
    /// <summary>|skewness| &gt; 2 and kurtosis &gt; 3.5, the JRC's rule as COINr has it.</summary>
    public required bool HasOutliers { get; init; }
    /// <summary>Units (rows of the table) at the extreme end, as far as winsorising at most five values would move them; empty without outliers.</summary>
    public required IReadOnlyList<int> Outliers { get; init; }
    /// <summary>Share of scored units at the bottom of the scale, in [0, 1].</summary>
    public required Figure ShareAtZero { get; init; }
    /// <summary>Share of scored units with full points or at the top of the scale, in [0, 1].</summary>
    public required Figure ShareAtFull { get; init; }
    public required int Distinct { get; init; }
    /// <summary>Share of scored units that have the most frequent value, in [0, 1]; near 1 the indicator tells units little apart.</summary>
    public required Figure ShareAtMode { get; init; }
}
