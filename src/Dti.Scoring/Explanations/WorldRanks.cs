using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Explanations;

/// <summary>
/// Ranks in one world by the rule the official ranking uses (<see cref="Ranking"/>), and the rank a unit would have with another
/// score: found in the sorted keys of its pool, without ranking the others again.
/// </summary>
internal sealed class WorldRanks
{
    private readonly RankingRule _rule;
    private readonly double _step;
    private readonly int[] _pool;
    private readonly double[] _keys;
    private readonly int[][] _members;
    private readonly double[][] _sorted;
    private readonly int[][] _distinct;
    private readonly int[][] _rowsByRoot;
    private readonly double[][] _sortedRoots;
    private readonly double[] _roots;

    public WorldRanks(IndicatorSet set, UnitTable table, double[] roots)
    {
        _rule = set.Ranking;
        _roots = roots;
        // A key further away than this is decided without rounding.
        _step = 1.001 * Math.Pow(10, -_rule.Decimals);
        _keys = [.. roots.Select(Key)];
        _pool = new int[roots.Length];
        Array.Fill(_pool, -1);
        var groups = PeerGroups.Of(set, table);
        _members = [.. Enumerable.Range(0, roots.Length)
            .Where(row => table.Units[row].Ranked)
            .GroupBy(row => (groups.OfUnit[row], table.Units[row].Pool))
            .Select(pool => pool.ToArray())];
        for (int pool = 0; pool < _members.Length; pool++)
            foreach (int row in _members[pool])
                _pool[row] = pool;
        _sorted = [.. _members.Select(rows => rows.Select(row => _keys[row]).Where(key => !double.IsNaN(key)).Order().ToArray())];
        _distinct = [.. _sorted.Select(Distinct)];
        _rowsByRoot = [.. _members.Select(rows => rows.Where(row => !double.IsNaN(roots[row])).OrderBy(row => roots[row]).ToArray())];
        _sortedRoots = [.. _rowsByRoot.Select(rows => rows.Select(row => roots[row]).ToArray())];
    }

    /// <summary>The unit's rank; NaN = not ranked or no score.</summary>
    public double Of(int row) => _pool[row] < 0 ? double.NaN : Of(row, _keys[row]);

    /// <summary>The rank it would have with another root score, the others as they are.</summary>
    public double With(int row, double root) => _pool[row] < 0 ? double.NaN : Of(row, Key(root));

    /// <summary>The rank it has where all scores are others. Looks at each unit of the pool.</summary>
    public double Among(int row, double[] roots)
    {
        double own = Key(roots[row]);
        if (_pool[row] < 0 || double.IsNaN(own))
            return double.NaN;
        int above = 0, equal = 0;
        HashSet<double>? distinct = _rule.Ties == Ties.Dense ? [] : null;
        foreach (int other in _members[_pool[row]])
        {
            double root = roots[other];
            if (other == row || double.IsNaN(root) || root < own - _step)
                continue;
            double key = distinct is null && root > own + _step ? root : Key(root);
            above += key > own ? 1 : 0;
            equal += key == own ? 1 : 0;
            if (key > own)
                distinct?.Add(key);
        }
        return Rank(above, equal, distinct?.Count ?? 0);
    }

    /// <summary>The rank it has where the others' scores move a little. Looks at the units that are near enough to change sides.</summary>
    /// <returns>Null where a score is too near a tie to be told apart, or ties count as one place.</returns>
    public double? Among(int row, ShiftedScores scores)
    {
        if (_pool[row] < 0 || double.IsNaN(scores.Own))
            return double.NaN;
        if (_rule.Ties == Ties.Dense || !IsClear(scores.Own, scores.Error))
            return null;
        double[] roots = _sortedRoots[_pool[row]];
        int[] rows = _rowsByRoot[_pool[row]];
        double reach = scores.Most + _step + 2 * scores.Error, own = Key(scores.Own);
        int low = Bound(roots, scores.Own - reach, orEqual: false), high = Bound(roots, scores.Own + reach, orEqual: true);
        int above = rows.Length - high - (_roots[row] > scores.Own + reach ? 1 : 0), equal = 0;
        int[] near = [.. rows[low..high].Where(other => other != row)];
        foreach (double root in near.Length == 0 ? [] : scores.Roots(near))
        {
            if (!IsClear(root, scores.Error) || _rule.Rounding != RankRounding.Before && scores.Error > 0 && Math.Abs(root - scores.Own) <= 2 * scores.Error)
                return null;
            double key = Key(root);
            above += key > own ? 1 : 0;
            equal += key == own ? 1 : 0;
        }
        return Rank(above, equal, 0);
    }

    /// <summary>Rounds to the same wherever it is within the error.</summary>
    private bool IsClear(double root, double error) => error == 0 || Key(root - error) == Key(root + error) || _rule.Rounding != RankRounding.Before;

    private double Of(int row, double key)
    {
        if (double.IsNaN(key))
            return double.NaN;
        double[] sorted = _sorted[_pool[row]];
        double own = _keys[row];
        int low = Bound(sorted, key, orEqual: false), high = Bound(sorted, key, orEqual: true);
        int above = sorted.Length - high - (own > key ? 1 : 0);
        int equal = high - low - (own == key ? 1 : 0);
        int[] distinct = _distinct[_pool[row]];
        bool alone = own > key && Bound(sorted, own, orEqual: true) - Bound(sorted, own, orEqual: false) == 1;
        return Rank(above, equal, distinct[^1] - distinct[high] - (alone ? 1 : 0));
    }

    private double Rank(int above, int equal, int distinctAbove) => _rule.Ties switch
    {
        Ties.Dense => distinctAbove + 1,
        Ties.Average => above + 1 + equal / 2.0,
        Ties.Max => above + 1 + equal,
        _ => above + 1,
    };

    private double Key(double root) => _rule.Rounding == RankRounding.Before ? DecimalRounding.Round(root, _rule.Decimals) : root;

    /// <summary>How many keys are below, or not above.</summary>
    private static int Bound(double[] sorted, double key, bool orEqual)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (orEqual ? sorted[middle] <= key : sorted[middle] < key)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>How many different keys the first n hold, for every n.</summary>
    private static int[] Distinct(double[] sorted)
    {
        var count = new int[sorted.Length + 1];
        for (int i = 0; i < sorted.Length; i++)
            count[i + 1] = count[i] + (i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0);
        return count;
    }
}
