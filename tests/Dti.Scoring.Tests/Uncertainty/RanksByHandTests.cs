using Dti.Scoring.Rankings;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>Figures of a handful of ranks set by hand.</summary>
public sealed class RanksByHandTests
{
    [Fact]
    public void Quantiles_mean_and_share_of_the_first_three_are_of_all_draws()
    {
        var units = Of(1, [1, 1, 1, 1, 1, 1, 1, 1, 1, 2], [2, 2, 2, 2, 3, 2, 2, 2, 2, 1], [3, 3, 4, 3, 2, 3, 3, 4, 3, 3], [4, 4, 3, 4, 4, 4, 4, 3, 4, 4]).Units;
        units[0]!.ShouldBe(new(1, 1, 1 + (0.95 * 9 - 8), 1.1, 1, "A"));
        units[1]!.ShouldBe(new(1 + 0.05 * 9, 2, 2 + (0.95 * 9 - 8), 2, 1, "B"));
        units[2]!.ShouldBe(new(2 + 0.05 * 9, 3, 4, 3.1, 0.8, "C"));
        units[3]!.ShouldBe(new(3, 4, 4, 3.8, 0.2, "C"));
    }

    [Fact]
    public void Average_ranks_have_halves()
    {
        var unit = Of(2, [2, 2, 2, 2], [5, 6, 7, 8], [8, 8, 8, 8], [4, 4, 4, 4]).Units[1]!;
        (unit.Median, unit.Mean, unit.TopThree).ShouldBe((3.25, 3.25, 0.5));
        unit.Low.ShouldBe(2.575, 1e-12);
        unit.High.ShouldBe(3.925, 1e-12);
    }

    [Theory]
    [InlineData(9, "B")]
    [InlineData(8, "A")]
    public void Nine_draws_of_ten_tell_the_next_unit_apart(int above, string tier)
    {
        ushort[] one = [.. Enumerable.Range(0, 10).Select(draw => (ushort)(draw < above ? 1 : 2))];
        var result = Of(1, one, [.. one.Select(rank => (ushort)(3 - rank))]);
        (result.Above(0, 1), result.Above(1, 0)).ShouldBe((above / 10.0, (10 - above) / 10.0));
        result.Units.Select(unit => unit!.Tier).ShouldBe(["A", tier]);
    }

    /// <summary>0 = no rank in that draw; the longer lists are counted several draws at once.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(41)]
    public void Above_counts_the_draws_in_which_both_have_a_rank(int times)
    {
        ushort[] Repeat(params ushort[] ranks) => [.. Enumerable.Repeat(ranks, times).SelectMany(draw => draw)];
        var result = Of(1, Repeat(1, 0, 1, 1), Repeat(2, 1, 2, 0), Repeat(3, 2, 1, 2), Repeat(0, 0, 0, 0));
        double[][] expected = [[0, 1, 2.0 / 3, double.NaN], [0, 0, 2.0 / 3, double.NaN], [0, 1.0 / 3, 0, double.NaN], [double.NaN, double.NaN, double.NaN, double.NaN]];
        double[][] matrix = result.Above([0, 1, 2, 3]);
        for (int unit = 0; unit < 4; unit++)
            matrix[unit].ShouldBe(expected[unit]);
        (result.Units[3]!.Median, result.Units[3]!.Mean, result.Units[3]!.TopThree).ShouldBe((double.NaN, double.NaN, 0));
        result.Units[0]!.TopThree.ShouldBe(0.75);
    }

    [Fact]
    public void A_unit_without_a_rank_is_above_and_below_none()
    {
        var pools = new RankPools(Given.Points() with { Groups = [] }, [Row(2, 1), Row(0, 2)]);
        var result = new RankUncertainty(pools, 3, [1, 1, 2, 2], 1, 2, 0);
        result.Units.Select(unit => unit?.Mean).ShouldBe([2, null, 1]);
        (result.Above(2, 0), result.Above(0, 2)).ShouldBe((1, 0));
        foreach (int ranked in (int[])[0, 2])
            (result.Above(1, ranked), result.Above(ranked, 1)).ShouldBe((double.NaN, double.NaN));
    }

    [Fact]
    public void Tiers_go_from_A_to_Z_and_on_with_two_letters_and_three()
    {
        var tiers = Of(1, [.. Enumerable.Range(1, 703).Select(rank => new[] { (ushort)rank })]).Units.Select(unit => unit!.Tier).ToList();
        ((int[])[0, 25, 26, 27, 51, 52, 701, 702]).Select(place => tiers[place]).ShouldBe(["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
        tiers.Distinct().Count().ShouldBe(703);
    }

    [Fact]
    public void Pools_are_those_of_the_ranking_and_groups_only_those_of_the_set()
    {
        RankedUnit[] ranking = [Row(3, 1, "so"), Row(0, 2, "xa"), Row(1, 1, "xa", "p"), Row(2, null, "xa", "p")];
        new RankPools(Given.Points(), ranking).Pools.ShouldBe([new(0, 1, "so", ""), new(1, 1, "xa", ""), new(2, 1, "xa", "p")]);
        var one = new RankPools(Given.Points() with { Groups = [] }, ranking);
        one.Pools.ShouldBe([new(0, 2, "", ""), new(2, 1, "", "p")]);
        one.Slots.ShouldBe([3, 0, 1]);
        one.Official.ShouldBe([1, 2, 1]);
        one.Largest.ShouldBe(2);
    }

    /// <summary>Units 0, 1, 2 … of the official ranks 1, 2, 3 …; for each its rank in every draw, times the scale.</summary>
    private static RankUncertainty Of(int scale, params ushort[][] ranks) => new(
        new(Given.Points() with { Groups = [] }, [.. ranks.Select((_, unit) => Row(unit, unit + 1))]),
        ranks.Length, [.. ranks.SelectMany(ofUnit => ofUnit)], scale, ranks[0].Length, 0);

    private static RankedUnit Row(int unit, double? rank, string group = "", string pool = "") => new(unit, group, pool, rank, null, null);
}
