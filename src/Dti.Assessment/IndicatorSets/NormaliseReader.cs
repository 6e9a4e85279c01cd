using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads a normalisation, a word or <c>{ kind: { constants } }</c>, and the treatment of outliers.</summary>
internal sealed class NormaliseReader(Scalars scalars, Figures figures)
{
    public Normalisation? Read(YamlValue? value)
    {
        if (value is null)
            return null;
        if (value is not YamlMap map)
            return Bare(value);
        if (Fields.Of(value, scalars.Faults, "normalise", [.. Words<NormaliseKind>.All.Keys]) is null)
            return null;
        if (map.Entries.Count != 1)
        {
            scalars.Wrong(value, "normalise has exactly one kind, such as { min_max: { lower: 0, upper: 100 } }");
            return null;
        }
        return Words<NormaliseKind>.All.TryGetValue(map.Entries[0].Name, out var kind) ? WithConstants(kind, map.Entries[0]) : null;
    }

    public OutlierTreatment? Treat(YamlValue? value)
    {
        if (value is null or YamlScalar { Kind: ScalarKind.Text, Text: "none" })
            return null;
        if (Fields.Of(value, scalars.Faults, "treat", ["winsorise"]) is not { } outer
            || outer.Required("winsorise") is not { } body
            || Fields.Of(body, scalars.Faults, "winsorise", ["max", "skew", "kurtosis", "combine"]) is not { } fields)
            return null;
        var unsaid = new OutlierTreatment();
        double? Limit(string key) => figures.Within(fields[key], key, limit => limit > 0, SetFaultCodes.TreatOutOfRange, "above 0");
        return new(
            scalars.Whole(fields["max"], "max", 0, 10_000, SetFaultCodes.TreatOutOfRange) ?? unsaid.Max,
            Limit("skew") ?? unsaid.Skew,
            Limit("kurtosis") ?? unsaid.Kurtosis,
            scalars.Flag(fields["combine"], "combine") ?? unsaid.Combine);
    }

    private Normalisation? Bare(YamlValue value)
    {
        if (scalars.Word<NormaliseKind>(value, "normalise") is not { } kind)
            return null;
        string[] needed = Needed(kind);
        if (needed.Length == 0)
            return new(kind);
        scalars.Wrong(value, $"'{((YamlScalar)value).Text}' needs {string.Join(" and ", needed)}: {{ {((YamlScalar)value).Text}: {{ {string.Join(", ", needed.Select(key => key + ": …"))} }} }}");
        return null;
    }

    private Normalisation? WithConstants(NormaliseKind kind, YamlEntry entry)
    {
        if (Fields.Of(entry.Value, scalars.Faults, entry.Name, Constants(kind)) is not { } fields)
            return null;
        foreach (string key in Needed(kind))
            fields.Required(key);
        double? Number(string key) => figures.Number(fields[key], key);
        var unsaid = new Normalisation(kind);
        var read = unsaid with
        {
            Lower = Number("lower") ?? unsaid.Lower,
            Upper = Number("upper") ?? unsaid.Upper,
            Mean = Number("mean") ?? unsaid.Mean,
            Sd = Number("sd") ?? unsaid.Sd,
            Low = Number("low") ?? unsaid.Low,
            High = Number("high") ?? unsaid.High,
            Truncate = scalars.Flag(fields["truncate"], "truncate") ?? unsaid.Truncate,
            Target = Number("target") ?? unsaid.Target,
            Cap = scalars.Flag(fields["cap"], "cap") ?? unsaid.Cap,
            Unit = scalars.Code(fields["unit"], "unit"),
        };
        Check(read, fields);
        return read;
    }

    private void Check(Normalisation read, Fields fields)
    {
        if (read.Kind is NormaliseKind.MinMax or NormaliseKind.Goalposts && read.Lower >= read.Upper)
            scalars.Faults.Add(fields.PlaceOf(fields["upper"] is null ? "lower" : "upper"), SetFaultCodes.ScaleOrder, "upper is greater than lower");
        if (read.Kind is NormaliseKind.Goalposts && fields["low"] is not null && fields["high"] is not null && read.Low >= read.High)
            scalars.Faults.Add(fields.PlaceOf("high"), SetFaultCodes.GoalpostsOrder, "high is greater than low, in the input's own units; where less is better, say direction: -1");
        if (read.Kind is NormaliseKind.ZScore && read.Sd <= 0)
            scalars.Faults.Add(fields.PlaceOf("sd"), SetFaultCodes.SdNotPositive, "a standard deviation is greater than 0");
    }

    private static string[] Needed(NormaliseKind kind) => kind switch
    {
        NormaliseKind.DistanceToTarget => ["target"],
        NormaliseKind.DistanceToReference => ["unit"],
        NormaliseKind.Goalposts => ["low", "high"],
        _ => [],
    };

    private static string[] Constants(NormaliseKind kind) => kind switch
    {
        NormaliseKind.MinMax => ["lower", "upper"],
        NormaliseKind.ZScore => ["mean", "sd"],
        NormaliseKind.DistanceToTarget => ["target", "cap"],
        NormaliseKind.DistanceToReference => ["unit"],
        NormaliseKind.Goalposts => ["low", "high", "lower", "upper", "truncate"],
        _ => [],
    };
}
