using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Composites;

/// <summary>The Technology Achievement Index of the OECD/JRC handbook, 23 countries; the log columns are given already logged.</summary>
public sealed class TechnologyAchievementIndexTests
{
    private static readonly GoldenTable Raw = GoldenTable.Read("tai_raw_23.csv");
    private static readonly GoldenTable Posts = GoldenTable.Read("tai_goalposts.csv");
    private static readonly GoldenTable Published = GoldenTable.Read("tai_published_rankings.csv").Ordered("country", Raw.Words("country"));
    private static readonly string[] Columns = [.. Raw.Header.Skip(1)];

    [Theory]
    [InlineData("EW", "t23_EW")]
    [InlineData("BAP", "t23_BAP")]
    public void Goalposts_and_weighted_means_rank_23_of_23_as_published(string weights, string ranking) =>
        Ranks(WithGoalposts(weights), Aggregation.Arithmetic).ShouldBe(Published.Numbers(ranking));

    [Fact]
    public void The_geometric_mean_of_raw_values_ranks_23_of_23_as_published() =>
        Ranks([.. Columns.Select(code => Given.Leaf(code, new(NormaliseKind.None)))], Aggregation.Geometric).ShouldBe(Published.Numbers("t38_GME"));

    [Fact]
    public void Equal_weights_give_the_totals_recomputed_from_the_human_development_report()
    {
        var expected = GoldenTable.Read("tai_undp2001_values_2dp.csv");
        var totals = Given.Score(Given.Composite(WithGoalposts("EW")), Table).Values[0].ToArray();
        expected.Words("country").ShouldBe(Raw.Words("country"));
        totals.Select(total => DecimalRounding.Round(total, 6)).ShouldBe(expected.Numbers("recomputed_goalposts"));
    }

    [Fact]
    public void Schooling_normalises_as_in_table_15()
    {
        var expected = GoldenTable.Read("tai_table15_schooling_normalisations.csv").Ordered("country", Raw.Words("country"));
        Schooling(NormaliseKind.Rank, 0).ShouldBe(expected.Numbers("rank_ascending_ties_min"));
        Schooling(NormaliseKind.MinMax, 2).ShouldBe(expected.Numbers("minmax_0_1"));
        Schooling(NormaliseKind.ZScore, 2).ShouldBe(expected.Numbers("zscore"));
    }

    private static UnitTable Table => new()
    {
        Units = [.. Raw.Words("country").Select(country => new TableUnit(country, ""))],
        Columns = Columns.ToDictionary(column => column, Raw.Numbers),
    };

    private static Node[] WithGoalposts(string weights)
    {
        var table = GoldenTable.Read("tai_table22_weights.csv");
        int row = Array.IndexOf(table.Words("method"), weights);
        return [.. Columns.Select(code =>
        {
            int post = Array.IndexOf(Posts.Words("indicator"), code);
            var goalposts = new Normalisation(NormaliseKind.Goalposts) { Low = Posts.Numbers("min")[post], High = Posts.Numbers("max")[post] };
            return Given.Leaf(code, goalposts, table.Numbers(code)[row]);
        })];
    }

    private static double[] Ranks(Node[] nodes, Aggregation aggregation)
    {
        var set = Given.Composite(nodes) with { Aggregate = aggregation, Ranking = new(Rounding: RankRounding.After) };
        double[] ranks = new double[Raw.Count];
        foreach (var row in Ranking.Rank(set, Table, Given.Score(set, Table).Values[0]))
            ranks[row.Unit] = row.Rank!.Value;
        return ranks;
    }

    private static double[] Schooling(NormaliseKind kind, int decimals) =>
        [.. Given.Score(Given.Composite(Given.Leaf("schooling", new(kind))), Table).Of("schooling").Select(x => DecimalRounding.Round(x, decimals))];
}
