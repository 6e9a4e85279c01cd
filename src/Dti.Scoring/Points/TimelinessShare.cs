using Dti.Scoring.Tables;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Points;

/// <summary>
/// Mean over the quarters of what each report earned; a quarter without a value had no report. A quarter the unit did not live through
/// (<see cref="Timeliness.NotDue"/>) takes no part; without any that does, the rule is excluded.
/// </summary>
internal sealed class TimelinessShare(int[] quarters, double onTime, double late, double none) : ShareRule
{
    public override void Fill(PointRun run, Span<double> shares)
    {
        for (int unit = 0; unit < shares.Length; unit++)
        {
            double sum = 0;
            int due = 0;
            foreach (int quarter in quarters)
            {
                double report = run.Columns[quarter][unit];
                if (report == Timeliness.NotDue)
                    continue;
                sum += Earned(report);
                due++;
            }
            shares[unit] = due == 0 ? double.NaN : Clamp(sum / due);
        }
    }

    public override string Words(PointRun run, int unit)
    {
        int[] due = [.. quarters.Where(quarter => run.Columns[quarter][unit] != Timeliness.NotDue)];
        return due.Length == 0
            ? "no quarter was due"
            : $"({string.Join(" + ", due.Select(quarter => Text(Earned(run.Columns[quarter][unit]))))}) / {due.Length}";
    }

    private double Earned(double report) => report switch
    {
        Timeliness.OnTime => onTime,
        Timeliness.Late => late,
        _ => none,
    };
}
