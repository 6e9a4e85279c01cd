using System.Numerics;
using Dti.Scoring.Composites;
using Dti.Scoring.Points;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Uncertainty;

/// <summary>
/// A table made ready for draws: the leaves' columns under each alternative, with the units that are ranked in slots, pool after
/// pool. Shared by all threads and never changed.
/// </summary>
internal sealed class DrawnModel
{
    private readonly UnitTable _table;
    private readonly int[] _slots;
    private readonly LeafColumns[] _alternatives;
    private readonly IScorer[] _scorers;
    private readonly bool _logs;

    /// <param name="plan">The set's plan.</param>
    /// <param name="table">All units: statistics run over those that are not ranked, too.</param>
    /// <param name="slots">Table rows of the ranked units.</param>
    /// <param name="errors">Errors of the inputs.</param>
    public DrawnModel(ScoringPlan plan, UnitTable table, int[] slots, InputErrors errors)
    {
        Plan = plan;
        Errors = errors;
        _table = table;
        _slots = slots;
        int lanes = Vector<double>.Count;
        Padded = (slots.Length + lanes - 1) / lanes * lanes;
        _scorers = [.. Alternatives.Of(plan.Set).Select(set => ReferenceEquals(set, plan.Set) ? plan.Scorer : ScoringPlan.Compile(set).Scorer)];
        var kinds = plan.Set.Uncertainty?.Aggregate ?? [];
        _logs = !Points && (kinds.Contains(Aggregation.Geometric) || (kinds.Count == 0 && plan.Nodes.Any(node => (node.Node?.Aggregate ?? plan.Set.Aggregate) == Aggregation.Geometric)));
        Leaves = plan.Scorer is PointScorer points
            ? [.. points.Indicators.Where(leaf => leaf.Indicator.Scored).Select(leaf => leaf.Node)]
            : [.. ((CompositeScorer)plan.Scorer).Leaves.Select(leaf => leaf.Node)];
        _alternatives = [.. _scorers.Select(scorer => Columns(scorer, table, null))];
        if (plan.Scorer is PointScorer scored)
            Kept = new(scored, scored.Shares(scored.Run(table)), slots);
    }

    public ScoringPlan Plan { get; }
    public InputErrors Errors { get; }
    public bool Points => Plan.Set.Kind == SetKind.Points;

    /// <summary>Node indices of the leaves that score.</summary>
    public int[] Leaves { get; }

    /// <summary>How many slots there are with those that only fill up the last vector.</summary>
    public int Padded { get; }

    /// <summary>Point sets: which of their points count for whom.</summary>
    public KeptPoints? Kept { get; }

    public double[] NominalWeights() => Plan.Scorer is CompositeScorer composite
        ? composite.Weights
        : [.. Plan.Nodes.Select(node => node.Node?.Indicator is { Scored: true } indicator ? indicator.Points : 0)];

    public string CodeOf(int slot) => _table.Units[_slots[slot]].Code;

    /// <summary>The leaves as the draw has them.</summary>
    public LeafColumns Columns(Draw draw)
    {
        var fixedColumns = _alternatives[draw.Normalise];
        return Errors.Any ? Columns(_scorers[draw.Normalise], Errors.Drawn(draw.Inputs), fixedColumns) : fixedColumns;
    }

    /// <param name="scorer">Of the alternative.</param>
    /// <param name="table">As it is, or as a draw has it.</param>
    /// <param name="known">Columns of leaves that no error touches; null = make them all.</param>
    private LeafColumns Columns(IScorer scorer, UnitTable table, LeafColumns? known)
    {
        int nodes = Plan.Nodes.Count;
        double[]?[] values = known is null ? new double[]?[nodes] : [.. known.Values];
        double[]?[] logs = known is null ? new double[]?[nodes] : [.. known.Logs];
        bool[] full = known is null ? new bool[nodes] : [.. known.Full];
        double[] whole = new double[table.Units.Count];
        if (scorer is PointScorer points)
        {
            var run = points.Run(table);
            foreach (var leaf in points.Indicators.Where(leaf => leaf.Indicator.Scored && (known is null || leaf.Operands.Any(operand => Errors.Varies(operand.Key)))))
            {
                leaf.Shares(run, whole);
                if (leaf.Applicability.Mask(table, run.Groups) is { } applies)
                    for (int unit = 0; unit < whole.Length; unit++)
                        whole[unit] = applies[unit] ? whole[unit] : double.NaN;
                values[leaf.Node] = Gather(whole, missing: 0, pad: 0, out full[leaf.Node]);
            }
            foreach (var leaf in points.Indicators.Where(leaf => !leaf.Indicator.Scored))
                values[leaf.Node] ??= new double[Padded];
        }
        else
        {
            var composite = (CompositeScorer)scorer;
            var run = composite.Run(table);
            foreach (var leaf in composite.Leaves.Where(leaf => known is null || Errors.Varies(Plan.Nodes[leaf.Node].Code) || Errors.Varies(leaf.Leaf.Denominator)))
            {
                leaf.Normalise(run, leaf.Fit(run), whole);
                double[] column = values[leaf.Node] = Gather(whole, missing: double.NaN, pad: 1, out full[leaf.Node]);
                if (_logs)
                    logs[leaf.Node] = [.. column.Select(x => x > 0 ? Elementary.Ln(x) : double.NaN)];
            }
        }
        return new(values, logs, full);
    }

    private double[] Gather(double[] whole, double missing, double pad, out bool full)
    {
        var column = new double[Padded];
        Array.Fill(column, pad, _slots.Length, Padded - _slots.Length);
        full = true;
        for (int slot = 0; slot < _slots.Length; slot++)
        {
            double x = whole[_slots[slot]];
            full &= !double.IsNaN(x);
            column[slot] = double.IsNaN(x) ? missing : x;
        }
        return column;
    }
}
