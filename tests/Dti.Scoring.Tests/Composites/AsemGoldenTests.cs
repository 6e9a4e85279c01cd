using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Composites;

/// <summary>The ASEM example as COINr 1.1.14 computes it: 51 units, 49 indicators, 8 pillars, 2 sub-indices.</summary>
public sealed class AsemGoldenTests
{
    private static readonly GoldenTable Meta = GoldenTable.Read("in_iMeta.csv");
    private static readonly GoldenTable Parameters = GoldenTable.Read("in_norm_params.csv");
    private static readonly string[] Indicators = [.. Rows(Meta).Where(row => row["Level"] == "1").Select(row => row["iCode"])];
    private static readonly Normalisation None = new(NormaliseKind.None);
    private static readonly Normalisation MinMax = new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 };

    [Fact]
    public void Denominated_columns_are_the_published_ones() =>
        ShouldMatch(Flat("in_iData.csv", Denominated), "02_denominated.csv", Indicators);

    [Fact]
    public void Missing_values_take_the_mean_of_their_group() =>
        ShouldMatch(Flat("in_iData.csv", code => Denominated(code) with { Impute = Imputation.GroupMean, ImputeBy = "EurAsia_group" }), "03_imputed_meangrp.csv", Indicators);

    [Theory]
    [InlineData("05_treated.csv", 5, false)]
    [InlineData("05_treated_winmax1.csv", 1, false)]
    [InlineData("05_treated_winmax1_combine.csv", 1, true)]
    public void Outliers_are_treated(string file, int max, bool combine) =>
        ShouldMatch(Flat("in_iData.csv", code => Denominated(code) with
        {
            Impute = Imputation.GroupMean,
            ImputeBy = "EurAsia_group",
            Treat = new(max, Combine: combine),
        }), file, Indicators);

    public static TheoryData<string, string, NormaliseKind, double, double> Normalisations => new()
    {
        { "05_treated.csv", "06_norm_minmax_0_100_from_treated.csv", NormaliseKind.MinMax, 0, 100 },
        { "05_treated.csv", "06_norm_minmax_1_100_from_treated.csv", NormaliseKind.MinMax, 1, 100 },
        { "05_treated.csv", "06_norm_zscore_0_1_from_treated.csv", NormaliseKind.ZScore, 0, 1 },
        { "05_treated.csv", "06_norm_rank_from_treated.csv", NormaliseKind.Rank, 0, 1 },
        { "05_treated.csv", "06_norm_borda_from_treated.csv", NormaliseKind.Borda, 0, 1 },
        { "05_treated.csv", "06_norm_prank_from_treated.csv", NormaliseKind.PercentileRank, 0, 1 },
        { "05_treated.csv", "06_norm_dist2max_from_treated.csv", NormaliseKind.DistanceToMax, 0, 1 },
        { "in_iData.csv", "06_norm_goalposts_0_100_from_raw.csv", NormaliseKind.Goalposts, 0, 100 },
        { "in_iData.csv", "06_norm_dist2targ_cap_from_raw.csv", NormaliseKind.DistanceToTarget, 0, 1 },
    };

    [Theory]
    [MemberData(nameof(Normalisations))]
    public void Normalised_columns_are_the_published_ones(string input, string expected, NormaliseKind kind, double lower, double upper) =>
        ShouldMatch(Flat(input, code => new()
        {
            Direction = Direction(code),
            Normalise = new(kind)
            {
                Lower = lower,
                Upper = upper,
                Low = Parameter(code, "goalpost_lower"),
                High = Parameter(code, "goalpost_upper"),
                Target = Parameter(code, "Target"),
            },
        }), expected, Indicators);

    [Theory]
    [InlineData("07_agg_amean_minmax1_100_w_alt.csv", "in_weights_alt.csv", Aggregation.Arithmetic)]
    [InlineData("07_agg_gmean_minmax1_100_w_alt.csv", "in_weights_alt.csv", Aggregation.Geometric)]
    [InlineData("07_agg_hmean_minmax1_100_w_original.csv", "in_weights_original.csv", Aggregation.Harmonic)]
    public void Weighted_means_at_every_level_are_the_published_ones(string expected, string weights, Aggregation aggregation)
    {
        var scores = Tree("05_treated.csv", code => new() { Direction = Direction(code), Normalise = MinMax }, Weights(weights), aggregation);
        ShouldMatch(scores, expected, EveryNode(scores));
    }

    [Theory]
    [InlineData("09_sparse_a_amean_thresh_0.5.csv", Aggregation.Arithmetic)]
    [InlineData("09_sparse_a_gmean_thresh_0.5.csv", Aggregation.Geometric)]
    public void With_holes_the_data_threshold_decides_who_has_a_score(string expected, Aggregation aggregation)
    {
        var scores = Tree("09_sparse_input.csv", code => new() { Direction = Direction(code), Normalise = MinMax }, Weights("in_weights_alt.csv"), aggregation, threshold: 0.5);
        ShouldMatch(scores, expected, EveryNode(scores));
        scores.Values.Any(column => column.Any(double.IsNaN)).ShouldBeTrue();
    }

    [Fact]
    public void Ranks_at_every_level_are_the_published_ones()
    {
        var scores = Tree("05_treated.csv", code => new() { Direction = Direction(code), Normalise = new(NormaliseKind.MinMax) { Upper = 100 } }, _ => 1, Aggregation.Arithmetic);
        ShouldMatch(scores, "07_aggregated_amean.csv", EveryNode(scores));
        var expected = GoldenTable.Read("08_ranks_all_levels.csv").Ordered("uCode", Units(scores));
        var set = scores.Plan.Set with { Ranking = new(Ties.Min, 2, RankRounding.After) };
        foreach (string code in EveryNode(scores))
        {
            double[] ranks = new double[scores.Table.Units.Count];
            foreach (var row in Ranking.Rank(set, scores.Table, scores.Of(code == "Index" ? ScoringPlan.RootCode : code)))
                ranks[row.Unit] = row.Rank ?? double.NaN;
            ranks.ShouldBe(expected.Numbers(code), code);
        }
    }

    private static SetScores Flat(string file, Func<string, NormalisedLeaf> leaf) =>
        Given.Score(Given.Composite([.. Indicators.Select(code => new Node { Code = code, Name = Given.Name, Normalised = leaf(code) })]), Table(file));

    private static SetScores Tree(string file, Func<string, NormalisedLeaf> leaf, Func<string, double> weight, Aggregation aggregation, double threshold = 0)
    {
        var rows = Rows(Meta).Where(row => row["Level"].Length > 0).ToList();
        return Given.Score(Given.Composite(Children("Index")) with { Aggregate = aggregation, DataThreshold = threshold }, Table(file));

        Node[] Children(string parent) => [.. rows.Where(row => row["Parent"] == parent).Select(row => new Node
        {
            Code = row["iCode"],
            Name = Given.Name,
            Weight = weight(row["iCode"]),
            Aggregate = aggregation,
            DataThreshold = threshold,
            Children = Children(row["iCode"]),
            Normalised = row["Level"] == "1" ? leaf(row["iCode"]) : null,
        })];
    }

    private static UnitTable Table(string file)
    {
        var data = GoldenTable.Read("in_iData.csv");
        var values = GoldenTable.Read(file).Ordered("uCode", data.Words("uCode"));
        return new()
        {
            Units = [.. data.Words("uCode").Select(code => new TableUnit(code, ""))],
            Columns = values.Header.Except(["uName", "uCode", "GDP_group", "GDPpc_group", "Pop_group", "EurAsia_group"]).ToDictionary(column => column, values.Numbers),
            Labels = new Dictionary<string, string[]> { ["EurAsia_group"] = data.Words("EurAsia_group") },
        };
    }

    private static void ShouldMatch(SetScores scores, string file, IEnumerable<string> codes)
    {
        var expected = GoldenTable.Read(file).Ordered("uCode", Units(scores));
        foreach (string code in codes)
            scores.Of(code == "Index" ? ScoringPlan.RootCode : code).ShouldAgreeWith(expected.Numbers(code), $"{file} {code}");
    }

    private static string[] Units(SetScores scores) => [.. scores.Table.Units.Select(unit => unit.Code)];

    private static IEnumerable<string> EveryNode(SetScores scores) => scores.Plan.Nodes.Skip(1).Select(node => node.Code).Append("Index");

    private static NormalisedLeaf Denominated(string code) =>
        new() { Denominator = Cell(Meta, "iCode", code, "Denominator") is { Length: > 0 } column ? column : null, Normalise = None };

    private static int Direction(string code) => (int)Parameter(code, "Direction");

    private static double Parameter(string code, string column) =>
        Parameters.Numbers(column)[Array.IndexOf(Parameters.Words("iCode"), code)];

    private static Func<string, double> Weights(string file)
    {
        var table = GoldenTable.Read(file);
        return code => table.Numbers("Weight")[Array.IndexOf(table.Words("iCode"), code)];
    }

    private static string Cell(GoldenTable table, string key, string value, string column) =>
        table.Words(column)[Array.IndexOf(table.Words(key), value)];

    private static IEnumerable<Dictionary<string, string>> Rows(GoldenTable table) =>
        Enumerable.Range(0, table.Count).Select(row => table.Header.ToDictionary(column => column, column => table.Words(column)[row]));
}
