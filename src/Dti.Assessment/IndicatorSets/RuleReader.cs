using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads a rule and the rules inside it; null when anything in it is at fault.</summary>
internal sealed class RuleReader(Scalars scalars, Figures figures, OperandReader operands)
{
    private const double Slack = 1e-9;

    private static readonly string[] Kinds =
        ["yes_no", "choice", "ratio", "steps", "linear", "checklist", "timeliness", "by_date", "relative", "sum", "all", "any", "times"];

    /// <summary>A timeliness rule was met, so the indicator has four quarters of its own.</summary>
    public bool HasTimeliness { get; private set; }

    public Rule? Read(YamlValue? value)
    {
        if (value is null || Fields.Of(value, scalars.Faults, "a rule", Kinds) is null)
            return null;
        var map = (YamlMap)value;
        if (map.Entries.Count != 1)
        {
            scalars.Wrong(value, $"a rule has exactly one kind ({string.Join(" | ", Kinds)}); join several with sum, all, any or times");
            return null;
        }
        var body = map.Entries[0].Value;
        return map.Entries[0].Name switch
        {
            "yes_no" => YesNo(body),
            "choice" => Choice(body),
            "ratio" => Ratio(body),
            "steps" => Steps(body),
            "linear" => Linear(body),
            "checklist" => Checklist(body),
            "timeliness" => Timeliness(body),
            "by_date" => ByDate(body),
            "relative" => Relative(body),
            "sum" => Sum(body),
            "all" => Inner(body, "all") is { } rules ? new AllRule(rules) : null,
            "any" => Inner(body, "any") is { } rules ? new AnyRule(rules) : null,
            "times" => Inner(body, "times") is { } rules ? new TimesRule(rules) : null,
            _ => null,
        };
    }

    private YesNoRule? YesNo(YamlValue body)
    {
        var fields = Fields.Of(body, scalars.Faults, "yes_no", ["of"]);
        return operands.Read(fields?.Required("of"), "yes_no", InputType.YesNo) is { } of ? new(of.Operand) : null;
    }

    private ChoiceRule? Choice(YamlValue body)
    {
        if (Fields.Of(body, scalars.Faults, "choice", ["of", "shares"]) is not { } fields)
            return null;
        var of = operands.Read(fields.Required("of"), "choice", InputType.Choice);
        var given = fields.Required("shares");
        if (given is not (null or YamlMap))
            scalars.Wrong(given, $"shares is a mapping of options to shares, not {given.Shape}");
        if (given is not YamlMap map)
            return null;
        Dictionary<string, double> shares = [];
        foreach (var entry in map.Entries)
        {
            if (figures.Share(entry.Value, $"the share of '{entry.Name}'") is { } share)
                shares[entry.Name] = share;
        }
        var options = of?.Draft.Input?.Options.Select(option => option.Code).ToList();
        if (of is null || options is null)
            return null;
        foreach (var entry in map.Entries.Where(entry => !options.Contains(entry.Name)))
            scalars.Faults.Add(entry.Key.Place, SetFaultCodes.UnknownOption, () => $"'{of.Operand.Input}' has no option '{entry.Name}'{Suggestion.For(entry.Name, options)}");
        foreach (string option in options.Where(option => map.Find(option) is null))
            scalars.Add(map, SetFaultCodes.MissingOption, $"the option '{option}' has no share; give it one, 0 if it earns nothing");
        return new(of.Operand, shares);
    }

    private RatioRule? Ratio(YamlValue body)
    {
        if (Fields.Of(body, scalars.Faults, "ratio", ["of", "to", "full_at", "floor", "when_empty"]) is not { } fields)
            return null;
        var of = operands.Read(fields.Required("of"), "ratio", OperandReader.Numeric);
        var to = operands.Read(fields.Required("to"), "ratio", OperandReader.Numeric);
        var fullAt = fields["full_at"] is { } full
            ? figures.Within(full, "full_at", at => at is > 0 and <= 1, SetFaultCodes.ShareOutOfRange, "above 0 and at most 1") : 1;
        var floor = fields["floor"] is { } low ? figures.Share(low, "floor") : 0;
        if (floor > fullAt)
            scalars.Add(fields["floor"]!, SetFaultCodes.FloorAboveFull, "floor is at most full_at; all or nothing is full_at: 1 with floor: 1");
        var empty = scalars.Word<WhenEmpty>(fields["when_empty"], "when_empty") ?? WhenEmpty.Zero;
        return of is null || to is null || fullAt is null || floor is null ? null : new(of.Operand, to.Operand, fullAt.Value, floor.Value, empty);
    }

    private StepsRule? Steps(YamlValue body)
    {
        if (Fields.Of(body, scalars.Faults, "steps", ["of", "at"]) is not { } fields)
            return null;
        var of = operands.Read(fields.Required("of"), "steps", OperandReader.Numeric);
        List<Step> steps = [];
        foreach (var item in scalars.Items(fields.Required("at"), "at"))
        {
            if (item is not YamlList { Items.Count: 2 } pair)
            {
                scalars.Wrong(item, $"a step is [threshold, share], such as [10, 0.5], not {(item is YamlList ? "a list of another length" : item.Shape)}");
                continue;
            }
            var threshold = Threshold(pair.Items[0], of);
            var share = figures.Share(pair.Items[1], "a step's share");
            if (threshold is null || share is null)
                continue;
            if (steps.Count > 0 && threshold <= steps[^1].Threshold)
                scalars.Add(item, SetFaultCodes.StepsOrder, "thresholds rise from step to step; put this one in its place");
            steps.Add(new(threshold.Value, share.Value));
        }
        return of is null ? null : new(of.Operand, steps);
    }

