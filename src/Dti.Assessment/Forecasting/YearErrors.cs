namespace Dti.Assessment.Forecasting;

/// <summary>A method's errors a year ahead, by the origin they were made at, each in the scale its series had then.</summary>
internal sealed class YearErrors
{
    /// <summary>Fewer of a group's own are too few to deal from.</summary>
    private const int LeastOwn = 5;

    private readonly Dictionary<int, double>[] _years;
    private readonly double[] _scales;
    private readonly Dictionary<(int Year, int[] Places), double[]> _dealt = [];

    internal YearErrors(Backtest backtest, IForecastMethod method)
    {
        var bands = new ConformalBands(backtest, method);
        _scales = bands.ScalesAfter(backtest.Origins.Count);
        _years = [.. bands.Signed().GroupBy(e => e.Origin).OrderBy(g => g.Key).Select(g => g.ToDictionary(e => e.Series, e => e.Score))];
    }

    internal int Years => _years.Length;

    /// <summary>An error to add to a forecast: of that year the series' own, or one of those of the given places dealt by a uniform number.</summary>
    internal double Of(int place, int year, bool own, double uniform, int[] places)
    {
        if (own && _years[year].TryGetValue(place, out double mine))
            return mine * _scales[place];
        double[] there = Dealt(year, places);
        return there[(int)(uniform * there.Length)] * _scales[place];
    }

    private double[] Dealt(int year, int[] places)
    {
        if (_dealt.TryGetValue((year, places), out var known))
            return known;
        double[] group = [.. places.Where(_years[year].ContainsKey).Order().Select(p => _years[year][p])];
        return _dealt[(year, places)] = group.Length >= LeastOwn ? group : [.. _years[year].OrderBy(e => e.Key).Select(e => e.Value)];
    }
}
