using Dti.Scoring.Composites;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Explanations;

/// <summary>
/// Normalised sets. A column whose normalisation takes nothing from other rows (none, goalposts; not imputed, not treated) is
/// normalised once a world; every other one is fitted again for each replaced row, and the means are taken again.
/// </summary>
internal sealed class MixedComposite : MixedMethod
{
    private readonly CompositeScorer _scorer;
    private readonly ScoringPlan _plan;
    private readonly bool[] _unmapped;
    private readonly bool[] _rowWise;

    public MixedComposite(MethodInputs inputs)
    {
        _plan = inputs.Plan;
        _scorer = (CompositeScorer)_plan.Scorer;
        _unmapped = [.. _scorer.Leaves.Select(leaf =>
            inputs.WithoutCounterpart.Contains(_plan.Nodes[leaf.Node].Code) || (leaf.Leaf.Denominator is { } by && inputs.WithoutCounterpart.Contains(by)))];
        _rowWise = [.. _scorer.Leaves.Select(leaf => leaf.Leaf is { Impute: Imputation.None, Treat: null, Normalise.Kind: NormaliseKind.None or NormaliseKind.Goalposts })];
    }

    public override MixedScores Score(MixedTable world)
    {
        var values = new double[_plan.Nodes.Count][];
        var run = _scorer.Run(world.Table);
        for (int i = 0; i < _rowWise.Length; i++)
            values[_scorer.Leaves[i].Node] = Normalised(i, run, world, world.Foreign);
        return new Scored(this, world, run, values, Root(values, world));
    }

    /// <summary>A leaf without counterpart leaves; one that looks at other rows leaves for all where the others' inputs are the other year's.</summary>
    private double[] Normalised(int i, CompositeRun run, MixedTable world, bool[] foreign)
    {
        var leaf = _scorer.Leaves[i];
        var values = new double[world.Table.Units.Count];
        if (_unmapped[i] && !_rowWise[i] && world.ForeignOthers)
        {
            Array.Fill(values, double.NaN);
            return values;
        }
        leaf.Normalise(run, leaf.Fit(run), values);
        for (int row = 0; _unmapped[i] && row < values.Length; row++)
            if (foreign[row])
                values[row] = double.NaN;
        return values;
    }

    private double[] Root(double[][] values, MixedTable world)
    {
        _scorer.Aggregate(values, _scorer.Weights, node => node?.Aggregate ?? _plan.Set.Aggregate, world.Table);
        return values[0];
    }

    private sealed class Scored(MixedComposite method, MixedTable world, CompositeRun run, double[][] values, double[] roots) : MixedScores(world, roots)
    {
        private readonly double[][] _values = values;

        public override ReplacedRow Replace(MixedScores other, int row)
        {
            var donor = (Scored)other;
            if (Array.TrueForAll(method._rowWise, rowWise => rowWise))
                return new(other.Roots[row], null);

            bool[] foreign = [.. World.Foreign];
            foreign[row] = donor.World.Foreign[row];
            var mixed = method._scorer.Run(Mixed(donor, row));
            var values = new double[_values.Length][];
            for (int i = 0; i < method._rowWise.Length; i++)
            {
                int node = method._scorer.Leaves[i].Node;
                if (method._rowWise[i])
                {
                    values[node] = [.. _values[node]];
                    values[node][row] = donor._values[node][row];
                }
                else
                    values[node] = method.Normalised(i, mixed, World, foreign);
            }
            double[] roots = method.Root(values, World);
            return new(roots[row], roots);
        }

        private Tables.UnitTable Mixed(Scored donor, int row) => new()
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
