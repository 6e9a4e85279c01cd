using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>Ranks of a draw are those <see cref="Ranking"/> gives the same scores.</summary>
public sealed class PoolRanksTests
{
    public static TheoryData<Ties, int, RankRounding> Rules
    {
        get
        {
            var rules = new TheoryData<Ties, int, RankRounding>();
            foreach (var ties in Enum.GetValues<Ties>())
                foreach (int decimals in (int[])[-1, 0, 2, 5, 12, 400])
                    foreach (var rounding in Enum.GetValues<RankRounding>())
                        rules.Add(ties, decimals, rounding);
            return rules;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Ranks_are_the_official_ones(Ties ties, int decimals, RankRounding rounding)
    {
        var rule = new RankingRule(ties, decimals, rounding);
        var set = Given.Composite() with { Groups = [], Ranking = rule };
        foreach (double[] scores in Columns())
        {
            var table = Given.Table(("x", scores));
            double[] expected = new double[scores.Length];
            foreach (var row in Ranking.Rank(set, table, scores))
                expected[row.Unit] = row.Rank ?? 0;
            ushort[] ranks = new ushort[scores.Length];
            new PoolRanks(rule, scores.Length).Fill(scores, ranks);
            ranks.Select(rank => (double)rank / PoolRanks.Scale(rule)).ShouldBe(expected);
        }
    }

    private static IEnumerable<double[]> Columns()
    {
        var random = new Random(6);
        yield return [5];
        yield return [double.NaN];
        yield return [7, 7, 7];
        yield return [1.005, 1.01, 1.0049, 1.004999999999999, 1.015, 1.02, -1.005, -1.01, 0.004, -0.004, 0];
        yield return [0, 0, double.NaN];
        yield return [double.Epsilon, 0, 2 * double.Epsilon];
        yield return [1e308, -1e308, 1, 2, double.NaN, 1e308];
        yield return [1.6e308, 1.7e308];
        yield return [.. Enumerable.Range(0, 10).Select(step => 7.1e16 + 8 * step)];
        yield return [1e15 + 0.5, 1e15, 1, double.Epsilon, -double.Epsilon];
        yield return [.. Enumerable.Range(0, 400).Select(_ => random.Next(-3000, 3000) / 1000.0)];
        yield return [.. Enumerable.Range(0, 400).Select(i => i % 7 == 0 ? double.NaN : random.NextDouble())];
        yield return [.. Enumerable.Range(0, 400).Select(i => i == 9 ? 1e9 : random.NextDouble())];
    }
}
