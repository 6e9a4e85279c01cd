using Dti.Assessment.Editions;
using Dti.Reports.Rankings;
using Dti.Scoring.Scores;

namespace Dti.Web.Pages.Public.Method;

/// <summary>
/// One unit and one indicator of the edition on which the method is shown with real figures. The choice depends on the edition
/// alone: the middle unit of the first ranked group, and of its indicators the one that shows most (several quarters, two figures
/// in the formula, neither nothing nor full points), the first of them in the set's order.
/// </summary>
public sealed record WorkedExample(GroupView Group, RowView Row, int Unit, PlanNode Plan, ScoreTrace Trace, IReadOnlyList<EditionInput> Cells)
{
    public static WorkedExample? Of(OpenEdition open)
    {
        if (open.View.Groups.FirstOrDefault(group => group.Ranked.Count > 0) is not { } group)
            return null;
        var row = group.Ranked[(group.Ranked.Count - 1) / 2];
        int unit = open.IndexOf(row.Unit);
        return open.Scores.Plan.Nodes.Where(node => node is { Children.Count: 0, Node.Indicator: null or { Scored: true } })
            .Select(node => Of(open, group, row, unit, node))
            .Where(example => example.Trace.Formula.Length > 0)
            .MaxBy(example => example.Worth);
    }

    /// <summary>Quarters of each figure in the formula.</summary>
    public IEnumerable<IGrouping<string, EditionInput>> Figures => Cells.GroupBy(cell => cell.Key);

    private int Worth => (Figures.Any(cells => cells.Count() > 1) ? 4 : 0)
        + (double.IsNaN(Trace.Share) || Trace.Share is > 0 and < 1 ? 4 : 0)
        + (Trace.Operands.Count == 2 ? 2 : 0)
        + (Trace.Operands.All(operand => operand.Column == Plan.Code || operand.Column.StartsWith(Plan.Code + ".", StringComparison.Ordinal)) ? 2 : 0)
        + (Cells.Any(cell => cell is { Verified: { } verified, Self: { } self } && verified != self) ? 1 : 0);

    private static WorkedExample Of(OpenEdition open, GroupView group, RowView row, int unit, PlanNode node)
    {
        var trace = open.Scores.Explain(unit, node.Index);
        var cells = trace.Operands.SelectMany(operand => open.InputsOf(row.Unit, operand.Column).OrderBy(cell => cell.Quarter, StringComparer.Ordinal));
        return new(group, row, unit, node, trace, [.. cells]);
    }
}
