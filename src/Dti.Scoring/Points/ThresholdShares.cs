using Dti.Scoring.Sets;
using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Points;

internal sealed class YesNoShare(int of) : ShareRule
{
    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] x = run.Columns[of];
        for (int unit = 0; unit < shares.Length; unit++)
            shares[unit] = x[unit] != 0 ? 1 : 0;
    }

    public override string Words(PointRun run, int unit) => run.Columns[of][unit] != 0 ? "1 (yes)" : "0 (no)";
}

/// <summary>Shares by the option's index; an option without a share earns 0.</summary>
internal sealed class ChoiceShare(int of, double[] shareOf, string[] options) : ShareRule
{
    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] x = run.Columns[of];
        for (int unit = 0; unit < shares.Length; unit++)
            shares[unit] = x[unit] >= 0 && x[unit] < shareOf.Length ? shareOf[(int)x[unit]] : 0;
    }

    public override string Words(PointRun run, int unit)
    {
        double x = run.Columns[of][unit];
        return x >= 0 && x < shareOf.Length ? $"{Text(shareOf[(int)x])} ({options[(int)x]})" : "0 (no such option)";
    }
}

/// <summary>Steps in rising order of threshold.</summary>
internal sealed class StepShare(int of, Step[] steps) : ShareRule
{
    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] x = run.Columns[of];
        for (int unit = 0; unit < shares.Length; unit++)
        {
            int reached = Reached(x[unit]);
            shares[unit] = reached < 0 ? 0 : Clamp(steps[reached].Share);
        }
    }

    public override string Words(PointRun run, int unit)
    {
        double x = run.Columns[of][unit];
        int reached = Reached(x);
        if (reached >= 0)
            return $"{Text(steps[reached].Share)} ({Text(x)} ≥ {Text(steps[reached].Threshold)})";
        return steps.Length == 0 ? "0 (no steps)" : $"0 ({Text(x)} < {Text(steps[0].Threshold)})";
    }

    private int Reached(double x)
    {
        int step = steps.Length - 1;
        while (step >= 0 && !(x >= steps[step].Threshold))
            step--;
        return step;
    }
}

internal sealed class ChecklistShare(int[] of, double need) : ShareRule
{
    public override void Fill(PointRun run, Span<double> shares)
    {
        for (int unit = 0; unit < shares.Length; unit++)
            shares[unit] = Clamp(Yes(run, unit) / need);
    }

    public override string Words(PointRun run, int unit) => $"min(1, {Text(Yes(run, unit))} / {Text(need)})";

    private double Yes(PointRun run, int unit)
    {
        int yes = 0;
        foreach (int column in of)
            if (run.Columns[column][unit] is not (0 or double.NaN))
                yes++;
        return yes;
    }
}
