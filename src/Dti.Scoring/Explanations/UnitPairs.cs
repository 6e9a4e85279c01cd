using Dti.Scoring.Scores;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Explanations;

/// <summary>Units of two years matched: those of the new year in its order, then those that left.</summary>
internal sealed class UnitPairs
{
    private UnitPairs(IReadOnlyList<UnitPair> all, int ofNewYear)
    {
        All = all;
        _ofNewYear = ofNewYear;
    }

    private readonly int _ofNewYear;

    public IReadOnlyList<UnitPair> All { get; }

    /// <summary>Numbers of the pairs that stand in a year's table.</summary>
    public IEnumerable<int> Of(bool newYear) => newYear
        ? Enumerable.Range(0, _ofNewYear)
        : Enumerable.Range(0, All.Count).Where(pair => All[pair].Old is not null);

    /// <param name="old">Units of the old year.</param>
    /// <param name="now">Units of the new year.</param>
    /// <param name="successors">Old code to new code where they differ.</param>
    public static UnitPairs Match(UnitTable old, UnitTable now, IReadOnlyDictionary<string, string>? successors)
    {
        var oldOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var unit in old.Units)
        {
            string code = successors?.GetValueOrDefault(unit.Code) ?? unit.Code;
            if (!oldOf.TryAdd(code, unit.Code))
                throw new ScoringException("duplicate-unit", $"Two units of the old year, {oldOf[code]} and {unit.Code}, are the unit {code} of the new year; a unit continues one.");
        }
        var pairs = new List<UnitPair>(now.Units.Count);
        foreach (var unit in now.Units)
            pairs.Add(new(oldOf.Remove(unit.Code, out string? before) ? before : null, unit.Code));
        var left = oldOf.Values.ToHashSet(StringComparer.Ordinal);
        pairs.AddRange(old.Units.Where(unit => left.Contains(unit.Code)).Select(unit => new UnitPair(unit.Code, null)));
        return new(pairs, now.Units.Count);
    }
}

/// <summary>One unit by its code in each year; null where it is not there.</summary>
internal readonly record struct UnitPair(string? Old, string? New)
{
    public bool Continues => Old is not null && New is not null;

    public string? In(bool newYear) => newYear ? New : Old;
}
