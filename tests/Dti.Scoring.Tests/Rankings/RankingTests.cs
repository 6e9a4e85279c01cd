using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Rankings;

public sealed class RankingTests
{
    [Theory]
    [InlineData(Ties.Min, new[] { 1, 2, 2, 4.0 })]
    [InlineData(Ties.Dense, new[] { 1, 2, 2, 3.0 })]
    [InlineData(Ties.Average, new[] { 1, 2.5, 2.5, 4 })]
    [InlineData(Ties.Max, new[] { 1, 3, 3, 4.0 })]
    public void Ties_share_the_rank_the_set_says(Ties ties, double[] expected) =>
        Rank(new(ties), [9, 7, 7, 5]).Select(row => row.Rank!.Value).ShouldBe(expected);

    [Fact]
    public void Rounded_scores_are_ranked_when_rounding_comes_before()
    {
        var rows = Rank(new(Ties.Min, 2, RankRounding.Before), [7.001, 7.004, 6.9]);
        rows.Select(row => row.Rank!.Value).ShouldBe([1, 1, 3.0]);
        rows.Select(row => row.Unit).ShouldBe([0, 1, 2], "tied units keep the order of the input");
    }

    [Fact]
    public void Unrounded_scores_are_ranked_when_rounding_comes_after()
    {
        var rows = Rank(new(Ties.Min, 2, RankRounding.After), [7.001, 7.004, 6.9]);
        rows.Select(row => (row.Unit, row.Rank!.Value)).ShouldBe([(1, 1.0), (0, 2.0), (2, 3.0)]);
        rows[0].RoundedScore.ShouldBe(7);
        rows[0].Score.ShouldBe(7.004);
    }

    [Fact]
    public void A_half_in_decimal_ties_with_the_number_above_it() =>
        Rank(new(Ties.Min, 5), [0.716355, 0.71636]).Select(row => row.Rank!.Value).ShouldBe([1, 1.0]);

    [Fact]
    public void Units_without_a_score_or_not_ranked_come_last_and_hold_no_rank()
    {
        var rows = Rank(new(), [double.NaN, 3, 8, 5], [new("a", ""), new("b", ""), new("c", "", Ranked: false), new("d", "")]);
        rows.Select(row => (row.Unit, row.Rank)).ShouldBe([(3, 1), (1, 2), (2, null), (0, null)]);
        rows[2].Score.ShouldBe(8);
        rows[3].Score.ShouldBeNull();
        rows[3].RoundedScore.ShouldBeNull();
    }

    [Fact]
    public void Groups_are_ranked_apart_in_the_order_of_the_set_and_unknown_ones_last()
    {
        var set = Given.Points() with { Groups = [new("so", Given.Name), new("huyen", Given.Name)] };
        var table = new UnitTable { Units = [new("x", "la"), new("h", "huyen"), new("s1", "so"), new("s2", "so")], Columns = new Dictionary<string, double[]>() };
        Ranking.Rank(set, table, [1, 2, 3, 4]).Select(row => (row.Group, row.Unit, row.Rank)).ShouldBe(
            [("so", 3, 1), ("so", 2, 2), ("huyen", 1, 1), ("la", 0, 1)]);
    }

    [Fact]
    public void Pools_are_ranked_apart_inside_their_group() =>
        Rank(new(), [5, 9, 7], [new("a", "", "I"), new("b", "", "II"), new("c", "", "I")])
            .Select(row => (row.Pool, row.Unit, row.Rank)).ShouldBe([("I", 2, 1), ("I", 0, 2), ("II", 1, 1)]);

    [Fact]
    public void An_empty_group_is_the_only_group_of_the_set()
    {
        var set = Given.Points() with { Groups = [new("xa", Given.Name)] };
        var table = new UnitTable { Units = [new("a", ""), new("b", "xa")], Columns = new Dictionary<string, double[]>() };
        Ranking.Rank(set, table, [1, 2]).Select(row => (row.Group, row.Unit, row.Rank)).ShouldBe([("xa", 1, 1), ("xa", 0, 2)]);
    }

    [Fact]
    public void A_set_without_groups_ranks_all_units_together()
    {
        var table = new UnitTable { Units = [new("a", "Europe"), new("b", "Asia"), new("c", "Europe")], Columns = new Dictionary<string, double[]>() };
        Ranking.Rank(Given.Points() with { Groups = [] }, table, [1, 3, 2]).Select(row => (row.Group, row.Unit, row.Rank)).ShouldBe(
            [("Asia", 1, 1), ("Europe", 2, 2), ("Europe", 0, 3)]);
    }

    private static IReadOnlyList<RankedUnit> Rank(RankingRule rule, double[] scores, TableUnit[]? units = null) =>
        Ranking.Rank(
            Given.Points() with { Ranking = rule },
            new() { Units = units ?? [.. scores.Select((_, row) => new TableUnit($"u{row}", ""))], Columns = new Dictionary<string, double[]>() },
            scores);
}
