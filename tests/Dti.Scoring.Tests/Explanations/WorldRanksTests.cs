using Dti.Scoring.Explanations;
using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Explanations;

public sealed class WorldRanksTests
{
    private static readonly Normalisation AsItIs = new(NormaliseKind.None);

    /// <summary>Distance within which another score may change sides when it moves by half a point at most, ranks being judged on two decimals.</summary>
    private static readonly double Reach = 0.5 + 1.001 * Math.Pow(10, -2);

    [Theory]
    [CombinatorialRules]
    public void The_rank_among_other_scores_is_the_official_one(Ties ties, RankRounding rounding)
    {
        double[] roots = [5.004, 5.001, 4.996, double.NaN, 5.004, 1, 9, 5.016, 5.001, 4.2, 9.004, 5.001];
        var (set, table) = (Set(ties, rounding), Table(roots.Length));
        table = new() { Units = [.. table.Units.Select((unit, row) => unit with { Ranked = row != 8, Pool = row is 5 or 6 ? "apart" : "" })], Columns = table.Columns };
        var world = new WorldRanks(set, table, [.. roots.Select(root => 7 - root)]);
        var official = Ranking.Rank(set, table, roots).ToDictionary(row => row.Unit, row => row.Rank ?? double.NaN);
        for (int row = 0; row < roots.Length; row++)
            world.Among(row, roots).ShouldBe(official[row], $"row {row}");
    }

    [Fact]
    public void Only_scores_within_reach_are_asked_for()
    {
        double[] roots = [5, 5 - Reach, 5 + Reach, 5 - Reach - 0.001, 5 + Reach + 0.001, double.NaN, 5.2];
        var (rank, asked) = Among(roots, own: 5, most: 0.5, error: 0, moved: root => root - 0.3);
        asked.ShouldBe([1, 2, 6], ignoreOrder: true);
        // Above: the one too far up to come down, and the one just within reach; the third came down to 4.9.
        rank.ShouldBe(3);
    }

    [Fact]
    public void An_error_of_the_scores_widens_the_reach_by_twice_itself()
    {
        double[] roots = [5, 5 - Reach - 0.19, 5 + Reach + 0.19, 5 - Reach - 0.21, 5 + Reach + 0.21];
        Among(roots, own: 5, most: 0.5, error: 0.1, moved: root => root, RankRounding.After).Asked.ShouldBe([1, 2], ignoreOrder: true);
    }

    [Fact]
    public void Where_nobody_is_within_reach_nobody_is_scored_again()
    {
        var (rank, asked) = Among([5, 9, 1, 8], own: 5, most: 0.5, error: 0, moved: root => root);
        (rank, asked.Length).ShouldBe((3, 0));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(2)]
    public void Its_own_former_score_is_not_above_it(double former)
    {
        Among([former, 7, 4, 5.2], own: 5, most: 0.5, error: 0, moved: root => root).Rank.ShouldBe(3);
        // Exactly at the end of its reach it is among those looked at, and left out there.
        Among([5 + Reach, 7, 4], own: 5, most: 0.5, error: 0, moved: root => root).Rank.ShouldBe(2);
    }

    [Theory]
    [InlineData(Ties.Min, 2)]
    [InlineData(Ties.Max, 4)]
    [InlineData(Ties.Average, 3)]
    public void Scores_that_round_to_the_same_are_tied(Ties ties, double rank) =>
        Among([1, 7, 5.003, 4.996], own: 5, most: 9, error: 0, moved: root => root, ties: ties).Rank.ShouldBe(rank);

    [Fact]
    public void Dense_ties_are_left_to_the_plain_way() => Among([5, 4], own: 5, most: 0.5, error: 0, moved: root => root, ties: Ties.Dense).Rank.ShouldBeNull();

    [Theory]
    [InlineData(5.005, 0.001, null)]
    [InlineData(5.007, 0.001, 1.0)]
    [InlineData(5.005, 0, 1.0)]
    public void A_score_that_may_round_either_way_cannot_be_told(double score, double error, double? rank)
    {
        Among([0, 3], own: score, most: 9, error, moved: _ => 4).Rank.ShouldBe(rank);
        Among([0, 3], own: 6, most: 9, error, moved: _ => score).Rank.ShouldBe(rank);
    }

    [Theory]
    [InlineData(5.25, 0.125, RankRounding.After, null)]
    [InlineData(4.75, 0.125, RankRounding.After, null)]
    [InlineData(5.3125, 0.125, RankRounding.After, 2.0)]
    [InlineData(4.6875, 0.125, RankRounding.After, 1.0)]
    [InlineData(5, 0, RankRounding.After, 1.0)]
    [InlineData(5.001, 0.001, RankRounding.Before, 1.0)]
    public void Unrounded_scores_nearer_than_twice_the_error_cannot_be_told_apart(double other, double error, RankRounding rounding, double? rank) =>
        Among([0, 3], own: 5, most: 9, error, moved: _ => other, rounding).Rank.ShouldBe(rank);

    [Fact]
    public void A_unit_that_is_not_ranked_or_has_no_score_has_no_rank()
    {
        var (set, table) = (Set(Ties.Min, RankRounding.Before), Table(2));
        table = new() { Units = [table.Units[0] with { Ranked = false }, table.Units[1]], Columns = table.Columns };
        var world = new WorldRanks(set, table, [1, 2]);
        world.Among(0, new ShiftedScores(1, 0, 0, _ => [])).ShouldBe(double.NaN);
        world.Among(1, new ShiftedScores(double.NaN, 0, 0, _ => [])).ShouldBe(double.NaN);
        world.Among(0, [1, 2]).ShouldBe(double.NaN);
        (world.Of(0), world.With(0, 3), world.Of(1)).ShouldBe((double.NaN, double.NaN, 1));
    }

    /// <summary>The first row's rank where its score becomes another and the others move.</summary>
    private static (double? Rank, int[] Asked) Among(
        double[] roots, double own, double most, double error, Func<double, double> moved, RankRounding rounding = RankRounding.Before, Ties ties = Ties.Min)
    {
        int[] asked = [];
        var world = new WorldRanks(Set(ties, rounding), Table(roots.Length), roots);
        double? rank = world.Among(0, new ShiftedScores(own, most, error, rows =>
        {
            asked.ShouldBeEmpty("asked once");
            rows.ShouldNotBeEmpty();
            asked = rows;
            return [.. rows.Select(row => moved(roots[row]))];
        }));
        return (rank, asked);
    }

    private static IndicatorSet Set(Ties ties, RankRounding rounding) => Given.Composite(Given.Leaf("a", AsItIs)) with { Groups = [], Ranking = new(ties, 2, rounding) };

    private static UnitTable Table(int units) => Given.Table(("a", new double[units]));

    private sealed class CombinatorialRulesAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from ties in Enum.GetValues<Ties>() from rounding in Enum.GetValues<RankRounding>() select new object[] { ties, rounding };
    }
}
