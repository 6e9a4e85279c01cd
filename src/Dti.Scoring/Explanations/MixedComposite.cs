using Dti.Scoring.Rankings;
using Dti.Scoring.Composites;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Explanations;

/// <summary>
/// Normalised sets. A column is fitted again for a replaced row only where that can move other rows: never with none and
/// goalposts, with min_max and distances to the largest or a target only when the row leaves or becomes an end of the column.
/// Where no column moves, the row's own means are all that is taken again. Where columns of zscores, min_max or places move, arithmetic means
/// tell how far another unit's score can move at most, and only those of units so near are taken again (<see cref="ShiftedScores"/>).
/// </summary>
internal sealed class MixedComposite : MixedMethod
{
    private readonly CompositeScorer _scorer;
    private readonly ScoringPlan _plan;
    private readonly bool[] _unmapped;
    private readonly bool _isAdditive;

    public MixedComposite(MethodInputs inputs)
    {
        _plan = inputs.Plan;
        _scorer = (CompositeScorer)_plan.Scorer;
        _isAdditive = _plan.Nodes.All(node => node.Children.Count == 0 || (node.Node?.Aggregate ?? _plan.Set.Aggregate) == Aggregation.Arithmetic);
        _unmapped = [.. _scorer.Leaves.Select(leaf =>
            inputs.WithoutCounterpart.Contains(_plan.Nodes[leaf.Node].Code) || (leaf.Leaf.Denominator is { } by && inputs.WithoutCounterpart.Contains(by)))];
    }

    public override int FittedAgain
    {
        get
        {
            // One column that is fitted again for every unit brings all means with it.
            bool isShifted = _isAdditive && _plan.Set.Ranking.Ties != Ties.Dense;
            return _scorer.Leaves.All(leaf => MixedColumn.IsRowWise(leaf.Leaf) || MixedColumn.TakesEnds(leaf.Leaf) || isShifted && MovingScale.Knows(leaf.Leaf)) ? 0 : _scorer.Leaves.Length;
        }
    }

