namespace Dti.Reports.Charts;

/// <summary>An axis from 0 with round steps, four to eight of them.</summary>
internal static class PlotScale
{
    public static IReadOnlyList<double> Ticks(double maximum)
    {
        double step = Step(maximum);
        int count = (int)Math.Floor(maximum / step + 1e-9);
        return [.. Enumerable.Range(0, count + 1).Select(tick => tick * step)];
    }

    /// <summary>Whole ranks from 1.</summary>
    public static IReadOnlyList<double> Ranks(double last) => [1, .. Ticks(last).Where(tick => tick >= 2 && tick == Math.Floor(tick))];

    private static double Step(double maximum)
    {
        double rough = maximum / 5;
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
    }
}
