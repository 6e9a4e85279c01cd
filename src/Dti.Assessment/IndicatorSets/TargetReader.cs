using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads what strategies ask of an indicator; a target at fault is left out.</summary>
internal sealed class TargetReader(Scalars scalars, InputIndex index, string owner, IReadOnlyList<InputDraft> own, Rule? rule)
{
    private static readonly string[] Keys = ["by", "value", "of", "direction", "source", "name"];

    // What a target reads makes no ring: no score rests on it.
    private readonly OperandReader _operands = new(scalars, index, owner, own, (_, _) => { });

    public IReadOnlyList<Target> Read(YamlValue? value)
    {
        List<Target> targets = [];
        foreach (var item in scalars.Items(value, "targets"))
        {
            if (ReadOne(item) is not { } target)
                continue;
            if (targets.Exists(earlier => earlier.By == target.By && earlier.Of == target.Of))
                scalars.Faults.Add(((YamlMap)item).Find("by")!.Value.Place, SetFaultCodes.DuplicateTarget, $"'{target.Of.Key}' already has a target by that day; keep one");
            else
                targets.Add(target);
        }
        return targets;
    }

    private Target? ReadOne(YamlValue item)
    {
        if (Fields.Of(item, scalars.Faults, "a target", Keys) is not { } fields)
            return null;
        var by = scalars.Date(fields.Required("by"), "by");
        var number = scalars.Number(fields.Required("value"), "a target's value");
        string? source = scalars.Line(fields.Required("source"), "source");
        var name = scalars.Text(fields["name"], "name");
        var direction = ReadDirection(fields["direction"]);
        var measure = ReadMeasure(fields["of"], item);
        if (by is null || number is null || source is null || measure is null || !OnScale(measure, number.Value, fields["value"]!))
            return null;
        return new() { By = by.Value, Value = number.Value, Of = measure, Direction = direction ?? DirectionOf(measure), Source = source, Name = name };
    }

    private TargetMeasure? ReadMeasure(YamlValue? value, YamlValue target)
    {
        if (value is YamlMap)
            return ReadRatio(value);
        if (value is YamlScalar { Kind: ScalarKind.Text, Text: ShareMeasure.Word } && own.All(input => input.Id != ShareMeasure.Word))
            return rule is not null ? new ShareMeasure() : Unclear(value, "a share of points needs an indicator that is scored; name an input in place of 'share'");
        if (value is not null)
            return _operands.Read(value, "a target", OperandReader.Numeric) is { Type: { } type } found ? new InputMeasure(found.Operand, type) : null;
        return own is [{ Type: { } only } single] && OperandReader.Numeric.Contains(only)
            ? new InputMeasure(new(owner, single.Id), only)
            : Unclear(target, "the indicator does not have one input that is a number, so say what is to reach the value: of: <input>, of: { ratio: [of, to] } or of: share");
    }

    private RatioMeasure? ReadRatio(YamlValue value)
    {
        if (Fields.Of(value, scalars.Faults, "of", ["ratio"])?.Required("ratio") is not { } ratio)
            return null;
        if (ratio is not YamlList { Items: [var first, var second] })
        {
            scalars.Wrong(ratio, "ratio is [of, to]: the two inputs whose quotient is to reach the value");
            return null;
        }
        var (of, to) = (_operands.Read(first, "a target", OperandReader.Numeric), _operands.Read(second, "a target", OperandReader.Numeric));
        if (of is null || to is null)
            return null;
        if (of.Operand == to.Operand)
        {
            scalars.Add(second, SetFaultCodes.DuplicateOperand, "an input divided by itself is always 100 %; name two");
            return null;
        }
        return new(of.Operand, to.Operand);
    }

    private int? ReadDirection(YamlValue? value)
    {
        if (scalars.Number(value, "direction") is not { } number)
            return null;
        if (number is 1 or -1)
            return (int)number;
        scalars.Add(value!, SetFaultCodes.DirectionInvalid, "direction is 1 where more is better, -1 where less is");
        return null;
    }

    private bool OnScale(TargetMeasure measure, double value, YamlValue place)
    {
        if (measure.IsPercent && value is < 0 or > 100)
            scalars.Add(place, SetFaultCodes.ThresholdOutOfRange, $"'{measure.Key}' is a percentage, so its target is from 0 to 100");
        else if (measure is InputMeasure { Type: InputType.Count } && value < 0)
            scalars.Add(place, SetFaultCodes.ThresholdOutOfRange, $"'{measure.Key}' is a count, so its target is 0 or more");
        else
            return true;
        return false;
    }

    private int DirectionOf(TargetMeasure measure) =>
        measure is InputMeasure input && rule is LinearRule line && line.Of == input.Of && line.From > line.To ? -1 : 1;

    private TargetMeasure? Unclear(YamlValue place, string message)
    {
        scalars.Add(place, SetFaultCodes.TargetUnclear, message);
        return null;
    }
}
