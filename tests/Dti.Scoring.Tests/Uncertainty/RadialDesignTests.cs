using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

public sealed class RadialDesignTests
{
    private static readonly IndicatorSet Two = Given.Points(Given.Ten("1"), Given.Ten("2")) with { Groups = [], Ranking = new(Ties.Average, 0) };

    private static readonly UnitTable Six = Given.Table(("1", [1, 5, 9, 2, 7, 4]), ("2", [9, 4.5, 0.5, 8, 1, 6]));

    /// <summary>Rows 2 to 4 of a base sample of 6: draws 2 to 4, then 8 to 10, then 2 to 4 with the choice of 8 to 10.</summary>
    [Fact]
    public void A_part_of_a_design_has_its_rows_of_every_sample()
    {
        var random = new RandomDraws(new() { DropOne = true }, 5, [1, 2], 12);
        var radial = new RadialDraws(random, [new(MethodChoice.Weights, "1", [1]), new(MethodChoice.LeaveOneOut, null, [])], n: 6, start: 2, rows: 3);
        radial.Count.ShouldBe(12);
        for (int row = 0; row < 3; row++)
        {
            var (a, b) = (Filled(random, 2 + row), Filled(random, 8 + row));
            (double, double, int)[] expected =
            [
                (a.Factors[1], a.Factors[2], a.Dropped), (b.Factors[1], b.Factors[2], b.Dropped),
                (b.Factors[1], a.Factors[2], a.Dropped), (a.Factors[1], a.Factors[2], b.Dropped),
            ];
            for (int sample = 0; sample < 4; sample++)
                (Filled(radial, 3 * sample + row) is var draw ? (draw.Factors[1], draw.Factors[2], draw.Dropped) : default).ShouldBe(expected[sample]);
        }
    }

    [Fact]
    public void Shifts_are_mean_differences_from_the_official_ranks_over_the_units_ranked()
    {
        var pools = new RankPools(Two, [Row(0, 1.5), Row(1, 1.5), Row(2, 3)]);
        // Twice the rank; in the third draw one unit has none, in the last one nobody.
        ushort[] ranks = [3, 2, 2, 0, 3, 4, 0, 0, 6, 6, 4, 0];
        double[] shifts = SensitivityAnalysis.Shifts(pools, pools.Pools[0], ranks, 4, 2);
        shifts.ShouldBe([0, 1.0 / 3, 0.75, 0]);
    }

    /// <summary>The whole design ranked at once, its shifts told apart by hand.</summary>
    [Fact]
    public void Indices_are_those_of_the_shifts_less_their_mean()
    {
        const int N = 12;
        var scores = Given.Score(Two, Six);
        var ranking = Ranking.Rank(Two, Six, scores.Values[0]);
        var choices = VariedChoice.Of(scores.Plan);
        var whole = UncertaintyAnalysis.Run(scores, ranking, new(N * 4, 3, 1), leaves => new RadialDraws(new(new(), 3, leaves, 2 * N), choices, N, 0, N), default);
        double[] shifts = [.. Enumerable.Range(0, N * 4).Select(draw => Enumerable.Range(0, 6).Average(slot => Math.Abs(whole.RanksOf(slot)[draw] / 2.0 - whole.Pools.Official[slot])))];
        double mean = shifts.Take(2 * N).Average();
        double[] y = [.. shifts.Select(shift => shift - mean)];

        var pool = SensitivityAnalysis.Run(scores, ranking, new(N, 3, 1)).ShouldHaveSingleItem();
        mean.ShouldBeGreaterThan(0.1);
        pool.MeanShift.ShouldBe(mean, 1e-12);
        for (int choice = 0; choice < 2; choice++)
        {
            var expected = Sobol.Of(y.AsSpan(0, N), y.AsSpan(N, N), y.AsSpan((2 + choice) * N, N));
            pool.Indices[choice].Index.First.ShouldBe(expected.First, 1e-12);
            pool.Indices[choice].Index.Total.ShouldBe(expected.Total, 1e-12);
        }
    }

    /// <summary>240 bytes hold the ranks of 5 rows of 6 units in 4 samples; a batch is 16 draws.</summary>
    [Fact]
    public void Parts_are_as_long_as_the_memory_given_holds()
    {
        var scores = Given.Score(Two, Six);
        var told = new Told();
        SensitivityAnalysis.Run(scores, Ranking.Rank(Two, Six, scores.Values[0]), new(18, 3, 1, told), 240, default);
        told.Values.ShouldBe([16, 20, 36, 40, 56, 60, 72]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_001)]
    public void A_base_sample_is_between_one_and_a_million(int draws) =>
        Should.Throw<ArgumentOutOfRangeException>(() => SensitivityAnalysis.Run(Given.Score(Two, Six), [], new(draws, 0))).ParamName.ShouldBe("options.Draws");

    [Fact]
    public void More_units_than_ranks_can_tell_are_refused()
    {
        RankedUnit[] ranking = [.. Enumerable.Range(0, UncertaintyAnalysis.LargestPool + 1).Select(unit => Row(unit, unit + 1))];
        Given.Fault(() => SensitivityAnalysis.Run(Given.Score(Two, Six), ranking, new(1, 0))).ShouldBe("too-many-units");
        Should.NotThrow(() => UncertaintyAnalysis.RefuseLarge(new(Two, ranking[1..])));
    }

    [Fact]
    public void A_set_without_groups_has_one_pool_whatever_the_tables_groups()
    {
        var table = Six.InGroups("so", "xa", "so", "xa", "so", "xa");
        var scores = Given.Score(Two, table);
        var pool = SensitivityAnalysis.Run(scores, Ranking.Rank(Two, table, scores.Values[0]), new(4, 3, 1)).ShouldHaveSingleItem();
        (pool.Group, pool.Pool).ShouldBe(("", ""));
    }

    private static Draw Filled(IDraws draws, int number)
    {
        var draw = new Draw(3);
        draws.Fill(number, draw);
        return draw;
    }

    private static RankedUnit Row(int unit, double rank) => new(unit, "", "", rank, null, null);
}
