using Dti.Scoring.Composites;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Explanations;

/// <summary>Normalised sets: the column's cell takes the best value, and what that moves is normalised and averaged again.</summary>
internal sealed class CompositeLifting : Lifting
{
    private readonly SetScores _scores;
    private readonly CompositeScorer _scorer;
    private readonly CompositeRun _run;
    private readonly PeerGroups _peers;
    private readonly int[][] _members;
    private readonly Dictionary<int, int> _leafOf;

    public CompositeLifting(SetScores scores)
    {
        _scores = scores;
        _scorer = (CompositeScorer)scores.Plan.Scorer;
        _run = _scorer.Run(scores.Table);
        _peers = PeerGroups.Of(scores.Plan.Set, scores.Table);
        _members = _peers.Members();
        _leafOf = _scorer.Leaves.Select((leaf, i) => (leaf.Node, i)).ToDictionary(leaf => leaf.Node, leaf => leaf.i);
    }

    public override IEnumerable<int> Leaves(int unit) => _scorer.Leaves.Where(leaf => Best(leaf, unit) is not null).Select(leaf => leaf.Node);

    public override ReplacedRow Lift(int unit, int node)
    {
        var leaf = _scorer.Leaves[_leafOf[node]];
        double[] column = [.. _scores.Table.Columns[_scores.Plan.Nodes[node].Code]];
        column[unit] = Best(leaf, unit)!.Value;
        var table = new UnitTable
        {
            Units = _scores.Table.Units,
            Columns = new Dictionary<string, double[]>(_scores.Table.Columns, StringComparer.Ordinal) { [_scores.Plan.Nodes[node].Code] = column },
            Labels = _scores.Table.Labels,
        };
        var values = new double[_scores.Values.Length][];
        foreach (var other in _scorer.Leaves)
            values[other.Node] = _scores.Values[other.Node];
        var run = _scorer.Run(table);
        leaf.Normalise(run, leaf.Fit(run), values[node] = new double[column.Length]);

        bool alone = OnlyRowDiffers(values[node], _scores.Values[node], unit);
        double[]?[] rows = [.. values.Select(of => of is null ? null : alone ? [of[unit]] : of)];
        _scorer.Aggregate(rows!, _scorer.Weights, inner => inner?.Aggregate ?? _scores.Plan.Set.Aggregate,
            alone ? new() { Units = [table.Units[unit]], Columns = table.Columns } : table);
        return alone ? new(rows[0]![0], null) : new(rows[0]![unit], rows[0]);
    }

    /// <summary>The value that is best for the unit, in the input's own units; null when it has it already, or nobody has one.</summary>
    private double? Best(CompositeColumn leaf, int unit)
    {
        var (code, normalise) = (_scores.Plan.Nodes[leaf.Node].Code, leaf.Leaf.Normalise);
        if (!_scores.Table.Columns.ContainsKey(code))
            return null;
        double[] values = _scores.Values[leaf.Node];
        double per = leaf.Denominator(_run, unit) ?? 1;
        // Without its denominator a unit has no value here, whatever it reports.
        if (double.IsNaN(per))
            return null;
        if (normalise.Kind is NormaliseKind.DistanceToTarget or NormaliseKind.Goalposts)
        {
            bool upwards = leaf.Leaf.Direction > 0 == normalise.Upper >= normalise.Lower;
            double aim = normalise.Kind == NormaliseKind.DistanceToTarget ? normalise.Target : upwards ? normalise.High : normalise.Low;
            double full = normalise.Kind == NormaliseKind.DistanceToTarget ? 1 : Math.Max(normalise.Lower, normalise.Upper);
            return values[unit] >= full ? null : aim * per;
        }
        int best = -1;
        foreach (int peer in _members[_peers.OfUnit[unit]])
            if (!double.IsNaN(leaf.Raw(_run, peer)) && !double.IsNaN(values[peer]) && (best < 0 || values[peer] > values[best]))
                best = peer;
        if (best < 0 || values[best] <= values[unit])
            return null;
        return leaf.Raw(_run, best) / (leaf.Denominator(_run, best) ?? 1) * per;
    }

    private static bool OnlyRowDiffers(double[] one, double[] other, int row)
    {
        for (int i = 0; i < one.Length; i++)
            if (i != row && !one[i].Equals(other[i]))
                return false;
        return true;
    }
}
