using System.Text.RegularExpressions;
using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>An input as far as it could be read: with a fault in its type, operands that name it still find it.</summary>
internal sealed record InputDraft(string Id, InputType? Type, Input? Input);

internal sealed partial class InputReader(Scalars scalars)
{
    private static readonly string[] Keys = ["id", "type", "unit", "from", "evidence", "options", "name", "hint"];

    public IReadOnlyList<InputDraft> Read(YamlValue? value)
    {
        List<InputDraft> drafts = [];
        foreach (var item in scalars.Items(value, "inputs"))
        {
            if (ReadOne(item) is not { } draft)
                continue;
            if (drafts.Exists(earlier => earlier.Id == draft.Id))
                scalars.Add(((YamlMap)item).Find("id")!.Value, SetFaultCodes.DuplicateInput, $"this indicator already has an input '{draft.Id}'; give it another id");
            else
                drafts.Add(draft);
        }
        return drafts;
    }

    private InputDraft? ReadOne(YamlValue value)
    {
        if (Fields.Of(value, scalars.Faults, "an input", Keys) is not { } fields)
            return null;
        string? id = scalars.Name(fields.Required("id"), "an input's id");
        var type = scalars.Word<InputType>(fields.Required("type"), "type");
        string? unit = scalars.Line(fields["unit"], "unit");
        var from = fields["from"] is { } source ? ReadSource(source) : new(InputSourceKind.Self);
        var evidence = scalars.Word<EvidenceRule>(fields["evidence"], "evidence") ?? EvidenceRule.None;
        var options = ReadOptions(fields, type);
        var (name, hint) = (scalars.Text(fields["name"], "name"), scalars.Text(fields["hint"], "hint"));
        if (id is null)
            return null;
        var input = type is { } known && from is not null
            ? new Input { Id = id, Type = known, Unit = unit, From = from, Evidence = evidence, Options = options, Name = name, Hint = hint }
            : null;
        return new(id, type, input);
    }

    private InputSource? ReadSource(YamlValue value)
    {
        if (scalars.Line(value, "from") is not { } text)
            return null;
        if (SourceForm().Match(text) is { Success: true } match)
            return text switch
            {
                "self" => new(InputSourceKind.Self),
                "survey" => new(InputSourceKind.Survey),
                _ => new(InputSourceKind.Metric, match.Groups["metric"].Value),
            };
        scalars.Add(value, SetFaultCodes.UnknownWord, $"from cannot be '{text}'{Suggestion.For(text, ["self", "survey"])}; it is self, survey or metric:<name>, such as metric:datasets_published");
        return null;
    }

    private List<ChoiceOption> ReadOptions(Fields fields, InputType? type)
    {
        if (type is InputType.Choice)
            fields.Required("options");
        else if (type is not null && fields["options"] is not null)
            scalars.Faults.Add(fields.PlaceOf("options"), SetFaultCodes.OptionsNotForType, "only a choice has options; leave them out or make the type choice");
        List<ChoiceOption> options = [];
        foreach (var item in scalars.Items(fields["options"], "options"))
        {
            if (ReadOption(item) is not { } option)
                continue;
            if (options.Exists(earlier => earlier.Code == option.Code))
                scalars.Add(item, SetFaultCodes.DuplicateOption, $"the option '{option.Code}' is already there; keep one");
            else
                options.Add(option);
        }
        return options;
    }

    private ChoiceOption? ReadOption(YamlValue item)
    {
        if (item is not YamlMap)
            return scalars.Code(item, "an option") is { } bare ? new(bare, new(bare)) : null;
        var fields = Fields.Of(item, scalars.Faults, "an option", ["code", "name"])!;
        string? code = scalars.Code(fields.Required("code"), "an option's code");
        var name = scalars.Text(fields["name"], "name");
        return code is null ? null : new(code, name ?? new(code));
    }

    [GeneratedRegex(@"\A(?:self|survey|metric:(?<metric>[a-z][a-z0-9_]*))\z", RegexOptions.CultureInvariant)]
    private static partial Regex SourceForm();
}
