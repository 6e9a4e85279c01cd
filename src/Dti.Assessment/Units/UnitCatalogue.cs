using System.Diagnostics.CodeAnalysis;

namespace Dti.Assessment.Units;

/// <summary>Every unit of all times, as the lists under <c>indicators/units</c> give them; immutable.</summary>
public sealed class UnitCatalogue
{
    private readonly Dictionary<string, Unit> byCode;

    public UnitCatalogue(IEnumerable<Unit> units)
    {
        Units = [.. units];
        byCode = Units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
    }

    /// <summary>In the order of the files (by file name) and their rows.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>Reads every <c>*.csv</c> of a folder; a catalogue only when nothing is wrong with any of them.</summary>
    public static UnitReading Read(string folder) => UnitFolder.Read(folder);

    public Unit? Find(string code) => byCode.GetValueOrDefault(code);

    public bool TryFind(string code, [NotNullWhen(true)] out Unit? unit) => byCode.TryGetValue(code, out unit);

    public IReadOnlyList<Unit> ActiveOn(DateOnly day) => [.. Units.Where(unit => unit.ActiveOn(day))];

    /// <summary>
    /// The units a round of this year assesses: those with a peer group that were valid on any day of the year, except one
    /// that ended in the year while a successor of the same group took over within the year (the successor answers for
    /// both). So 2025 has the 14 departments after the merger of 1 March, and the districts that ended on 30 June without
    /// a successor district. <paramref name="parent"/> narrows to the units of one province.
    /// </summary>
    public IReadOnlyList<Unit> AssessedIn(int year, string? parent = null)
    {
        DateOnly first = new(year, 1, 1), last = new(year, 12, 31);
        var superseded = Units
            .Where(unit => unit.Since >= first && unit.Since <= last)
            .SelectMany(unit => unit.Predecessors.Where(old => old.Code != unit.Code), (unit, old) => (unit.Group, old.Code))
            .ToHashSet();
        return [.. Units.Where(unit =>
            unit.Group.Length > 0
            && (parent is null || unit.Parent == parent)
            && unit.ActiveBetween(first, last)
            && !(unit.ValidUntil <= last && superseded.Contains((unit.Group, unit.Code))))];
    }

    /// <summary>
    /// Units whose names or codes have every word of the text, or words that begin with them; diacritics and Unicode form
    /// do not matter, but names that match with diacritics come first. An empty text finds nothing.
    /// </summary>
    public IReadOnlyList<Unit> Search(string text)
    {
        var words = VietnameseText.Words(text);
        if (words.Count == 0)
            return [];
        return [.. Units
            .Where(unit => VietnameseText.Words($"{unit.NameVi} {unit.NameEn} {unit.Code} {unit.OfficialCode}") is var found
                && words.All(word => found.Any(other => other.StartsWith(word, StringComparison.Ordinal))))
            .OrderBy(unit => VietnameseText.SameName(unit.NameVi, text) ? 0 : VietnameseText.NameContains(unit.NameVi, text) ? 1 : 2)
            .ThenBy(unit => unit.NameVi, VietnameseText.Order)
            .ThenBy(unit => unit.Code, StringComparer.Ordinal)];
    }
}
