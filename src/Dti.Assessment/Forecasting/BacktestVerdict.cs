namespace Dti.Assessment.Forecasting;

/// <summary>Which method a back-test recommends, and how sure that is.</summary>
internal sealed class BacktestVerdict
{
    /// <summary>The chance of naive being as good at which a group still takes the choice of all.</summary>
    private const double GroupLevel = DieboldMariano.Level;

    private readonly Backtest _backtest;
    private readonly Dictionary<IForecastMethod, BacktestTally> _tallies;
    private readonly Lazy<HashSet<int>> _kept;

    internal BacktestVerdict(Backtest backtest)
    {
        _backtest = backtest;
        _tallies = backtest.Methods.ToDictionary(m => m, Tally);
        var losses = backtest.Methods.ToDictionary(m => m, m => Enumerable.Range(0, backtest.Cases.Count).Sum(i => backtest.Loss(m, i)));
        // Naive unless shown otherwise: the best of several looks better than it is, so each must pass the level divided by their number (Bonferroni).
        Level = DieboldMariano.Level / Math.Max(1, backtest.Methods.Count - 1);
        Chosen = backtest.Methods.Skip(1)
            .Where(m => losses[m] < losses[Naive] * (1 - 1e-9) && Mae(m) < Mae(Naive) - 1e-9 * Math.Abs(Mae(Naive)) && 1 - WorseThanNaive(m) < Level)
            .MinBy(m => losses[m]) ?? Naive;
        _kept = new(Kept);
    }

    /// <summary>The chance of naive being as good below which a method takes its place.</summary>
    internal double Level { get; }
    internal IForecastMethod Chosen { get; }
    internal IForecastMethod Naive => _backtest.Methods[0];

    internal BacktestTally this[IForecastMethod method] => _tallies[method];

    internal double Mae(IForecastMethod method) => _tallies[method].Mae ?? 0;

    /// <summary>Chance that a method no worse than naive would look so bad; null where it cannot be judged.</summary>
    internal double? WorseThanNaive(IForecastMethod method) => Worse(method, Enumerable.Range(0, _backtest.Cases.Count), _backtest.Origins.Count);

    /// <summary>
    /// The method chosen, or naive for a series on which it has not been shown to be better: where there are several groups and the choice may
    /// have been made by the others, a group must show it first, then each of its series (<see cref="SeriesEvidence"/>).
    /// </summary>
    internal IForecastMethod MethodOf(int series) => _kept.Value.Contains(series) ? Chosen : Naive;

    private HashSet<int> Kept()
    {
        HashSet<int> kept = [];
        if (Chosen == Naive)
            return kept;
        var groups = Enumerable.Range(0, _backtest.Panel.All.Count).ToLookup(i => _backtest.Panel.All[i].Group);
        foreach (var cases in Enumerable.Range(0, _backtest.Cases.Count).GroupBy(i => _backtest.Panel.All[_backtest.Cases[i].Series].Group))
        {
            if (groups.Count > 1 && !IsBetter(cases))
                continue;
            var evidence = new SeriesEvidence(cases.Select(i => (_backtest.Cases[i].Series, Difference(Chosen, i))), _backtest.Horizon);
            kept.UnionWith(groups[cases.Key].Where(evidence.Supports));
        }
        return kept;
    }

    private bool IsBetter(IEnumerable<int> cases)
    {
        int[] own = [.. cases];
        return 1 - Worse(Chosen, own, own.Select(i => _backtest.Cases[i].Origin).Distinct().Count()) < GroupLevel;
    }

    private double? Worse(IForecastMethod method, IEnumerable<int> cases, int origins)
    {
        double[] sums = [.. cases.GroupBy(i => _backtest.Cases[i].Origin).OrderBy(g => g.Key).Select(g => g.Sum(i => Difference(method, i)))];
        return sums.Length == origins ? DieboldMariano.Worse(sums, _backtest.Horizon) : null;
    }

    private double Difference(IForecastMethod method, int at) => _backtest.Loss(method, at) - _backtest.Loss(Naive, at);

    private BacktestTally Tally(IForecastMethod method)
    {
        var bands = new ConformalBands(_backtest, method);
        BacktestTally sum = new() { Series = _backtest.Cases.Select(c => c.Series).Distinct().Count(), Origins = _backtest.Origins.Count };
        foreach (var origin in Enumerable.Range(0, _backtest.Cases.Count).GroupBy(i => _backtest.Cases[i].Origin))
        {
            var band = bands.After(origin.Key);
            foreach (int i in origin)
            {
                var at = _backtest.Cases[i];
                for (int step = 1; step <= _backtest.Horizon; step++)
                {
                    double error = Math.Abs(_backtest.Error(method, i, step));
                    if (!double.IsNaN(error))
                        sum += new BacktestTally(0, 0, error, 1, at.Change > 0 ? error / at.Change : 0, at.Change > 0 ? 1 : 0, 0, 0);
                }
                if (band?.HalfWidth(at.Series, 1) is { } half)
                    sum += new BacktestTally() { Judged = 1, Inside = Math.Abs(_backtest.Error(method, i, 1)) <= half ? 1 : 0 };
            }
        }
        return sum;
    }
}
