using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Comparisons;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads <c>maps:</c>, how earlier years' inputs become this set's. Whether the earlier set has what is named shows only beside it (<see cref="MapCheck"/>).</summary>
internal sealed class MapReader(Scalars scalars, IndicatorSet set)
{
    private static readonly string[] Keys = ["set", "year", "codes", "options", "unmapped"];

    private readonly MapKeys keys = new(set);
    private readonly Dictionary<MapPlace, Place> places = [];

    /// <summary>Where each key of an earlier set stands, and under the key "" each map's year.</summary>
    public IReadOnlyDictionary<MapPlace, Place> Places => places;

    public IReadOnlyList<SetMap> Read(YamlValue? value)
    {
        List<SetMap> maps = [];
        foreach (var item in scalars.Items(value, "maps"))
        {
            if (ReadOne(item) is not { } map)
                continue;
            if (maps.Exists(other => other.Set == map.Set && other.Year == map.Year))
                scalars.Add(item, SetFaultCodes.DuplicateEntry, $"there is already a map from {map.Set} {map.Year}; keep one");
            maps.Add(map);
        }
        return maps;
    }

    private SetMap? ReadOne(YamlValue item)
    {
        if (Fields.Of(item, scalars.Faults, "a map", Keys) is not { } fields)
            return null;
        string? from = scalars.Code(fields.Required("set"), "a map's set");
        int? year = scalars.Whole(fields.Required("year"), "a map's year", 1900, 2200, SetFaultCodes.YearOutOfRange);
        if (from is null || year is not { } known)
            return null;
        if (known >= set.Year)
            scalars.Add(fields["year"]!, SetFaultCodes.MapNotEarlier, FormattableString.Invariant($"a map leads from an earlier year to {set.Year}, not from {known}"));
        places[new(from, known, "")] = fields["year"]!.Place;
        var codes = ReadCodes(fields.Required("codes"), key => new(from, known, key));
        return new(from, known, codes, ReadOptions(fields["options"]), ReadUnmapped(fields["unmapped"], codes, key => new(from, known, key)));
    }

    private List<CodeMap> ReadCodes(YamlValue? value, Func<string, MapPlace> place)
    {
        List<CodeMap> codes = [];
        Dictionary<string, string> taken = [];
        foreach (var entry in Entries(value, "codes", "old codes to new codes"))
        {
            string? old = scalars.Code(entry.Key, "an old code"), now = scalars.Code(entry.Value, "a new code");
            if (old is null || now is null)
                continue;
            places[place(old)] = entry.Key.Place;
            if (keys.Find(now) is not { } columns)
                scalars.Faults.Add(entry.Value.Place, SetFaultCodes.UnknownMapTarget, () => $"this set has no indicator and no input '{now}'{Suggestion.For(now, keys.All)}");
            else if (!taken.TryAdd(columns.Count == 1 ? columns[0].Key : now, old))
                scalars.Add(entry.Value, SetFaultCodes.DuplicateMapTarget, $"'{now}' already comes from '{taken[columns.Count == 1 ? columns[0].Key : now]}'; one input has one source");
            else
                codes.Add(new(old, now));
        }
        return codes;
    }

    private Dictionary<string, IReadOnlyDictionary<string, string>> ReadOptions(YamlValue? value)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> options = [];
        foreach (var entry in Entries(value, "options", "columns to their options"))
        {
            if (scalars.Code(entry.Key, "a column") is not { } key)
                continue;
            if (keys.Find(key) is not [{ Input: { Type: InputType.Choice } input } column])
                scalars.Faults.Add(entry.Key.Place, SetFaultCodes.UnknownMapTarget, () => $"'{key}' is no choice of this set{Suggestion.For(key, Choices())}");
            else
                options[column.Key] = ReadTranslations(entry.Value, input);
        }
        return options;
    }

    private Dictionary<string, string> ReadTranslations(YamlValue value, Input input)
    {
        Dictionary<string, string> translated = [];
        string[] known = [.. input.Options.Select(option => option.Code)];
        foreach (var option in Entries(value, "a column's options", "old options to new ones"))
        {
            string? old = scalars.Code(option.Key, "an old option"), now = scalars.Code(option.Value, "a new option");
            if (now is not null && !known.Contains(now))
                scalars.Faults.Add(option.Value.Place, SetFaultCodes.UnknownOption, () => $"there is no option '{now}'{Suggestion.For(now, known)}");
            else if (old is not null && now is not null)
                translated[old] = now;
        }
        return translated;
    }

    private List<string> ReadUnmapped(YamlValue? value, List<CodeMap> codes, Func<string, MapPlace> place)
    {
        List<string> unmapped = [];
        foreach (var item in scalars.Items(value, "unmapped"))
        {
            if (scalars.Code(item, "an old code") is not { } code)
                continue;
            if (unmapped.Contains(code) || codes.Exists(map => map.From == code))
                scalars.Add(item, SetFaultCodes.DuplicateEntry, $"'{code}' is already said; keep it in one place");
            places.TryAdd(place(code), item.Place);
            unmapped.Add(code);
        }
        return unmapped;
    }

    private IEnumerable<YamlEntry> Entries(YamlValue? value, string what, string holds)
    {
        if (value is YamlMap { Entries.Count: > 0 } map)
            return map.Entries;
        if (value is not null)
            scalars.Wrong(value, value is YamlMap ? $"{what} is empty; give at least one or leave the key out" : $"{what} is a mapping of {holds}, not {value.Shape}");
        return [];
    }

    private IEnumerable<string> Choices() => Columns.Of(set).Where(column => column.Input?.Type == InputType.Choice).Select(column => column.Key);
}

/// <summary>A key of an earlier set, as a map of this one names it.</summary>
internal readonly record struct MapPlace(string Set, int Year, string Key);
