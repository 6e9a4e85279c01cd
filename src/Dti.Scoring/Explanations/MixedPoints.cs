using Dti.Scoring.Points;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Explanations;

/// <summary>
/// Point sets. A rule that reads its own row only is scored once a world; the <c>relative</c> ones are filled again for each
/// replaced row, and the tree is summed again for all units only where that changed another unit's share.
/// </summary>
internal sealed class MixedPoints : MixedMethod
{
    private readonly PointScorer _scorer;
    private readonly double[] _points;
    private readonly bool[] _unmapped;

    public MixedPoints(MethodInputs inputs)
    {
        _scorer = (PointScorer)inputs.Plan.Scorer;
        _points = [.. _scorer.Indicators.Select(indicator => indicator.Indicator.Points)];
        _unmapped = [.. _scorer.Indicators.Select(indicator => indicator.Operands.Any(operand => inputs.WithoutCounterpart.Contains(operand.Key)))];
        Relative = [.. Enumerable.Range(0, _points.Length).Where(i => _scorer.Indicators[i].Indicator is { Scored: true } indicator && IsRelative(indicator.Rule))];
    }

    /// <summary>Indicators whose share depends on other units.</summary>
    public int[] Relative { get; }

    public override MixedScores Score(MixedTable world)
    {
        var run = _scorer.Run(world.Table);
        var shares = _scorer.Shares(run);
        for (int i = 0; i < shares.Share.Length; i++)
            Leave(i, shares.Share[i], world, -1, false);
        return new Scored(this, world, run, shares, Roots(shares, world));
    }

    public override int FittedAgain => Relative.Length;

    private double[] Roots(PointShares shares, MixedTable world) => _scorer.Sum(shares, _points, world.Table).Values[0];

    /// <summary>An indicator without counterpart leaves; one that is relative leaves for all where the others' inputs are the other year's.</summary>
    private void Leave(int indicator, double[]? shares, MixedTable world, int replaced, bool replacedIsForeign)
    {
        if (!_unmapped[indicator] || shares is null)
            return;
        bool forAll = world.ForeignOthers && Array.IndexOf(Relative, indicator) >= 0;
        for (int row = 0; row < shares.Length; row++)
            if (forAll || (row == replaced ? replacedIsForeign : world.Foreign[row]))
                shares[row] = double.NaN;
    }

    private static bool IsRelative(Rule rule) => rule switch
    {
        RelativeRule => true,
        SumRule sum => sum.Parts.Any(part => IsRelative(part.Rule)),
        AllRule all => all.Rules.Any(IsRelative),
        AnyRule any => any.Rules.Any(IsRelative),
        TimesRule times => times.Rules.Any(IsRelative),
        _ => false,
    };

    private sealed class Scored(MixedPoints method, MixedTable world, PointRun run, PointShares shares, double[] roots) : MixedScores(world, roots)
    {
        private readonly PointRun _run = run;
        private readonly PointShares _shares = shares;

        public override ReplacedRow Replace(MixedScores other, int row)
        {
            if (method.Relative.Length == 0)
                return new(other.Roots[row], null);

            var donor = (Scored)other;
            var mixed = Mixed(donor, row);
            var shares = (double[]?[])_shares.Share.Clone();
            var own = donor._shares.Share.Select(share => share is null ? null : new[] { share[row] }).ToArray();
            bool othersMoved = false;
            foreach (int i in method.Relative)
            {
                double[] share = shares[i] = new double[_run.Units];
                method._scorer.Indicators[i].Shares(mixed, share);
                method.Leave(i, share, World, row, donor.World.Foreign[row]);
                own[i] = [share[row]];
                othersMoved |= Differ(share, _shares.Share[i]!, row);
            }
            bool[]?[] applies = [.. _shares.Applies.Select(mask => mask is null ? null : new[] { mask[row] })];
            double root = method._scorer.Sum(new(own, applies, 1), method._points, World.Table).Values[0][0];
            if (!othersMoved)
                return new(root, null);
            double[] roots = method.Roots(new(shares, _shares.Applies, _run.Units), World);
            roots[row] = root;
            return new(root, roots);
        }

        private PointRun Mixed(Scored donor, int row)
        {
            var columns = (double[][])_run.Columns.Clone();
            foreach (int column in method.Relative.SelectMany(i => method._scorer.Indicators[i].Operands).Select(operand => operand.Column).Distinct())
            {
                columns[column] = [.. columns[column]];
                columns[column][row] = donor._run.Columns[column][row];
            }
            return new(_run.Table, columns, _run.Groups);
        }

        private static bool Differ(double[] one, double[] other, int except)
        {
            for (int row = 0; row < one.Length; row++)
                if (row != except && !one[row].Equals(other[row]))
                    return true;
            return false;
        }
    }
}
