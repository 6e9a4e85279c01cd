namespace Dti.Assessment.Forecasting;

/// <summary>A method's errors a year ahead, by the origin they were made at.</summary>
internal sealed class YearErrors
{
    /// <summary>Fewer of a group's own are too few to deal from.</summary>
    private const int LeastOwn = 5;

    private readonly (int Series, double Error, double Scale)[][] _years;
    private readonly double[] _scales;
    private readonly Dictionary<(int Year, int[] Places), Year> _groups = [];

    internal YearErrors(Backtest backtest, IForecastMethod method)
    {
        var bands = new ConformalBands(backtest, method);
        _scales = bands.ScalesAfter(backtest.Origins.Count);
        _years = [.. bands.Signed().GroupBy(e => e.Origin).OrderBy(g => g.Key).Select(g => g.OrderBy(e => e.Series).Select(e => (e.Series, e.Error, e.Scale)).ToArray())];
    }

    internal int Years => _years.Length;

    /// <summary>An error to add to a forecast: what the group shared that year and, in the series' scale, its own part or one dealt by a uniform number.</summary>
    /// <param name="places">The group; the same array for every unit of it.</param>
    internal double Of(int place, int year, bool own, double uniform, int[] places)
    {
        if (!_groups.TryGetValue((year, places), out var group))
            _groups[(year, places)] = group = Group(year, places);
        double part = own && group.Own.TryGetValue(place, out double mine) ? mine : group.Dealt[(int)(uniform * group.Dealt.Length)];
        return group.Shared + part * _scales[place];
    }

    /// <summary>What was shared, in the scores' unit, and what was each series' own, in its scale.</summary>
    private sealed record Year(double Shared, Dictionary<int, double> Own, double[] Dealt);

    private Year Group(int year, int[] places)
    {
        var there = _years[year].Where(e => places.Contains(e.Series)).ToArray();
        if (there.Length < LeastOwn)
            there = _years[year];
        double shared = there.Average(e => e.Error);
        var own = there.ToDictionary(e => e.Series, e => Scaled(e.Error - shared, e.Scale, _scales[e.Series]));
        return new(shared, own, [.. there.Select(e => own[e.Series])]);
    }

    private static double Scaled(double part, double then, double now) => then > 0 ? part / then : now > 0 ? part / now : 0;
}
