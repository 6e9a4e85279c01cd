using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Points;

/// <summary>A leaf of a point set, compiled.</summary>
internal sealed class PointIndicator
{
    private readonly int[] _required;
    private readonly double _whenMissing;

    private PointIndicator(PlanNode leaf, Indicator indicator, Applicability applicability, ShareRule rule, IReadOnlyList<PointOperand> operands)
    {
        Node = leaf.Index;
        Indicator = indicator;
        Applicability = applicability;
        Rule = rule;
        Operands = operands;
        _required = [.. operands.Where(operand => operand.Required).Select(operand => operand.Column)];
        _whenMissing = indicator.WhenMissing == WhenMissing.Exclude ? double.NaN : 0;
    }

    public int Node { get; }
    public Indicator Indicator { get; }
    public Applicability Applicability { get; }
    public ShareRule Rule { get; }
    public IReadOnlyList<PointOperand> Operands { get; }

    public static PointIndicator Compile(PlanNode leaf, Indicator indicator, Dictionary<string, Node> nodes, ColumnIndex columns)
    {
        var applicability = new Applicability(indicator);
        var compiler = new RuleCompiler(leaf.Node!, nodes, columns, applicability);
        return new(leaf, indicator, applicability, compiler.Compile(indicator.Rule), compiler.Operands);
    }

    /// <summary>
    /// Each unit's share of the points; NaN = excluded. An input the rule reads and that has no value makes the whole
    /// indicator missing, whatever the other parts of its rule would earn (only a quarter without a report is not missing).
    /// </summary>
    public void Shares(PointRun run, Span<double> shares)
    {
        Rule.Fill(run, shares);
        foreach (int column in _required)
        {
            double[] values = run.Columns[column];
            for (int unit = 0; unit < shares.Length; unit++)
                if (double.IsNaN(values[unit]))
                    shares[unit] = _whenMissing;
        }
    }

    public IEnumerable<PointOperand> Missing(PointRun run, int unit) =>
        Operands.Where(operand => operand.Required && double.IsNaN(run.Columns[operand.Column][unit]));
}
