using Dti.Assessment.IndicatorSets.Yaml;
using Dti.Scoring.Sets;

namespace Dti.Assessment.IndicatorSets;

/// <summary>Reads a leaf of a point set.</summary>
internal sealed class IndicatorReader(Scalars scalars, Figures figures, InputIndex index, IReadOnlyCollection<string> groups, IndicatorGraph graph)
{
    public static readonly string[] Keys = ["points", "rule", "inputs", "quarters", "scored", "groups", "units", "when_missing", "targets"];

    public Indicator? Read(YamlMap node, Fields fields)
    {
        string code = index.CodeOf(node) ?? "";
        var drafts = index.InputsOf(node);
        bool scored = scalars.Flag(fields["scored"], "scored") ?? true;
        bool said = Array.Exists(Keys, key => fields[key] is not null);
        if (!said)
        {
            scalars.Faults.Add(node.Place, SetFaultCodes.LeafIncomplete, "a node without children needs points and a rule; or give it children");
            return null;
        }
        var points = figures.Within(scored ? fields.Required("points") : fields["points"], "points", value => value >= 0, SetFaultCodes.PointsNegative, "0 or more");
        var operands = new OperandReader(scalars, index, code, drafts, (operand, place) => graph.Add(code, operand.Indicator, place));
        var rules = new RuleReader(scalars, figures, operands);
        var rule = rules.Read(scored ? fields.Required("rule") : fields["rule"]);
        CheckQuarters(fields, drafts, rule, rules.HasTimeliness);
        var quarters = scalars.Word<QuarterRule>(fields["quarters"], "quarters") ?? QuarterRule.Last;
        CheckQuarterTypes(fields, drafts, quarters);
        var (only, except) = ReadUnits(fields);
        var indicator = new Indicator
        {
            Points = points ?? 0,
            Scored = scored,
            Groups = ReadGroups(fields["groups"]),
            UnitsOnly = only,
            UnitsExcept = except,
            Inputs = [.. drafts.Select(draft => draft.Input).OfType<Input>(), .. rules.HasTimeliness ? Timely : []],
            Quarters = quarters,
            // What is only collected earns nothing.
            Rule = rule ?? new SumRule([]),
            WhenMissing = scalars.Word<WhenMissing>(fields["when_missing"], "when_missing") ?? WhenMissing.Zero,
            Targets = new TargetReader(scalars, index, code, drafts, scored ? rule : null).Read(fields["targets"]),
        };
        return indicator;
    }

    private static IEnumerable<Input> Timely => TimelinessRule.Quarters.Select(quarter =>
        new Input { Id = quarter, Type = InputType.Timeliness, From = new(InputSourceKind.System) });

    /// <summary>A timeliness indicator's inputs are made by the system; beside other rules it may have inputs of its own.</summary>
    private void CheckQuarters(Fields fields, IReadOnlyList<InputDraft> drafts, Rule? rule, bool timely)
    {
        if (!timely)
            return;
        if (rule is TimelinessRule && fields["inputs"] is not null)
            scalars.Faults.Add(fields.PlaceOf("inputs"), SetFaultCodes.TimelinessInputs, "timeliness reads submission times, which the system knows; leave inputs out");
        if (rule is TimelinessRule && fields["quarters"] is not null)
            scalars.Faults.Add(fields.PlaceOf("quarters"), SetFaultCodes.TimelinessQuarters, "timeliness is the mean over the quarters already; leave quarters out");
        foreach (var draft in drafts.Where(draft => rule is not TimelinessRule && TimelinessRule.Quarters.Contains(draft.Id)))
            scalars.Faults.Add(fields.PlaceOf("inputs"), SetFaultCodes.ReservedName, $"beside timeliness the id '{draft.Id}' is the system's; give the input another");
    }

    private void CheckQuarterTypes(Fields fields, IReadOnlyList<InputDraft> drafts, QuarterRule quarters)
    {
        foreach (var draft in drafts)
        {
            bool meaningless = draft.Type is InputType.Choice or InputType.Date && quarters is QuarterRule.Sum or QuarterRule.Mean
                || draft.Type is InputType.YesNo && quarters is QuarterRule.Sum;
            if (meaningless)
                scalars.Add(fields["quarters"]!, SetFaultCodes.QuartersTypeMismatch, $"'{draft.Id}' is not a number, so its quarters cannot be added; use last or max");
        }
    }

    private List<string> ReadGroups(YamlValue? value)
    {
        List<string> read = [];
        foreach (var item in scalars.Items(value, "groups"))
        {
            if (scalars.Code(item, "a group") is not { } code)
                continue;
            if (!groups.Contains(code))
                scalars.Faults.Add(item.Place, SetFaultCodes.UnknownGroup, () => $"the set has no group '{code}'{Suggestion.For(code, groups)}{(groups.Count == 0 ? "; list it under the set's groups" : "")}");
            else if (read.Contains(code))
                scalars.Add(item, SetFaultCodes.DuplicateEntry, $"'{code}' is already in the list; keep one");
            else
                read.Add(code);
        }
        return read;
    }

    private (IReadOnlyList<string>? Only, IReadOnlyList<string>? Except) ReadUnits(Fields leaf)
    {
        if (leaf["units"] is not { } value || Fields.Of(value, scalars.Faults, "units", ["only", "except"]) is not { } fields)
            return (null, null);
        if (fields["only"] is null && fields["except"] is null)
            scalars.Add(value, SetFaultCodes.MissingKey, "units needs 'only' or 'except', each a list of unit codes");
        if (fields["only"] is not null && fields["except"] is not null)
            scalars.Faults.Add(fields.PlaceOf("except"), SetFaultCodes.UnitsBoth, "units has only or except, not both; keep one");
        return (Codes(fields["only"], "only"), Codes(fields["except"], "except"));
    }

    private List<string>? Codes(YamlValue? value, string what)
    {
        if (value is null)
            return null;
        List<string> codes = [];
        foreach (var item in scalars.Items(value, what))
        {
            if (scalars.Code(item, "a unit") is not { } code)
                continue;
            if (codes.Contains(code))
                scalars.Add(item, SetFaultCodes.DuplicateEntry, $"'{code}' is already in the list; keep one");
            codes.Add(code);
        }
        return codes;
    }
}
