namespace Dti.Assessment.Editions.Comparisons;

/// <summary>
/// Whose figures of a past year stand for a unit: its own, its predecessors' where it changed since, and nobody's where the edition names none.
/// </summary>
/// <param name="IsItself">Its own.</param>
/// <param name="Sources">Whose, with weights that add up to 1; empty = nobody's.</param>
/// <param name="Kind">What made it so; null when its own.</param>
internal sealed record UnitPast(bool IsItself, IReadOnlyList<EditionPredecessor> Sources, EditionLineage? Kind)
{
    /// <summary>The one unit it continues under another code; a mean of several, or a part of one, continues none.</summary>
    public string? Renamed => Kind is { Kind: LineageKind.Renamed } && Sources is [var only] ? only.Unit : null;

    /// <summary>Not the figures of the same body.</summary>
    public bool Computed => !IsItself && Renamed is null;

    /// <param name="unit">The unit as the edition froze it.</param>
    /// <param name="past">An earlier year.</param>
    public static UnitPast Of(EditionUnit unit, int past)
    {
        if (unit.Lineage is not { } lineage || lineage.Since.Year <= past)
            return new(true, [new(unit.Code, 1)], null);
        double total = lineage.Predecessors.Sum(old => old.Weight);
        return new(false, [.. lineage.Predecessors.Select(old => old with { Weight = old.Weight / total })], lineage);
    }

    /// <summary>Weighted mean of what each source has; null when there is no source or one of them has nothing.</summary>
    public double? Mean(Func<string, double?> of)
    {
        if (Sources.Count == 0)
            return null;
        if (Sources is [var only])
            return of(only.Unit);
        double sum = 0;
        foreach (var source in Sources)
        {
            if (of(source.Unit) is not { } value)
                return null;
            sum += source.Weight * value;
        }
        return sum;
    }
}
