using Dti.Scoring.Sets;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Points;

internal sealed class RatioShare(int of, int to, double fullAt, double floor, WhenEmpty whenEmpty) : ShareRule
{
    private readonly double _empty = Empty.Share(whenEmpty);

    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] part = run.Columns[of], whole = run.Columns[to];
        for (int unit = 0; unit < shares.Length; unit++)
        {
            double r = part[unit] / whole[unit];
            shares[unit] = whole[unit] == 0 ? _empty : r >= fullAt ? 1 : r < floor ? 0 : Clamp(r);
        }
    }

    public override string Words(PointRun run, int unit)
    {
        double part = run.Columns[of][unit], whole = run.Columns[to][unit];
        string quotient = $"{Text(part)} / {Text(whole)}";
        if (whole == 0)
            return $"{Empty.Words(whenEmpty)} ({quotient} is empty)";
        double r = part / whole;
        if (r >= fullAt)
            return fullAt == 1 ? $"min(1, {quotient})" : $"1 ({quotient} ≥ {Text(fullAt)})";
        if (r < floor)
            return $"0 ({quotient} < {Text(floor)})";
        return r < 0 ? $"max(0, {quotient})" : $"min(1, {quotient})";
    }
}

/// <summary>
/// Share of the best value of the units in the same peer group that the indicator is for. A best of 0 (or below: a share of a
/// negative best has no meaning) is empty.
/// </summary>
internal sealed class RelativeShare(int of, WhenEmpty whenEmpty, Applicability applicability) : ShareRule
{
    private readonly double _empty = Empty.Share(whenEmpty);

    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] x = run.Columns[of];
        double[] best = run.BestOf(this);
        for (int unit = 0; unit < shares.Length; unit++)
        {
            double top = best[run.Groups.OfUnit[unit]];
            shares[unit] = top > 0 ? Clamp(x[unit] / top) : _empty;
        }
    }

    public override string Words(PointRun run, int unit)
    {
        double top = run.BestOf(this)[run.Groups.OfUnit[unit]];
        return top > 0
            ? $"max(0, {Text(run.Columns[of][unit])} / {Text(top)}) (best of the peer group: {Text(top)})"
            : $"{Empty.Words(whenEmpty)} (the best of the peer group is {Text(top)}: empty)";
    }

    public double[] Best(PointRun run)
    {
        double[] x = run.Columns[of];
        bool[]? mask = applicability.Mask(run.Table, run.Groups);
        var best = new double[run.Groups.Count];
        Array.Fill(best, double.NegativeInfinity);
        for (int unit = 0; unit < x.Length; unit++)
        {
            ref double top = ref best[run.Groups.OfUnit[unit]];
            if (x[unit] > top && (mask is null || mask[unit]))
                top = x[unit];
        }
        return best;
    }
}

internal static class Empty
{
    public static double Share(WhenEmpty whenEmpty) => whenEmpty switch
    {
        WhenEmpty.Full => 1,
        WhenEmpty.Exclude => double.NaN,
        _ => 0,
    };

    public static string Words(WhenEmpty whenEmpty) => whenEmpty switch
    {
        WhenEmpty.Full => "1",
        WhenEmpty.Exclude => "excluded",
        _ => "0",
    };
}
