namespace Dti.Assessment.IndicatorSets.Yaml;

/// <summary>Where something stands in a file, counted from 1; 0 is the file as a whole.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>A value of the document with its place. Classes, not records: two equal scalars are still two places.</summary>
internal abstract class YamlValue(Place place)
{
    public Place Place { get; } = place;
    /// <summary>What it is, in a message: "a list".</summary>
    public abstract string Shape { get; }
}

internal sealed class YamlList(Place place, IReadOnlyList<YamlValue> items) : YamlValue(place)
{
    public IReadOnlyList<YamlValue> Items { get; } = items;
    public override string Shape => "a list";
}

internal sealed class YamlMap(Place place, IReadOnlyList<YamlEntry> entries) : YamlValue(place)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;
    public override string Shape => "a mapping";
    public YamlEntry? Find(string key) => Entries.FirstOrDefault(entry => entry.Name == key);
}

internal sealed record YamlEntry(YamlScalar Key, YamlValue Value)
{
    public string Name => Key.Text;
}
