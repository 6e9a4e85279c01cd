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
public sealed record WorkedExample(GroupView Group, RowView Row, Node Node, NodeExplanation Trace, IReadOnlyList<EditionInput> Cells)
{
    public static WorkedExample? Of(OpenEdition open)
    {
        if (open.View.Groups.FirstOrDefault(group => group.Ranked.Count > 0) is not { } group)
            return null;
        var row = group.Ranked[(group.Ranked.Count - 1) / 2];
        return open.Explain(row.Unit)!.Nodes
            .Where(trace => trace is { Children.Count: 0, Formula: not null } && open.Nodes.GetValueOrDefault(trace.Code) is { Indicator: null or { Scored: true } })
            .Select(trace => new WorkedExample(group, row, open.Nodes[trace.Code], trace, [.. trace.Operands.SelectMany(operand => operand.Cells.OrderBy(cell => cell.Quarter, StringComparer.Ordinal))]))
            .MaxBy(example => example.Worth);
    }

    /// <summary>Quarters of each figure in the formula.</summary>
    public IEnumerable<IGrouping<string, EditionInput>> Figures => Cells.GroupBy(cell => cell.Key);

    private int Worth => (Figures.Any(cells => cells.Count() > 1) ? 4 : 0)
        + (Trace.Share is null or (> 0 and < 1) ? 4 : 0)
        + (Trace.Operands.Count == 2 ? 2 : 0)
        + (Trace.Operands.All(operand => operand.Column == Node.Code || operand.Column.StartsWith(Node.Code + ".", StringComparison.Ordinal)) ? 2 : 0)
        + (Cells.Any(cell => cell is { Verified: { } verified, Self: { } self } && verified != self) ? 1 : 0);
}
