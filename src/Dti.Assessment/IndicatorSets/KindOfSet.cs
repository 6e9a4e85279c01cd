using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>A set gives points or normalises; the first leaf that says either decides, and the other's keys are then out of place.</summary>
internal static class KindOfSet
{
    private static readonly string[] NormalisedKeys = ["weight", .. Inherited.Keys, .. NormalisedLeafReader.Keys];

    /// <summary>Keys of a whole set that only a normalised one has.</summary>
    public static readonly string[] NormalisedSetKeys = [.. Inherited.Keys, "within"];

    public static SetKind Of(YamlMap set, YamlValue? nodes)
    {
        foreach (var node in NodeTree.Maps(nodes))
        {
            foreach (var entry in node.Entries)
            {
                if (entry.Name is "points" or "rule" or "inputs")
                    return SetKind.Points;
                if (entry.Name is "normalise")
                    return SetKind.Normalised;
            }
        }
        bool said = NormalisedSetKeys.Any(key => set.Find(key) is not null) || NodeTree.Maps(nodes).Any(node => NormalisedKeys.Any(key => node.Find(key) is not null));
        return said ? SetKind.Normalised : SetKind.Points;
    }

    public static bool IsOfOther(string key, SetKind kind) =>
        (kind is SetKind.Points ? NormalisedKeys : IndicatorReader.Keys).Contains(key);

    public static string Mend(string key, SetKind kind) => kind is SetKind.Points
        ? $"'{key}' belongs to a normalised set, and this set gives points; one set is of one kind"
        : $"'{key}' belongs to a set of points, and this set normalises; one set is of one kind";
}
