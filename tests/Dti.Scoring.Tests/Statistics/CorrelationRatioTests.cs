using Dti.Scoring.Statistics;

namespace Dti.Scoring.Tests.Statistics;

/// <summary>The estimate of S against relations whose S is known: means over 100 samples of fixed seeds.</summary>
public sealed class CorrelationRatioTests
{
    /// <summary>Slope and noise of 1: R² is slope² / (1 + slope²), and S the same.</summary>
    [Theory]
    [InlineData(20, 0.5, 0.08)]
    [InlineData(20, 2, 0.03)]
    [InlineData(50, 0.5, 0.04)]
    [InlineData(50, 2, 0.02)]
    public void Of_a_straight_relation_it_is_the_squared_correlation(int units, double slope, double over)
    {
        var (ratio, linear, _) = Means(units, (x, noise) => slope * x + noise);
        linear.ShouldBe(slope * slope / (1 + slope * slope), 1.6 / units);
        ratio.ShouldBeInRange(linear, linear + over);
    }

    /// <summary>V(x²) of a standard normal x is 2; noise of variance <paramref name="noise"/> leaves S = 2 / (2 + noise), and no R².</summary>
    [Theory]
    [InlineData(20, 0.5)]
    [InlineData(50, 2)]
    public void Of_a_parabola_it_is_far_above_the_squared_correlation(int units, double noise)
    {
        var (ratio, linear, _) = Means(units, (x, e) => x * x + Math.Sqrt(noise) * e);
        ratio.ShouldBe(2 / (2 + noise), 0.06);
        linear.ShouldBeLessThan(0.2);
    }

    [Theory]
    [InlineData(20, 0.2)]
    [InlineData(50, 0.08)]
    public void Of_columns_that_have_nothing_to_do_with_each_other_it_is_near_what_chance_gives(int units, double most)
    {
        var (ratio, _, chance) = Means(units, (_, noise) => noise);
        ratio.ShouldBeInRange(0.75 * chance, most);
        chance.ShouldBeGreaterThanOrEqualTo(1.0 / (units - 1));
    }

    [Fact]
    public void Below_twenty_units_only_the_straight_line_is_stated_and_its_shares_add_up_to_one()
    {
        var group = Importance(units: 14);
        group.ShouldAllBe(node => node.Ratio.Gap == Gap.TooFew && node.Share.Gap == Gap.TooFew);
        group.Where(node => !node.IsLeaf).Sum(node => node.LinearShare.Value!.Value).ShouldBe(1, 1e-12);
        double sum = group.Where(node => !node.IsLeaf).Sum(node => node.Linear.Value!.Value);
        group[0].LinearShare.Value!.Value.ShouldBe(group[0].Linear.Value!.Value / sum, 1e-12);
    }

    [Fact]
    public void Below_ten_units_no_share_is_stated_at_all() =>
        Importance(units: 9).ShouldAllBe(node => node.Linear.Value != null && node.LinearShare.Gap == Gap.TooFew && node.Share.Gap == Gap.TooFew);

    /// <summary>However far the share of straight lines is from the weight, so few units found no remark.</summary>
    [Fact]
    public void No_remark_on_weights_is_drawn_from_straight_lines()
    {
        var group = Of(units: 14, small: 0.01);
        group.Importance.ShouldContain(node => node.LinearShare.Value < 0.5 * node.Nominal);
        group.Findings.ShouldNotContain(finding => finding.Rule == AuditRule.Underweight || finding.Rule == AuditRule.Overweight);
    }

    private static IReadOnlyList<NodeImportance> Importance(int units) => Of(units, small: 1).Importance;

    private static GroupStatistics Of(int units, double small)
    {
        var random = new Random(units);
        double[] Column(double spread) => [.. Enumerable.Range(0, units).Select(_ => 5 + spread * (random.NextDouble() - 0.5))];
        var set = Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Ten("1.2")), Given.Branch("2", Given.Ten("2.1"), Given.Ten("2.2"))) with { Groups = [] };
        return StatisticsAnalysis.Run(Given.Score(set, Given.Table(("1.1", Column(5)), ("1.2", Column(5)), ("2.1", Column(small)), ("2.2", Column(small))))).Single();
    }

    private static (double Ratio, double Linear, double ByChance) Means(int units, Func<double, double, double> relation)
    {
        const int Samples = 100;
        double ratio = 0, linear = 0, chance = 0;
        for (int seed = 0; seed < Samples; seed++)
        {
            var random = new Random(seed);
            double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            double[] x = [.. Enumerable.Range(0, units).Select(_ => Normal())], y = [.. x.Select(value => relation(value, Normal()))];
            var (s, byChance) = LocalLinear.Of(x, y);
            double r = Pearson.Of(x, y).R.Value!.Value;
            (ratio, linear, chance) = (ratio + s / Samples, linear + r * r / Samples, chance + byChance / Samples);
        }
        return (ratio, linear, chance);
    }
}
