using static Dti.Scoring.Scores.Figures;

namespace Dti.Scoring.Points;

/// <summary>
/// Weighted sum of rules. A part that is excluded leaves, and the shares of those that stay are scaled up to the same total:
/// 0.6 and 0.4 with the first excluded gives the second all of the points. All excluded = excluded.
/// </summary>
internal sealed class SumShare((double Share, ShareRule Rule)[] parts) : ShareRule
{
    private readonly double _total = parts.Sum(part => part.Share);

    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] one = new double[shares.Length], kept = new double[shares.Length];
        shares.Fill(double.NaN);
        foreach (var (share, rule) in parts)
        {
            rule.Fill(run, one);
            for (int unit = 0; unit < shares.Length; unit++)
            {
                if (double.IsNaN(one[unit]))
                    continue;
                shares[unit] = (double.IsNaN(shares[unit]) ? 0 : shares[unit]) + share * one[unit];
                kept[unit] += share;
            }
        }
        for (int unit = 0; unit < shares.Length; unit++)
            if (!double.IsNaN(shares[unit]))
                shares[unit] = Clamp(kept[unit] == _total || kept[unit] == 0 ? shares[unit] : shares[unit] * _total / kept[unit]);
    }

    public override string Words(PointRun run, int unit) =>
        $"({string.Join(" + ", parts.Select(part => $"{Text(part.Share)} × {part.Rule.Words(run, unit)}"))})";
}

/// <summary>Smallest, largest or product of rules; excluded ones are passed over, all excluded = excluded.</summary>
internal sealed class FoldShare(ShareRule[] rules, Func<double, double, double> fold, string open, string between, string close) : ShareRule
{
    public static FoldShare All(ShareRule[] rules) => new(rules, Math.Min, "min(", ", ", ")");

    public static FoldShare Any(ShareRule[] rules) => new(rules, Math.Max, "max(", ", ", ")");

    public static FoldShare Times(ShareRule[] rules) => new(rules, (a, b) => a * b, "", " × ", "");

    public override void Fill(PointRun run, Span<double> shares)
    {
        double[] one = new double[shares.Length];
        rules[0].Fill(run, shares);
        foreach (var rule in rules.AsSpan(1))
        {
            rule.Fill(run, one);
            for (int unit = 0; unit < shares.Length; unit++)
                if (double.IsNaN(shares[unit]))
                    shares[unit] = one[unit];
                else if (!double.IsNaN(one[unit]))
                    shares[unit] = fold(shares[unit], one[unit]);
        }
    }

    public override string Words(PointRun run, int unit) =>
        open + string.Join(between, rules.Select(rule => rule.Words(run, unit))) + close;
}
