namespace Dti.Scoring.Tables;

/// <summary>
/// The year's figures, one column of numbers an input. Every type is a number here: counts, numbers and percents as they are,
/// yes/no as 1/0, a choice as the index of its option, a date as its day number (<see cref="DateOnly.DayNumber"/>),
/// timeliness as <see cref="Timeliness"/>. A missing value is NaN; nothing else may be NaN or infinite.
/// </summary>
public sealed class UnitTable
{
    public required IReadOnlyList<TableUnit> Units { get; init; }
    /// <summary>Column key (<see cref="Sets.Columns"/>) to values, one a unit. A column the set reads and the table lacks is all missing.</summary>
    public required IReadOnlyDictionary<string, double[]> Columns { get; init; }
    /// <summary>Columns of words, for <c>impute_by</c>.</summary>
    public IReadOnlyDictionary<string, string[]> Labels { get; init; } = new Dictionary<string, string[]>();
}

/// <summary>A row: the unit, its peer group ("" where the set has none), its pool inside the group, and whether it is ranked.</summary>
public sealed record TableUnit(string Code, string Group, string Pool = "", bool Ranked = true);

/// <summary>What one quarter's report earned, as a number in a column.</summary>
public static class Timeliness
{
    public const double None = 0;
    public const double Late = 1;
    public const double OnTime = 2;
    /// <summary>The unit did not exist when the quarter ended, so no report was due: the quarter takes no part.</summary>
    public const double NotDue = 3;
}
