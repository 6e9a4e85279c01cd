using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>What the uncertainty analysis varies.</summary>
internal sealed class UncertaintyReader(Scalars scalars, IReadOnlyCollection<string> columns)
{
    private static readonly string[] Keys = ["weights", "normalise", "aggregate", "inputs", "drop"];

    public UncertaintyRule? Read(YamlValue? value)
    {
        if (value is null || Fields.Of(value, scalars.Faults, "uncertainty", Keys) is not { } fields)
            return null;
        return new()
        {
            Weights = HalfWidth(fields["weights"], "weights") ?? new UncertaintyRule().Weights,
            Normalise = Alternatives<NormaliseKind>(fields["normalise"], "normalise"),
            Aggregate = Alternatives<Aggregation>(fields["aggregate"], "aggregate"),
            Inputs = ReadInputs(fields["inputs"]),
            DropOne = ReadDrop(fields["drop"]),
        };
    }

    private double? HalfWidth(YamlValue? value, string what)
    {
        if (scalars.Number(value, what) is not { } width)
            return null;
        if (width is >= 0 and <= 1)
            return width;
        scalars.Add(value!, SetFaultCodes.ShareOutOfRange, $"{what} is a relative half-width from 0 to 1");
        return null;
    }

    private List<T> Alternatives<T>(YamlValue? value, string what) where T : struct, Enum
    {
        List<T> words = [];
        foreach (var item in scalars.Items(value, what))
        {
            if (scalars.Word<T>(item, what) is not { } word)
                continue;
            if (words.Contains(word))
                scalars.Add(item, SetFaultCodes.DuplicateEntry, "this alternative is already in the list; they are drawn with equal chance");
            words.Add(word);
        }
        return words;
    }

    private Dictionary<string, double> ReadInputs(YamlValue? value)
    {
        Dictionary<string, double> widths = [];
        if (value is not (null or YamlMap))
            scalars.Wrong(value, $"inputs is a mapping of columns to half-widths, not {value.Shape}");
        foreach (var entry in value is YamlMap map ? map.Entries : [])
        {
            if (!columns.Contains(entry.Name))
                scalars.Faults.Add(entry.Key.Place, SetFaultCodes.UnknownColumn, () => $"the set has no column '{entry.Name}'{Suggestion.For(entry.Name, columns)}");
            if (HalfWidth(entry.Value, $"the half-width of '{entry.Name}'") is { } width)
                widths[entry.Name] = width;
        }
        return widths;
    }

    private bool ReadDrop(YamlValue? value)
    {
        string? word = scalars.Line(value, "drop");
        if (word is not (null or "one"))
            scalars.Add(value!, SetFaultCodes.UnknownWord, $"drop cannot be '{word}'; it is one");
        return word == "one";
    }
}
