using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Points;

/// <summary>Compiles one indicator's rule: operands become column numbers, and those it reads are noted.</summary>
internal sealed class RuleCompiler(Node node, Dictionary<string, Node> nodes, ColumnIndex columns, Applicability applicability)
{
    private readonly List<PointOperand> _operands = [];

    /// <summary>Each column the rule reads, once, in the order it reads them.</summary>
    public IReadOnlyList<PointOperand> Operands => _operands;

    public ShareRule Compile(Rule rule) => rule switch
    {
        YesNoRule r => new YesNoShare(Read(r.Of)),
        ChoiceRule r => Choice(r),
        RatioRule r => new RatioShare(Read(r.Of), Read(r.To), r.FullAt, r.Floor, r.WhenEmpty),
        StepsRule r => new StepShare(Read(r.Of), [.. r.At.OrderBy(step => step.Threshold)]),
        LinearRule r => new LinearShare(Read(r.Of), r.From, r.To),
        ChecklistRule r => Checklist(r),
        TimelinessRule r => Quarters(r),
        ByDateRule r => new ByDateShare(Read(r.Of), r.FullUntil.DayNumber, r.ZeroAfter.DayNumber),
        RelativeRule r => new RelativeShare(Read(r.Of), r.WhenEmpty, applicability),
        SumRule r => new SumShare([.. Some(r.Parts).Select(part => (part.Share, Compile(part.Rule)))]),
        AllRule r => FoldShare.All([.. Some(r.Rules).Select(Compile)]),
        AnyRule r => FoldShare.Any([.. Some(r.Rules).Select(Compile)]),
        TimesRule r => FoldShare.Times([.. Some(r.Rules).Select(Compile)]),
        _ => throw new ScoringException("method-not-supported", $"Indicator {node.Code}: the rule {rule.GetType().Name} is not known here."),
    };

    private ChoiceShare Choice(ChoiceRule rule)
    {
        int column = Read(rule.Of);
        var options = _operands.Find(operand => operand.Column == column)!.Input.Options;
        return new(column, [.. options.Select(option => rule.Shares.GetValueOrDefault(option.Code))], [.. options.Select(option => option.Code)]);
    }

    private ChecklistShare Checklist(ChecklistRule rule) => rule.Need > 0
        ? new([.. Some(rule.Of).Select(operand => Read(operand))], rule.Need)
        : throw new ScoringException("need-not-positive", $"Indicator {node.Code}: a checklist's need is {rule.Need}; it is above 0.");

    private TimelinessShare Quarters(TimelinessRule rule) =>
        new([.. TimelinessRule.Quarters.Select(quarter => Read(new(node.Code, quarter), required: false))], rule.OnTime, rule.Late, rule.None);

    private int Read(Operand operand, bool required = true)
    {
        var owner = nodes.GetValueOrDefault(operand.Indicator);
        var input = owner?.Indicator?.Inputs.FirstOrDefault(input => input.Id == operand.Input);
        if (owner is null || input is null)
            throw new ScoringException("unknown-operand", $"Indicator {node.Code}: its rule reads {operand.Indicator}.{operand.Input}, which does not exist.");

        string key = Columns.Key(owner, input);
        int column = columns.Of(key);
        if (!_operands.Exists(known => known.Column == column))
            _operands.Add(new(column, key, input, required));
        return column;
    }

    private IReadOnlyList<T> Some<T>(IReadOnlyList<T> rules) => rules.Count > 0
        ? rules
        : throw new ScoringException("empty-rule", $"Indicator {node.Code}: a rule made of others has none; give it at least one.");
}

/// <summary>A column a rule reads. Required: without a value the indicator has a missing input.</summary>
internal sealed record PointOperand(int Column, string Key, Input Input, bool Required);
