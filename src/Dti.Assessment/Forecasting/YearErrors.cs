namespace Dti.Assessment.Forecasting;

/// <summary>A method's errors a year ahead, by the origin they were made at: what a group shared, and each series' own part beside it.</summary>
internal sealed class YearErrors
{
    /// <summary>Fewer of a group's own are too few to deal from; then all series' are.</summary>
    private const int LeastOwn = 5;

    private readonly Backtest _backtest;
    private readonly (int Series, double Error)[][] _years;
    private readonly Dictionary<int[], Group> _groups = [];

    internal YearErrors(Backtest backtest, IForecastMethod method)
    {
        _backtest = backtest;
        _years = [.. Enumerable.Range(0, backtest.Cases.Count)
            .GroupBy(i => backtest.Cases[i].Origin).OrderBy(g => g.Key)
            .Select(g => g.Select(i => (backtest.Cases[i].Series, backtest.Error(method, i, 1))).OrderBy(e => e.Series).ToArray())];
    }

    internal int Years => _years.Length;

    /// <summary>An error to add to a forecast: what the group shared that year, and the series' own part or one dealt by a uniform number, in its scale.</summary>
    /// <param name="places">The group; the same array for every unit of it.</param>
    internal double Of(int place, int year, bool own, double uniform, int[] places)
    {
        if (!_groups.TryGetValue(places, out var group))
            _groups[places] = group = GroupOf(places);
        var (shared, parts, dealt) = group.Years[year];
        return shared + (own && parts.TryGetValue(place, out double mine) ? mine : dealt[(int)(uniform * dealt.Length)] * group.Scales[place]);
    }

    /// <param name="Years">A year's shared error and own parts in the scores' unit, and those parts in their series' scales, to deal from.</param>
    /// <param name="Scales">The usual size of each series' own part, by its place in the panel.</param>
    private sealed record Group((double Shared, Dictionary<int, double> Parts, double[] Dealt)[] Years, double[] Scales);

    private Group GroupOf(int[] places)
    {
        var all = _backtest.Panel.All;
        var years = _years.Select(year => Split(year, places)).ToArray();
        double[] scales = SeriesScale.Of(all, i => years.Where(y => y.Parts.ContainsKey(i)).Select(y => Math.Abs(y.Parts[i])).ToArray() is { Length: > 0 } sizes ? (sizes.Average(), sizes.Length) : (0, 0));
        return new([.. years.Select(y => (y.Shared, y.Parts, y.Parts.OrderBy(p => p.Key).Select(p => scales[p.Key] > 0 ? p.Value / scales[p.Key] : 0).ToArray()))], scales);
    }

    private static (double Shared, Dictionary<int, double> Parts) Split((int Series, double Error)[] year, int[] places)
    {
        var there = year.Where(e => places.Contains(e.Series)).ToArray();
        if (there.Length < LeastOwn)
            there = year;
        double shared = there.Average(e => e.Error);
        return (shared, there.ToDictionary(e => e.Series, e => e.Error - shared));
    }
}
