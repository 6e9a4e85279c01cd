using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Statistics;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Statistics;

/// <summary>The ASEM example as COINr 1.1.14 describes it: moments, correlations within pillars, Cronbach's alpha.</summary>
public sealed class AsemStatisticsTests
{
    private static readonly GoldenTable Lineage = GoldenTable.Read("in_lineage.csv");

    [Fact]
    public void Moments_and_counts_are_the_published_ones()
    {
        var expected = GoldenTable.Read("12_stats_treated.csv");
        var leaves = Of("05_treated.csv", _ => new() { Normalise = new(NormaliseKind.None) }).Leaves;
        var mine = expected.Words("iCode").Select(code => leaves.Single(leaf => leaf.Code == code)).ToArray();
        (string Column, Func<LeafStatistics, double> Figure)[] figures =
        [
            ("Min", leaf => leaf.Min.Value!.Value), ("Max", leaf => leaf.Max.Value!.Value), ("Mean", leaf => leaf.Mean.Value!.Value),
            ("Median", leaf => leaf.Median.Value!.Value), ("Std", leaf => leaf.Sd.Value!.Value), ("Skew", leaf => leaf.Skewness.Value!.Value),
            ("Kurt", leaf => leaf.Kurtosis.Value!.Value), ("N.Avail", leaf => leaf.Covered), ("N.Unique", leaf => leaf.Distinct),
            ("Frc.Avail", leaf => leaf.Coverage.Value!.Value), ("Frc.Same", leaf => leaf.ShareAtMode.Value!.Value),
        ];
        mine.Length.ShouldBe(49);
        foreach (var (column, figure) in figures)
            mine.Select(figure).ToArray().ShouldAgreeWith(expected.Numbers(column), column);
        mine.ShouldAllBe(leaf => !leaf.HasOutliers);
    }

    [Fact]
    public void Correlations_within_pillars_are_the_published_ones()
    {
        var expected = GoldenTable.Read("12_corr_pearson_within_pillar.csv");
        var parameters = GoldenTable.Read("in_norm_params.csv");
        var group = Of("05_treated.csv", code => new()
        {
            Direction = (int)parameters.Numbers("Direction")[Array.IndexOf(parameters.Words("iCode"), code)],
            Normalise = new(NormaliseKind.MinMax) { Upper = 100 },
        });
        int Node(string code) => group.Plan.Nodes.Single(node => node.Code == code).Index;
        expected.Count.ShouldBe(329);
        expected.Words("Var1").Zip(expected.Words("Var2"), (a, b) => group.Correlations[Node(a), Node(b)].Value!.Value).ToArray()
            .ShouldAgreeWith(expected.Numbers("Correlation"));
    }

    [Theory]
    [InlineData("in_iData.csv", "alpha_raw", NormaliseKind.None)]
    [InlineData("05_treated.csv", "alpha_norm", NormaliseKind.MinMax)]
    public void Cronbachs_alpha_of_every_pillar_is_the_published_one(string file, string column, NormaliseKind kind)
    {
        var expected = GoldenTable.Read("12_cronbach_pillars.csv");
        var parameters = GoldenTable.Read("in_norm_params.csv");
        var group = Of(file, code => new()
        {
            Direction = kind == NormaliseKind.None ? 1 : (int)parameters.Numbers("Direction")[Array.IndexOf(parameters.Words("iCode"), code)],
            Normalise = new(kind) { Upper = 100 },
        });
        expected.Words("Pillar").Select(pillar => group.Nodes.Single(node => node.Code == pillar).Alpha.Value!.Value).ToArray()
            .ShouldAgreeWith(expected.Numbers(column), column);
    }

    [Fact]
    public void The_technology_achievement_index_has_the_alpha_of_the_handbook()
    {
        // OECD/JRC (2008), text at table 16: Cronbach's alpha of the eight indicators is 0.70.
        var raw = GoldenTable.Read("tai_raw_23.csv");
        string[] columns = [.. raw.Header.Skip(1)];
        var table = new UnitTable
        {
            Units = [.. raw.Words("country").Select(country => new TableUnit(country, ""))],
            Columns = columns.ToDictionary(column => column, raw.Numbers),
        };
        var group = StatisticsAnalysis.Run(Given.Score(Given.Composite([.. columns.Select(column => Given.Leaf(column, new(NormaliseKind.ZScore)))]), table)).Single();
        group.Nodes.Single().StandardisedAlpha.Value!.Value.ShouldBe(0.70, 0.005);
        group.Nodes.Single().Alpha.Value!.Value.ShouldBe(group.Nodes.Single().StandardisedAlpha.Value!.Value, 1e-12);
    }

    private static GroupStatistics Of(string file, Func<string, NormalisedLeaf> leaf)
    {
        var values = GoldenTable.Read(file);
        string[] pillars = Lineage.Words("Pillar"), indicators = Lineage.Words("Indicator");
        var nodes = pillars.Distinct().Select(pillar => Given.Branch(pillar,
            [.. indicators.Where((_, row) => pillars[row] == pillar).Select(code => new Node { Code = code, Name = Given.Name, Normalised = leaf(code) })]));
        return StatisticsAnalysis.Run(Given.Score(Given.Composite([.. nodes]), new()
        {
            Units = [.. values.Words("uCode").Select(code => new TableUnit(code, ""))],
            Columns = indicators.ToDictionary(code => code, values.Numbers),
        })).Single();
    }
}
