using Dti.Scoring.Points;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>
/// What <see cref="PointScorer"/> rescales at the root, by pattern: units for which the same indicators apply and count share
/// one factor a draw.
/// </summary>
internal sealed class KeptPoints
{
    private readonly int[] _leaves;
    private readonly bool[][] _applies;
    private readonly bool[][] _kept;
    private readonly int[] _patternOf;
    private readonly bool _rescale;

    public KeptPoints(PointScorer scorer, PointShares shares, int[] slots)
    {
        _rescale = scorer.Set.NotApplicable == NotApplicable.Rescale;
        int[] scored = [.. Enumerable.Range(0, scorer.Indicators.Length).Where(i => shares.Share[i] is not null)];
        _leaves = [.. scored.Select(i => scorer.Indicators[i].Node)];
        var patterns = new Dictionary<string, int>(StringComparer.Ordinal);
        List<bool[]> applies = [], kept = [];
        _patternOf = [.. slots.Select(Pattern)];
        (_applies, _kept) = ([.. applies], [.. kept]);

        int Pattern(int unit)
        {
            bool[] forUnit = [.. scored.Select(i => shares.Applies[i]?[unit] ?? true)];
            bool[] counts = [.. scored.Select((i, leaf) => forUnit[leaf] && !double.IsNaN(shares.Share[i]![unit]))];
            string key = string.Concat(forUnit.Zip(counts, (a, b) => a ? b ? '2' : '1' : '0'));
            if (!patterns.TryGetValue(key, out int pattern))
            {
                patterns[key] = pattern = applies.Count;
                applies.Add(forUnit);
                kept.Add(counts);
            }
            return pattern;
        }
    }

    public int Patterns => _applies.Length;

    /// <summary>Each pattern's target and points kept; kept is NaN where nothing is left to score.</summary>
    public void Weigh(DrawnTree tree, Span<(double Target, double Kept)> patterns)
    {
        for (int pattern = 0; pattern < patterns.Length; pattern++)
        {
            bool[] applies = _applies[pattern], counts = _kept[pattern];
            double full = 0, applicable = 0, kept = 0;
            bool any = false;
            for (int leaf = 0; leaf < _leaves.Length; leaf++)
            {
                int node = _leaves[leaf];
                if (node == tree.Draw.Dropped)
                    continue;
                double most = tree.Weights[node];
                full += most;
                applicable += applies[leaf] ? most : 0;
                kept += counts[leaf] ? most : 0;
                any |= counts[leaf];
            }
            patterns[pattern] = (_rescale ? full : applicable, any ? kept : double.NaN);
        }
    }

    public void Rescale(ReadOnlySpan<(double Target, double Kept)> patterns, int start, Span<double> roots)
    {
        int end = Math.Min(roots.Length, _patternOf.Length - start);
        for (int i = 0; i < end; i++)
        {
            var (target, kept) = patterns[_patternOf[start + i]];
            if (double.IsNaN(kept))
                roots[i] = double.NaN;
            else if (kept > 0 && kept != target)
                roots[i] = Math.Min(target, roots[i] * (target / kept));
        }
    }
}
