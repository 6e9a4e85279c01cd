using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Explanations;
using Dti.Reports.Rankings;
using Dti.Scoring.Sets;

namespace Dti.Web.Pages.Public.Method;

/// <summary>
/// One unit and one indicator of the edition on which the method is shown with real figures. The choice depends on the edition
/// alone: the middle unit of the first ranked group, and of its indicators the one that shows most (several quarters, two figures
/// in the formula, neither nothing nor full points), the first of them in the set's order.
/// </summary>
public sealed record WorkedExample(GroupView Group, RowView Row, Node Node, NodeExplanation Score)
{
    public static WorkedExample? Of(OpenEdition open)
    {
        if (open.View.Groups.FirstOrDefault(group => group.Ranked.Count > 0) is not { } group)
            return null;
        var row = group.Ranked[(group.Ranked.Count - 1) / 2];
        return open.Explain(row.Unit)?.Nodes.Where(score => score.Formula is not null && open.Nodes.GetValueOrDefault(score.Code) is { Children.Count: 0, Indicator: null or { Scored: true } })
            .Select(score => new WorkedExample(group, row, open.Nodes[score.Code], score))
            .MaxBy(example => example.Worth);
    }

    private int Worth => (Score.Operands.Any(operand => operand.Cells.Count > 1) ? 4 : 0)
        + (Score.Share is null or > 0 and < 1 ? 4 : 0)
        + (Score.Operands.Count == 2 ? 2 : 0)
        + (Score.Operands.All(operand => operand.Column == Node.Code || operand.Column.StartsWith(Node.Code + ".", StringComparison.Ordinal)) ? 2 : 0)
        + (Score.Operands.SelectMany(operand => operand.Cells).Any(cell => cell is { Verified: { } verified, Self: { } self } && verified != self) ? 1 : 0);
}