    public override MixedScores Score(MixedTable world)
    {
        var run = _scorer.Run(world.Table);
        var columns = new MixedColumn[_scorer.Leaves.Length];
        var values = new double[_plan.Nodes.Count][];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = Column(i, run, world, world.Foreign);
            values[_scorer.Leaves[i].Node] = columns[i].Values;
        }
        return new Scored(this, world, run, columns, Roots(values, world.Table));
    }

    /// <summary>A leaf without counterpart leaves; one that looks at other rows leaves for all where the others' inputs are the other year's.</summary>
    private MixedColumn Column(int i, CompositeRun run, MixedTable world, bool[] foreign)
    {
        var leaf = _scorer.Leaves[i];
        var values = new double[world.Table.Units.Count];
        if (_unmapped[i] && world.ForeignOthers && !MixedColumn.IsRowWise(leaf.Leaf))
        {
            Array.Fill(values, double.NaN);
            return new(leaf.Leaf, run, null, values);
        }
        var fitted = leaf.Fit(run);
        leaf.Normalise(run, fitted, values);
        for (int row = 0; _unmapped[i] && row < values.Length; row++)
            if (foreign[row])
                values[row] = double.NaN;
        return new(leaf.Leaf, run, fitted, values);
    }

    /// <summary>The most a root score can move when each leaf's values move by no more than given: means of moves, or the largest where values are missing.</summary>
    private double Most(double[] moves, MixedColumn[] columns)
    {
        var (most, complete) = (new double[_plan.Nodes.Count], new bool[_plan.Nodes.Count]);
        for (int i = 0; i < columns.Length; i++)
            (most[_scorer.Leaves[i].Node], complete[_scorer.Leaves[i].Node]) = (moves[i], columns[i].IsComplete);
        foreach (var node in _plan.Nodes.Reverse().Where(node => node.Children.Count > 0))
        {
            complete[node.Index] = node.Children.All(child => complete[child]);
            most[node.Index] = complete[node.Index]
                ? node.Children.Sum(child => _scorer.Weights[child] * most[child]) / node.Children.Sum(child => _scorer.Weights[child])
                : node.Children.Max(child => most[child]);
        }
        return most[0];
    }

    private double[] Roots(double[][] values, UnitTable table)
    {
        _scorer.Aggregate(values, _scorer.Weights, node => node?.Aggregate ?? _plan.Set.Aggregate, table);
        return values[0];
    }

    private sealed class Scored(MixedComposite method, MixedTable world, CompositeRun run, MixedColumn[] columns, double[] roots) : MixedScores(world, roots)
    {
        private readonly MixedColumn[] _columns = columns;

        public override ReplacedRow Replace(MixedScores other, int row)
        {
            var donor = (Scored)other;
            int[] moved = [.. Enumerable.Range(0, _columns.Length).Where(i => _columns[i].Moves(donor._columns[i], row))];
            var values = new double[method._plan.Nodes.Count][];
            for (int i = 0; i < _columns.Length; i++)
                values[method._scorer.Leaves[i].Node] = [Own(i, donor, row)];
            if (moved.Length == 0)
                return new(method.Roots(values, new() { Units = [World.Table.Units[row]], Columns = World.Table.Columns })[0], null);

            bool[] foreign = [.. World.Foreign];
            foreign[row] = donor.World.Foreign[row];
            for (int i = 0; i < _columns.Length; i++)
            {
                int node = method._scorer.Leaves[i].Node;
                values[node] = With(_columns[i].Values, row, values[node][0]);
            }
            var mixed = method._scorer.Run(Mixed(donor, row));
            foreach (int i in moved)
                values[method._scorer.Leaves[i].Node] = method.Column(i, mixed, World, foreign).Values;
            double[] roots = method.Roots(values, World.Table);
            return new(roots[row], roots);
        }

        public override ShiftedScores? Shift(MixedScores other, int row)
        {
            var donor = (Scored)other;
            int scope = run.ScopeOf(row);
            if (!method._isAdditive)
                return null;
            var moved = new MovedScale?[_columns.Length];
            for (int i = 0; i < moved.Length; i++)
                if (_columns[i].Moves(donor._columns[i], row) && (moved[i] = _columns[i].Move(donor._columns[i], row)) is null)
                    return null;
            double[] own = Means([row], (i, _) => moved[i] is not { } scale ? Own(i, donor, row)
                : method._unmapped[i] && donor.World.Foreign[row] ? double.NaN : donor._columns[i].Under(scale, row));
            return new(own[0], method.Most([.. moved.Select(scale => scale?.Most ?? 0)], _columns), moved.Max(scale => scale?.Error ?? 0),
                rows => Means(rows, (i, at) => moved[i] is { } scale && run.ScopeOf(at) == scope && !double.IsNaN(_columns[i].Values[at])
                    ? _columns[i].Under(scale, at) : _columns[i].Values[at]));
        }

        private double[] Means(int[] rows, Func<int, int, double> value)
        {
            var values = new double[method._plan.Nodes.Count][];
            for (int i = 0; i < _columns.Length; i++)
                values[method._scorer.Leaves[i].Node] = [.. rows.Select(row => value(i, row))];
            return method.Roots(values, new() { Units = [.. rows.Select(row => World.Table.Units[row])], Columns = World.Table.Columns });
        }

        private double Own(int i, Scored donor, int row) =>
            method._unmapped[i] && donor.World.Foreign[row] ? double.NaN : _columns[i].Apply(donor._columns[i], row);

        private UnitTable Mixed(Scored donor, int row) => new()
        {
            Units = run.Table.Units,
            Columns = run.Table.Columns.ToDictionary(column => column.Key, column => With(column.Value, row, donor.World.Table.Columns[column.Key][row]), StringComparer.Ordinal),
            Labels = run.Table.Labels.ToDictionary(label => label.Key, label => With(label.Value, row, donor.World.Table.Labels[label.Key][row]), StringComparer.Ordinal),
        };

        private static T[] With<T>(T[] column, int row, T value)
        {
            T[] copy = [.. column];
            copy[row] = value;
            return copy;
        }
    }
}
