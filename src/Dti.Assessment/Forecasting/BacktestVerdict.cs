namespace Dti.Assessment.Forecasting;

/// <summary>Which method a back-test recommends, and how sure that is.</summary>
internal sealed class BacktestVerdict
{
    /// <summary>Fewer of one series' own origins do not overrule the choice made for all.</summary>
    private const int MinimumOwnOrigins = 6;
    /// <summary>The chance of naive being as good at which a group still takes the choice of all.</summary>
    private const double GroupLevel = DieboldMariano.Level;

    private readonly Backtest _backtest;
    private readonly Dictionary<IForecastMethod, BacktestTally> _tallies;

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
    /// Series that go by naive although another method was chosen: those on which, over enough origins, it did worse and, where there are several
    /// groups and the choice may have been made by the others, every series of a group that does not itself show it to be better.
    /// </summary>
    internal IReadOnlySet<int> Exceptions()
    {
        HashSet<int> exceptions = [];
        if (Chosen == Naive)
            return exceptions;
        var all = _backtest.Panel.All;
        int groups = all.Select(s => s.Group).Distinct().Count();
        foreach (var group in Enumerable.Range(0, _backtest.Cases.Count).GroupBy(i => all[_backtest.Cases[i].Series].Group))
        {
            if (groups > 1 && !IsBetter(group))
                exceptions.UnionWith(Enumerable.Range(0, all.Count).Where(i => all[i].Group == group.Key));
            else
                exceptions.UnionWith(group.GroupBy(i => _backtest.Cases[i].Series).Where(IsWorse).Select(g => g.Key));
        }
        return exceptions;
    }

    private bool IsWorse(IEnumerable<int> cases)
    {
        int[] own = [.. cases];
        return own.Select(i => _backtest.Cases[i].Origin).Distinct().Count() >= MinimumOwnOrigins && own.Sum(i => _backtest.Loss(Chosen, i) - _backtest.Loss(Naive, i)) > 0;
    }

    private bool IsBetter(IEnumerable<int> cases)
    {
        int[] own = [.. cases];
        return 1 - Worse(Chosen, own, own.Select(i => _backtest.Cases[i].Origin).Distinct().Count()) < GroupLevel;
    }

    private double? Worse(IForecastMethod method, IEnumerable<int> cases, int origins)
    {
        double[] sums = [.. cases.GroupBy(i => _backtest.Cases[i].Origin).OrderBy(g => g.Key).Select(g => g.Sum(i => _backtest.Loss(method, i) - _backtest.Loss(Naive, i)))];
        return sums.Length == origins ? DieboldMariano.Worse(sums, _backtest.Horizon) : null;
    }

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
