using System.Globalization;
using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;

namespace Dti.Web.Demo;

/// <summary>
/// Invented answers of one unit in one quarter that fit the set's own rules: better units answer better, parts do not exceed wholes,
/// and what the portal measured is taken as given.
/// </summary>
internal sealed class DemoFigures
{
    private readonly Dictionary<Operand, InputValue> _values = [];
    private readonly Dictionary<Operand, (Node Node, Input Input)> _inputs;
    private readonly string _unit;
    private readonly double _quality;
    private readonly double _reached;
    private readonly double _early;
    private readonly DateOnly _today;

    private DemoFigures(IndicatorSet set, string unit, int year, int quarter)
    {
        _unit = unit;
        _quality = DemoStory.Quality(unit, year + (quarter - 1) / 4.0);
        _reached = DemoStory.Reached(unit, year + (quarter - 1) / 4.0);
        _early = DemoStory.Quality(unit, year);
        _today = new DateOnly(year, 3 * quarter, 1).AddMonths(1).AddDays(-1);
        _inputs = set.Indicators()
            .SelectMany(node => node.Indicator!.Inputs, (node, input) => (node, input))
            .ToDictionary(pair => new Operand(pair.node.Code, pair.input.Id));
    }

    /// <summary>Every input the unit is asked for, by column key; measured ones included.</summary>
    public static Dictionary<string, InputValue> Of(IndicatorSet set, string unit, string group, int year, int quarter, IReadOnlyDictionary<string, InputValue> measured)
    {
        var figures = new DemoFigures(set, unit, year, quarter);
        foreach (var column in Columns.Of(set))
        {
            if (measured.TryGetValue(column.Key, out var known))
                figures._values[new(column.Node.Code, column.Input!.Id)] = known;
        }
        foreach (var node in set.Indicators().Where(node => node.Indicator!.AppliesTo(unit, group)))
            figures.Fill(node.Indicator!.Rule, node.Indicator.Quarters == QuarterRule.Sum ? 4 : 1);
        var asked = new SubmissionForm(set, unit, group);
        return asked.Cells
            .Where(cell => figures._values.ContainsKey(new(cell.Node.Code, cell.Input.Id)))
            .ToDictionary(cell => cell.Key, cell => figures._values[new(cell.Node.Code, cell.Input.Id)]);
    }

    /// <param name="rule">The rule whose operands get answers.</param>
    /// <param name="parts">4 where the year is the sum of its quarters.</param>
    private void Fill(Rule rule, int parts)
    {
        switch (rule)
        {
            case YesNoRule yes: Put(yes.Of, () => InputValue.Of(Luck(yes.Of) < _quality + 0.12)); break;
            case ChecklistRule list:
                foreach (var item in list.Of)
                    Put(item, () => InputValue.Of(Luck(item) < _quality + 0.1));
                break;
            case ChoiceRule choice: Put(choice.Of, () => InputValue.Of(choice.Shares.OrderBy(s => s.Value).ElementAt(Index(choice.Of, choice.Shares.Count)).Key)); break;
            case RatioRule ratio:
                Put(ratio.To, () => Measured(ratio.Of) is { } part ? Fit(ratio.To, Math.Ceiling(part / Level(ratio.To, DemoStory.Reached(_unit, DemoStory.First)))) : Fit(ratio.To, 6 + 34 * Chance.Of(_unit, Question(ratio.To), "size")));
                Put(ratio.Of, () => Fit(ratio.Of, Math.Floor((_values[ratio.To].Number ?? 0) * Level(ratio.Of) + 0.35)));
                break;
            case StepsRule steps: Put(steps.Of, () => Fit(steps.Of, steps.At[Index(steps.Of, steps.At.Count)].Threshold / parts + 0.5)); break;
            case LinearRule line: Put(line.Of, () => Fit(line.Of, line.From + (line.To - line.From) * Level(line.Of))); break;
            case RelativeRule relative: Put(relative.Of, () => Fit(relative.Of, 1 + 24 * Level(relative.Of) * Level(relative.Of))); break;
            case ByDateRule date:
                int days = (int)((date.ZeroAfter.DayNumber - date.FullUntil.DayNumber) * 1.2 * (1 - Level(date.Of, _early)));
                var issued = date.FullUntil.AddDays(days - 20);
                // Nobody reports a document before its day.
                if (issued <= _today)
                    Put(date.Of, () => InputValue.Of(issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
                break;
            case SumRule sum: Each(sum.Parts.Select(part => part.Rule), parts); break;
            case AllRule all: Each(all.Rules, parts); break;
            case AnyRule any: Each(any.Rules, parts); break;
            case TimesRule times: Each(times.Rules, parts); break;
        }
    }

    private void Each(IEnumerable<Rule> rules, int parts)
    {
        foreach (var rule in rules)
            Fill(rule, parts);
    }

    private void Put(Operand operand, Func<InputValue> value)
    {
        if (!_values.ContainsKey(operand))
            _values[operand] = value();
    }

    private double? Measured(Operand operand) => _values.TryGetValue(operand, out var known) ? known.Number : null;

    private bool IsTotal(Operand operand) => RunningTotal.Is(_inputs[operand].Node, _inputs[operand].Input);

    private string Question(Operand operand) => RunningTotal.Question(_inputs[operand].Node, _inputs[operand].Input);

    private double Luck(Operand operand) => IsTotal(operand) ? Chance.Of(_unit, Question(operand)) : Chance.Of(_unit, operand.Indicator, operand.Input);

    private double Level(Operand operand) => Level(operand, IsTotal(operand) ? _reached : _quality);

    private double Level(Operand operand, double quality) => Math.Clamp(quality + 0.3 * (Luck(operand) - 0.5), 0.05, 1);

    private int Index(Operand operand, int count) => Math.Clamp((int)(Level(operand) * count), 0, count - 1);

    private InputValue Fit(Operand operand, double number)
    {
        var input = _inputs[operand].Input;
        return InputValue.Of(input.Type switch
        {
            InputType.Count => Math.Max(0, Math.Floor(number)),
            InputType.Percent => Math.Clamp(Math.Round(number, 1), 0, 100),
            _ => Math.Round(Math.Max(0, number), 1),
        });
    }
}
