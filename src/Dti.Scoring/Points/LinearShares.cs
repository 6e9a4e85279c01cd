using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Points;

/// <summary>
/// Clamped straight line from 0 at <c>from</c> to 1 at <c>to</c>. Where the two are the same it is a step: reached or not.
/// </summary>
internal sealed class LinearShare(int of, double from, double to) : ShareRule
{
    // Ends so far apart that their distance overflows are halved first.
    private readonly double _scale = double.IsInfinity(to - from) ? 0.5 : 1;

    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] x = run.Columns[of];
        double start = from * _scale, span = to * _scale - start;
        for (int unit = 0; unit < shares.Length; unit++)
            shares[unit] = span == 0 ? (x[unit] >= to ? 1 : 0) : Clamp((x[unit] * _scale - start) / span);
    }

    public override string Words(PointRun run, int unit)
    {
        string x = Text(run.Columns[of][unit]);
        if (from == to)
            return run.Columns[of][unit] >= to ? $"1 ({x} ≥ {Text(to)})" : $"0 ({x} < {Text(to)})";
        return from == 0
            ? $"min(1, max(0, {x} / {Text(to)}))"
            : $"min(1, max(0, ({x} − {Signed(from)}) / ({Text(to)} − {Signed(from)})))";
    }

    private static string Signed(double value) => value < 0 ? $"({Text(value)})" : Text(value);
}

/// <summary>1 until a day, 0 from another, linear in days between.</summary>
internal sealed class ByDateShare(int of, int fullUntil, int zeroAfter) : ShareRule
{
    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] day = run.Columns[of];
        for (int unit = 0; unit < shares.Length; unit++)
            shares[unit] = Share(day[unit]);
    }

    public override string Words(PointRun run, int unit)
    {
        double day = run.Columns[of][unit];
        if (day <= fullUntil)
            return $"1 ({Day(day)}, full until {Day(fullUntil)})";
        if (day >= zeroAfter)
            return $"0 ({Day(day)}, zero after {Day(zeroAfter)})";
        return $"{Text(zeroAfter - day)} / {Text(zeroAfter - fullUntil)} ({Day(day)}; days left until {Day(zeroAfter)})";
    }

    private double Share(double day) =>
        day <= fullUntil ? 1 : day >= zeroAfter ? 0 : (zeroAfter - day) / (zeroAfter - fullUntil);
}
