using Dti.Assessment.IndicatorSets.Yaml;

namespace Dti.Assessment.IndicatorSets;

/// <summary>The keys of one mapping, each known or reported.</summary>
internal sealed class Fields
{
    private readonly YamlMap map;
    private readonly FaultList faults;
    private readonly string owner;

    private Fields(YamlMap map, FaultList faults, string owner) => (this.map, this.faults, this.owner) = (map, faults, owner);

    public Place Place => map.Place;

    /// <param name="value">Must be a mapping.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="owner">What the mapping is, for messages: "an input".</param>
    /// <param name="known">Keys it may have.</param>
    public static Fields? Of(YamlValue value, FaultList faults, string owner, IReadOnlyCollection<string> known)
    {
        if (value is not YamlMap map)
        {
            faults.Add(value.Place, SetFaultCodes.WrongShape, $"{owner} is a mapping with {string.Join(", ", known.Take(6))}, not {value.Shape}");
            return null;
        }
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Name)))
            faults.Add(entry.Key.Place, SetFaultCodes.UnknownKey, () => $"{owner} has no key '{entry.Name}'{Suggestion.For(entry.Name, known)}{Known(entry.Name, known)}");
        return new(map, faults, owner);
    }

    public YamlValue? this[string key] => map.Find(key)?.Value;

    public Place PlaceOf(string key) => map.Find(key)?.Key.Place ?? map.Place;

    public YamlValue? Required(string key)
    {
        var value = this[key];
        if (value is null)
            faults.Add(map.Place, SetFaultCodes.MissingKey, $"{owner} needs '{key}'");
        return value;
    }

    private static string Known(string name, IReadOnlyCollection<string> known) =>
        Suggestion.Nearest(name, known) is null ? $"; it may have {string.Join(", ", known)}" : "";
}
