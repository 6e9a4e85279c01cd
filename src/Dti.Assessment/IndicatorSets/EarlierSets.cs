using System.Globalization;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Where a map's earlier set is looked for: among the sets at hand, then as <c>&lt;year&gt;.yaml</c> beside the later one or in the folder of its code.</summary>
internal sealed class EarlierSets(IEnumerable<IndicatorSet> atHand)
{
    private readonly Dictionary<(string, int), IndicatorSet?> known = atHand.GroupBy(set => (set.Code, set.Year)).ToDictionary(sets => sets.Key, IndicatorSet? (sets) => sets.First());

    public IndicatorSet? Find(SetMap map, string later)
    {
        if (known.TryGetValue((map.Set, map.Year), out var found))
            return found;
        string folder = Path.GetDirectoryName(Path.GetFullPath(later))!, name = map.Year.ToString(CultureInfo.InvariantCulture) + ".yaml";
        return known[(map.Set, map.Year)] = Path.GetFileName(map.Set) == map.Set
            ? new[] { Path.Combine(folder, name), Path.Combine(folder, "..", map.Set, name) }
                .Where(File.Exists)
                .Select(file => SetFile.Read(file).Set)
                .FirstOrDefault(set => set?.Code == map.Set && set.Year == map.Year)
            : null;
    }
}
