using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Composites;

/// <summary>A leaf of a normalised set, compiled. Order: denominate, impute, treat, transform, direction, normalise.</summary>
internal sealed class CompositeColumn(int node, string code, NormalisedLeaf leaf, ColumnIndex columns)
{
    private readonly int _column = columns.Of(code);
    private readonly int _denominator = leaf.Denominator is null ? -1 : columns.Of(leaf.Denominator);

    public int Node => node;
    public NormalisedLeaf Leaf => leaf;

    public double Raw(CompositeRun run, int unit) => run.Columns[_column][unit];

    public double? Denominator(CompositeRun run, int unit) => _denominator < 0 ? null : run.Columns[_denominator][unit];

    public FittedColumn Fit(CompositeRun run)
    {
        double[] x = Denominated(run);
        var imputed = new bool[x.Length];
        var scales = new Scale?[run.Scopes.Length];
        var treatments = new string?[run.Scopes.Length];
        for (int scope = 0; scope < scales.Length; scope++)
        {
            int[] units = run.Scopes[scope];
            foreach (int unit in units)
                imputed[unit] = double.IsNaN(x[unit]);
            Imputing.Fill(leaf, code, run, x, units);
            foreach (int unit in units)
                imputed[unit] &= !double.IsNaN(x[unit]);
            if (leaf.Treat is { } rule)
                treatments[scope] = Outliers.Treat(rule, x, units);
            // + 0.0: a zero that is turned around must not come out as -0.
            foreach (int unit in units)
                x[unit] = 0.0 + leaf.Direction * (leaf.Transform == Transform.None ? x[unit] : Transformed(run, x, unit));

            var statistics = new ColumnStatistics(x, units);
            if (statistics.Count > 0)
                scales[scope] = Scale.Fit(leaf.Normalise, statistics, Post, double.NaN, Place(run, scope, scales.Length));
        }
        if (leaf.Normalise.Kind == NormaliseKind.DistanceToReference)
            FitReference(run, x, scales);
        return new(x, imputed, scales, treatments);
    }

    public void Normalise(CompositeRun run, FittedColumn fitted, double[] values)
    {
        for (int scope = 0; scope < run.Scopes.Length; scope++)
        {
            var scale = fitted.Scales[scope];
            foreach (int unit in run.Scopes[scope])
            {
                double x = fitted.Prepared[unit];
                values[unit] = scale is null || double.IsNaN(x) ? double.NaN : scale.Apply(x);
                if (scale is not null && !double.IsNaN(x) && !double.IsFinite(values[unit]))
                    throw new ScoringException("overflow", $"{Place(run, unit)} cannot be normalised: the result is larger than a number can be, for the column's numbers are too large or too close to zero. Give the column in another unit.");
            }
        }
    }

    private double[] Denominated(CompositeRun run)
    {
        double[] x = [.. run.Columns[_column]];
        if (_denominator < 0)
            return x;
        double[] by = run.Columns[_denominator];
        for (int unit = 0; unit < x.Length; unit++)
        {
            if (by[unit] == 0 && !double.IsNaN(x[unit]))
                throw new ScoringException("zero-denominator", $"{Place(run, unit)}: its denominator {leaf.Denominator} is 0; correct it or leave the cell empty.");
            x[unit] /= by[unit];
            if (double.IsInfinity(x[unit]))
                throw new ScoringException("overflow", $"{Place(run, unit)}: divided by {leaf.Denominator} it is larger than a number can be.");
        }
        return x;
    }

    /// <summary>The reference unit may stand in another scope, so its value is known only once every scope is prepared.</summary>
    private void FitReference(CompositeRun run, double[] x, Scale?[] scales)
    {
        int reference = -1;
        for (int unit = 0; unit < x.Length && reference < 0; unit++)
            if (run.Table.Units[unit].Code == leaf.Normalise.Unit)
                reference = unit;
        if (reference < 0)
            throw new ScoringException("unknown-unit", $"Column {code}: distance_to_reference names unit {leaf.Normalise.Unit}, which the table lacks.");
        if (double.IsNaN(x[reference]))
            throw new ScoringException("reference-missing", $"Column {code}: the reference unit {leaf.Normalise.Unit} has no value; take another unit.");
        for (int scope = 0; scope < scales.Length; scope++)
            if (scales[scope] is not null)
                scales[scope] = Scale.Fit(leaf.Normalise, new(x, run.Scopes[scope]), Post, x[reference], Place(run, scope, scales.Length));
    }

    private double Transformed(CompositeRun run, double[] x, int unit) => Transforming.Apply(leaf.Transform, x[unit], () => Place(run, unit));

    private double Post(double constant) => leaf.Direction * Transforming.Apply(leaf.Transform, constant, () => $"Column {code}: the constant of its normalisation");

    private string Place(CompositeRun run, int unit) => $"Column {code}, unit {run.Table.Units[unit].Code}: the value {Text(Raw(run, unit))}";

    private string Place(CompositeRun run, int scope, int scopes) => scopes > 1 ? $"Column {code}, group {run.Groups.Codes[scope]}" : $"Column {code}";
}
