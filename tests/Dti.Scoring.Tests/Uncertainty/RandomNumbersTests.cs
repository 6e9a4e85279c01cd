using System.Numerics;
using Dti.Scoring.Composites;
using Dti.Scoring.Sets;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

public sealed class RandomNumbersTests
{
    /// <summary>The known answers of Random123, kat_vectors, philox4x32 10.</summary>
    [Theory]
    [InlineData(0UL, 0U, 0U, 0U, 0U, 0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U)]
    [InlineData(ulong.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, 0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU)]
    [InlineData(0x299f31d0a4093822UL, 0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U, 0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U)]
    public void Philox_gives_its_known_answers(ulong seed, uint a, uint b, uint c, uint d, uint r0, uint r1, uint r2, uint r3)
    {
        var (first, second) = new Philox(seed).Bits(a, b, c, d);
        ((uint)first, (uint)(first >> 32), (uint)second, (uint)(second >> 32)).ShouldBe((r0, r1, r2, r3));
    }

    [Theory]
    [InlineData(6UL, 3U, 0U, false)]
    [InlineData(7UL, 3U, 0U, true)]
    [InlineData((5UL << 33) | 2, 1U, 5U, false)]
    [InlineData(ulong.MaxValue, uint.MaxValue, 0x7fffffffU, true)]
    public void An_item_is_one_half_of_the_bits_at_its_place(ulong item, uint low, uint high, bool second)
    {
        var random = new Philox(99);
        var bits = random.Bits(4, 2, low, high);
        random.Uniform(2, 4, item).ShouldBe((((second ? bits.Second : bits.First) >> 12) + 0.5) / Math.Pow(2, 52));
    }

    [Fact]
    public void Factors_are_the_numbers_of_items_0_1_2()
    {
        var factors = new double[5];
        new Philox(5).Factors(Scoring.Uncertainty.Stream.Drop, 9, 0.5, factors);
        factors.ShouldBe(Enumerable.Range(0, 5).Select(item => 1 + 0.5 * (2 * new Philox(5).Uniform(3, 9, (ulong)item) - 1)));
    }

    [Fact]
    public void Factors_are_uniform_within_the_half_width()
    {
        var factors = new double[101];
        var all = new List<double>();
        for (int draw = 0; draw < 1000; draw++)
        {
            new Philox(5).Factors(Scoring.Uncertainty.Stream.Weights, draw, 0.25, factors);
            all.AddRange(factors);
        }
        all.Min().ShouldBeInRange(0.75, 0.7501);
        all.Max().ShouldBeInRange(1.2499, 1.25);
        all.Average().ShouldBe(1, 0.002);
        all.Average(x => (x - 1) * (x - 1)).ShouldBe(0.25 * 0.25 / 3, 0.0003);
        all.Distinct().Count().ShouldBe(all.Count);
    }

    [Fact]
    public void A_half_width_of_0_gives_1_exactly()
    {
        var factors = new double[9];
        new Philox(ulong.MaxValue).Factors(Scoring.Uncertainty.Stream.Weights, 3, 0, factors);
        factors.ShouldAllBe(factor => factor == 1);
    }

    [Fact]
    public void Alternatives_and_the_leaf_left_out_have_equal_chances()
    {
        var rule = new UncertaintyRule { Normalise = [NormaliseKind.MinMax, NormaliseKind.ZScore, NormaliseKind.Rank], Aggregate = [Aggregation.Arithmetic, Aggregation.Geometric], DropOne = true };
        var draws = new RandomDraws(rule, 11, [3, 5, 8, 9], 12_000);
        var draw = new Draw(10);
        var seen = new Dictionary<object, int>();
        for (int number = 0; number < draws.Count; number++)
        {
            draws.Fill(number, draw);
            foreach (object choice in (object[])[(nameof(draw.Normalise), draw.Normalise), draw.Aggregate!, draw.Dropped])
                seen[choice] = seen.GetValueOrDefault(choice) + 1;
        }
        foreach (int normalise in (int[])[0, 1, 2])
            ((double)seen[(nameof(draw.Normalise), normalise)]).ShouldBe(4000, 200);
        ((double)seen[Aggregation.Arithmetic]).ShouldBe(6000, 220);
        ((double)seen[Aggregation.Geometric]).ShouldBe(6000, 220);
        foreach (int leaf in (int[])[3, 5, 8, 9])
            ((double)seen[leaf]).ShouldBe(3000, 190);
    }

    [Fact]
    public void Logarithm_and_exponential_of_many_numbers_have_the_bits_of_one()
    {
        var random = new Random(3);
        double[] special = [double.Epsilon, 1e-310, double.MaxValue, 1, 2, 0.5, 1.4142135623730951, 1.4142135623730954];
        for (int round = 0; round < 20_000; round++)
        {
            double x = round < special.Length ? special[round] : Math.ScaleB(random.NextDouble() + double.Epsilon, random.Next(-1070, 1000));
            var lanes = Enumerable.Range(0, Vector<double>.Count).Select(lane => lane == 0 ? x : random.NextDouble() + 0.1).ToArray();
            var logs = VectorElementary.Ln(new(lanes));
            double[] powers = [.. lanes.Select((_, lane) => (random.NextDouble() - 0.5) * (lane == 0 && round % 10 == 0 ? 1600 : 200))];
            var exps = VectorElementary.Exp(new(powers));
            for (int lane = 0; lane < lanes.Length; lane++)
            {
                logs[lane].ShouldBe(Elementary.Ln(lanes[lane]));
                exps[lane].ShouldBe(Elementary.Exp(powers[lane]));
            }
        }
    }

    [Fact]
    public void A_missing_number_stays_missing_beside_one_out_of_the_ordinary()
    {
        double[] lanes = [.. Enumerable.Repeat(double.NaN, Vector<double>.Count)];
        foreach (var (special, function) in ((double, Func<Vector<double>, Vector<double>>)[])[(double.Epsilon, VectorElementary.Ln), (800, VectorElementary.Exp)])
        {
            lanes[0] = special;
            var result = function(new(lanes));
            double.IsNaN(result[0]).ShouldBeFalse();
            for (int lane = 1; lane < lanes.Length; lane++)
                result[lane].ShouldBe(double.NaN);
        }
    }

    /// <summary>Of 1, 2, 3, 4, 9, by R's default.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.05, 1.2)]
    [InlineData(0.5, 3)]
    [InlineData(0.95, 8)]
    [InlineData(1, 9)]
    public void Quantiles_are_of_type_7(double p, double expected) =>
        Quantiles.OfCounts([0, 1, 1, 1, 1, 0, 0, 0, 0, 1], 5, p).ShouldBe(expected, 1e-12);
}
