namespace Dti.Assessment.Forecasting;

/// <summary>
/// Split-conformal 80 % intervals over origins. An error counts in the scale its series had when it was made, so that a quiet series is not
/// given a restless one's interval: the series' own earlier errors once there are enough of them, its changes until then.
/// </summary>
/// <param name="backtest">Whose errors.</param>
/// <param name="method">That made them.</param>
/// <param name="goes">The series that go by the method: the errors of others are left out unless there are too few without them.</param>
internal sealed class ConformalBands(Backtest backtest, IForecastMethod method, Func<int, bool>? goes = null)
{
    /// <summary>Errors of a series that only say how large its errors are.</summary>
    private const int Learning = 3;
    /// <summary>With fewer cases of their own the series that go by a method share the intervals of all.</summary>
    private const int LeastCases = 50;

    private readonly Dictionary<(int Origins, int Step), double[]> _own = [];
    private readonly bool[]? _counted = Counted(backtest, goes);

    /// <summary>From the errors of the first so many origins, for a forecast made at the next or after all; null when they are too few.</summary>
    internal ConformalBand? After(int origins)
    {
        int[] errors = new int[backtest.Panel.All.Count];
        for (int i = 0; i < backtest.Cases.Count && backtest.Cases[i].Origin < origins; i++)
            errors[backtest.Cases[i].Series]++;
        int[] ahead = [.. Enumerable.Range(1, backtest.Horizon)];
        ConformalBand.Step?[] byChanges = [.. ahead.Select(step => Step(origins, own: false, step))];
        bool[] known = [.. errors.Select(e => e >= 2 * Learning)];
        ConformalBand.Step?[] own = known.Contains(true) ? [.. ahead.Select(step => Step(origins, own: true, step) ?? byChanges[step - 1])] : byChanges;
        return byChanges[0] is null ? null : new ConformalBand(series => known[series] ? own : byChanges);
    }

    /// <summary>Null where hardly any origin reaches so far ahead.</summary>
    private ConformalBand.Step? Step(int origins, bool own, int step)
    {
        List<double> scores = [];
        HashSet<int> seen = [];
        int[] earlier = new int[backtest.Panel.All.Count];
        for (int i = 0; i < backtest.Cases.Count && backtest.Cases[i].Origin < origins; i++)
        {
            var at = backtest.Cases[i];
            double error = Math.Abs(backtest.Error(method, i, step));
            bool learnt = !own || earlier[at.Series]++ >= Learning + step - 1;
            if (double.IsNaN(error) || !IsKnown(at, step, origins) || !learnt || _counted is { } counted && !counted[at.Series])
                continue;
            scores.Add(error == 0 ? 0 : error / Scales(at.Origin, own, step)[at.Series]);
            seen.Add(at.Origin);
        }
        return ConformalInterval.HalfWidth(scores) is { } width && double.IsFinite(width) && (step == 1 || seen.Count >= Backtest.MinimumOrigins)
            ? new(width, Scales(origins, own, step))
            : null;
    }

    /// <summary>An error of several steps is known only when its period has come.</summary>
    private bool IsKnown(BacktestCase at, int step, int origins) => origins == backtest.Origins.Count || backtest.Origins[at.Origin] + step <= backtest.Origins[origins];

    private double[] Scales(int origins, bool own, int step)
    {
        if (!own)
            return origins < backtest.Origins.Count ? backtest.Past[origins].Scales : backtest.Panel.Scales;
        if (!_own.TryGetValue((origins, step), out double[]? scales))
            _own[(origins, step)] = scales = Own(origins, step);
        return scales;
    }

    private double[] Own(int origins, int step)
    {
        var sums = new (double Sum, int Count)[backtest.Panel.All.Count];
        for (int i = 0; i < backtest.Cases.Count && backtest.Cases[i].Origin < origins; i++)
        {
            double error = Math.Abs(backtest.Error(method, i, step));
            if (double.IsNaN(error) || !IsKnown(backtest.Cases[i], step, origins))
                continue;
            ref var sum = ref sums[backtest.Cases[i].Series];
            sum = (sum.Sum + error, sum.Count + 1);
        }
        return SeriesScale.Of(backtest.Panel.All, i => sums[i] is { Count: > 0 } s ? (s.Sum / s.Count, s.Count) : (0, 0));
    }

    private static bool[]? Counted(Backtest backtest, Func<int, bool>? goes)
    {
        if (goes is null)
            return null;
        bool[] counted = [.. Enumerable.Range(0, backtest.Panel.All.Count).Select(goes)];
        return backtest.Cases.Count(c => counted[c.Series]) >= LeastCases ? counted : null;
    }
}

/// <summary>Half the width of each series' interval.</summary>
/// <param name="Of">A series' widths by periods ahead, the first always there.</param>
internal sealed record ConformalBand(Func<int, ConformalBand.Step?[]> Of)
{
    /// <param name="Width">The quantile of past errors in their series' scale.</param>
    /// <param name="Scales">By a series' place.</param>
    internal sealed record Step(double Width, double[] Scales);

    /// <summary>Never narrower than a nearer period's; where it is not known, as a random walk widens.</summary>
    internal double HalfWidth(int series, int step)
    {
        var steps = Of(series);
        double half = 0;
        for (int i = 0; i < step; i++)
            half = steps[i] is { } own ? Math.Max(half, own.Width == 0 ? 0 : own.Width * own.Scales[series]) : half * Math.Sqrt((i + 1.0) / i);
        return half;
    }
}
