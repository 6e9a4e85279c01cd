using Dti.Scoring.Tables;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Points;

/// <summary>Mean over the quarters of what each report earned; a quarter without a value had no report.</summary>
internal sealed class TimelinessShare(int[] quarters, double onTime, double late, double none) : ShareRule
{
    public override void Fill(PointRun run, Span<double> shares)
    {
        for (int unit = 0; unit < shares.Length; unit++)
        {
            double sum = 0;
            foreach (int quarter in quarters)
                sum += Earned(run.Columns[quarter][unit]);
            shares[unit] = Clamp(sum / quarters.Length);
        }
    }

    public override string Words(PointRun run, int unit) =>
        $"({string.Join(" + ", quarters.Select(quarter => Text(Earned(run.Columns[quarter][unit]))))}) / {quarters.Length}";

    private double Earned(double report) => report switch
    {
        Timeliness.OnTime => onTime,
        Timeliness.Late => late,
        _ => none,
    };
}
