using System.Text;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>What in the frozen inputs, cells aside, stands in the way of an edition.</summary>
internal static class EditionFaults
{
    internal static IEnumerable<EditionFault> Of(EditionInputs frozen) =>
        [.. Header(frozen), .. Units(frozen.Set, frozen.Units), .. frozen.Units.SelectMany(unit => Past(unit, frozen.Set.Year))];

    private static IEnumerable<EditionFault> Header(EditionInputs frozen)
    {
        // A byte order mark is not part of the text: a file that has one hashes differently from what the edition carries.
        string sha256 = EditionFile.Sha256(Encoding.UTF8.GetBytes(frozen.SetYaml));
        if (sha256 != frozen.SetSha256)
            yield return new("set-hash", "set", $"the set's SHA-256 is given as {frozen.SetSha256}, but its text has {sha256} (save it as UTF-8 without a byte order mark)");
        if (frozen.Number < 1)
            yield return new("wrong-number", "number", "editions are numbered from 1");
        if (frozen.Number > 1 && frozen.Errata.Count == 0)
            yield return new("no-errata", "errata", "a correction says what changed and why");
        if (frozen.PreviousSha256 is { } previous && (previous.Length != 64 || previous.Any(c => !char.IsAsciiHexDigitLower(c))))
            yield return new("wrong-hash", "previousSha256", "a SHA-256 is 64 lower-case hexadecimal digits");
        if (frozen.Uncertainty is { Draws: < 1 or > EditionUncertainty.MostDraws })
            yield return new("wrong-draws", "uncertainty", FormattableString.Invariant($"rank intervals take from 1 to {EditionUncertainty.MostDraws} draws"));
        if (frozen.Uncertainty is { Seed: < 0 or > EditionUncertainty.LargestSeed })
            yield return new("wrong-seed", "uncertainty", FormattableString.Invariant($"a seed is from 0 to {EditionUncertainty.LargestSeed}"));
    }

    private static IEnumerable<EditionFault> Units(IndicatorSet set, IReadOnlyList<EditionUnit> units)
    {
        if (units.Count == 0)
            yield return new("no-units", "units", "an edition has at least one unit");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            if (!seen.Add(unit.Code))
                yield return new("duplicate-unit", unit.Code, "the unit stands twice");
            bool leftOut = unit.Group.Length == 0 && set.Groups.Count == 1;
            if (set.Groups.Count > 0 && !leftOut && set.Groups.All(group => group.Code != unit.Group))
                yield return new("unknown-group", unit.Code, $"its group \"{unit.Group}\" is not one of the set's ({string.Join(", ", set.Groups.Select(group => group.Code))})");
        }
    }

    private static IEnumerable<EditionFault> Past(EditionUnit unit, int year)
    {
        if (unit.Quarters is { } quarters && !quarters.SequenceEqual(YearTable.Quarters.Take(4).Where(quarters.Contains)))
            yield return new("wrong-quarters", unit.Code, "the quarters it lived through are some of q1 to q4 in their order");
        if (unit.Lineage is not { } lineage)
            yield break;
        if (lineage.Since.Year > year)
            yield return new("wrong-lineage", unit.Code, FormattableString.Invariant($"it is said to have changed on {lineage.Since:yyyy-MM-dd}, after the year {year}"));
        if (lineage.Predecessors.Any(old => !(old.Weight > 0 && double.IsFinite(old.Weight))))
            yield return new("wrong-lineage", unit.Code, "a predecessor's weight is a finite number above 0");
        if (lineage.Predecessors.DistinctBy(old => old.Unit).Count() < lineage.Predecessors.Count)
            yield return new("wrong-lineage", unit.Code, "a predecessor stands twice");
    }
}