    private LinearRule? Linear(YamlValue body)
    {
        if (Fields.Of(body, scalars.Faults, "linear", ["of", "from", "to"]) is not { } fields)
            return null;
        var of = operands.Read(fields.Required("of"), "linear", OperandReader.Numeric);
        var (from, to) = (Threshold(fields.Required("from"), of), Threshold(fields.Required("to"), of));
        if (from is not null && from == to)
            scalars.Add(fields["to"]!, SetFaultCodes.LinearFlat, "from and to are equal, so there is no line; give two different ends, or use steps");
        return of is null || from is null || to is null ? null : new(of.Operand, from.Value, to.Value);
    }

    private double? Threshold(YamlValue? value, FoundOperand? of) => of?.Type is InputType.Percent
        ? figures.Within(value, "a percent's threshold", at => at is >= 0 and <= 100, SetFaultCodes.ThresholdOutOfRange, "from 0 to 100")
        : figures.Number(value, "a threshold");

    private ChecklistRule? Checklist(YamlValue body)
    {
        if (Fields.Of(body, scalars.Faults, "checklist", ["of", "need"]) is not { } fields)
            return null;
        var items = scalars.Items(fields.Required("of"), "of");
        List<Operand> of = [];
        foreach (var item in items)
        {
            if (operands.Read(item, "checklist", InputType.YesNo) is not { } found)
                continue;
            if (of.Contains(found.Operand))
                scalars.Add(item, SetFaultCodes.DuplicateOperand, $"'{found.Operand.Input}' is already in the list; it counts once");
            of.Add(found.Operand);
        }
        double? need = fields["need"] is { } given
            ? figures.Within(given, "need", n => n > 0 && n <= items.Count, SetFaultCodes.NeedOutOfRange, $"above 0 and at most {items.Count}, the answers listed")
            : items.Count;
        return need is null || of.Count == 0 ? null : new(of, need.Value);
    }

    private TimelinessRule? Timeliness(YamlValue body)
    {
        HasTimeliness = true;
        if (Fields.Of(body, scalars.Faults, "timeliness", ["on_time", "late", "none"]) is not { } fields)
            return null;
        double? Earns(string key, double unsaid) => fields[key] is { } given ? figures.Share(given, key) : unsaid;
        var (onTime, late, none) = (Earns("on_time", 1), Earns("late", 0.5), Earns("none", 0));
        return onTime is null || late is null || none is null ? null : new(onTime.Value, late.Value, none.Value);
    }

    private ByDateRule? ByDate(YamlValue body)
    {
        if (Fields.Of(body, scalars.Faults, "by_date", ["of", "full_until", "zero_after"]) is not { } fields)
            return null;
        var of = operands.Read(fields.Required("of"), "by_date", InputType.Date);
        var full = scalars.Date(fields.Required("full_until"), "full_until");
        var zero = scalars.Date(fields.Required("zero_after"), "zero_after");
        if (full > zero)
            scalars.Add(fields["zero_after"]!, SetFaultCodes.DatesOrder, "zero_after lies before full_until; swap them");
        return of is null || full is null || zero is null ? null : new(of.Operand, full.Value, zero.Value);
    }

    private RelativeRule? Relative(YamlValue body)
    {
        if (Fields.Of(body, scalars.Faults, "relative", ["of", "when_empty"]) is not { } fields)
            return null;
        var of = operands.Read(fields.Required("of"), "relative", OperandReader.Numeric);
        var empty = scalars.Word<WhenEmpty>(fields["when_empty"], "when_empty") ?? WhenEmpty.Zero;
        return of is null ? null : new(of.Operand, empty);
    }

    private SumRule? Sum(YamlValue body)
    {
        List<Part> parts = [];
        bool whole = true;
        foreach (var item in scalars.Items(body, "sum"))
        {
            var fields = Fields.Of(item, scalars.Faults, "a part of sum", ["share", "rule"]);
            var share = figures.Share(fields?.Required("share"), "share");
            var rule = Read(fields?.Required("rule"));
            if (share is { } earns && rule is not null)
                parts.Add(new(earns, rule));
            else
                whole = false;
        }
        if (whole && parts.Sum(part => part.Share) > 1 + Slack)
            scalars.Add(body, SetFaultCodes.SharesOverOne, "the shares add up to more than 1, more than the indicator's points");
        return whole && parts.Count > 0 ? new(parts) : null;
    }

    private List<Rule>? Inner(YamlValue body, string kind)
    {
        var items = scalars.Items(body, kind);
        var rules = items.Select(Read).OfType<Rule>().ToList();
        return rules.Count > 0 && rules.Count == items.Count ? rules : null;
    }
}
