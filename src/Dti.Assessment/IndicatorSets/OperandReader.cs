using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>An operand that exists, with the type of its input where that could be read.</summary>
internal sealed record FoundOperand(Operand Operand, InputType? Type, InputDraft Draft);

/// <summary>Finds what a rule of one indicator names: its own input's id, or <c>&lt;code&gt;.&lt;input&gt;</c> of another.</summary>
internal sealed class OperandReader(Scalars scalars, InputIndex index, string owner, IReadOnlyList<InputDraft> own, Action<Operand, Place> onFound)
{
    public static readonly InputType[] Numeric = [InputType.Count, InputType.Number, InputType.Percent];

    public FoundOperand? Read(YamlValue? value, string rule, params InputType[] fitting)
    {
        if (value is null)
            return null;
        if (scalars.Line(value, "an operand") is not { } text || Find(value, text) is not { } found)
            return null;
        onFound(found.Operand, value.Place);
        if (found.Type is not { } type || fitting.Contains(type))
            return found;
        scalars.Add(value, SetFaultCodes.RuleTypeMismatch,
            $"{rule} needs {string.Join(" or ", fitting.Select(Spell))}, and '{text}' is {Spell(type)}; change the rule or the input's type");
        return null;
    }

    private FoundOperand? Find(YamlValue value, string text)
    {
        if (own.FirstOrDefault(input => input.Id == text) is { } mine)
            return new(new(owner, mine.Id), mine.Type, mine);
        int dot = text.LastIndexOf('.');
        if (dot > 0 && index.InputsOf(text[..dot])?.FirstOrDefault(input => input.Id == text[(dot + 1)..]) is { } other)
            return new(new(text[..dot], other.Id), other.Type, other);
        scalars.Faults.Add(value.Place, SetFaultCodes.UnknownOperand, () => $"there is no input '{text}'{Mend(text)}");
        return null;
    }

    private string Mend(string text)
    {
        if (index.InputsOf(text) is { Count: > 0 } inputs)
            return $"; an input of another indicator is written <code>.<input>; did you mean '{text}.{inputs[0].Id}'?";
        string near = Suggestion.For(text, own.Select(input => input.Id).Concat(index.Operands()));
        return near.Length > 0 ? near : "; name an id from this indicator's inputs, or <code>.<input> of another";
    }

    private static string Spell(InputType type) => Words<InputType>.All.First(word => word.Value == type).Key;
}
