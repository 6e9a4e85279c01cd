using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Composites;

/// <summary>Small columns with ties, a constant, missing values, as COINr normalises them.</summary>
public sealed class TiesGoldenTests
{
    private static readonly GoldenTable Input = GoldenTable.Read("14_ties_input.csv");

    [Theory]
    [InlineData("14_ties_n_minmax.csv", NormaliseKind.MinMax, 1, "acd")]
    [InlineData("14_ties_n_zscore.csv", NormaliseKind.ZScore, 1, "acd")]
    [InlineData("14_ties_n_dist2max.csv", NormaliseKind.DistanceToMax, 1, "acd")]
    [InlineData("14_ties_n_rank.csv", NormaliseKind.Rank, 1, "abcd")]
    [InlineData("14_ties_n_rank_dirminus.csv", NormaliseKind.Rank, -1, "abcd")]
    [InlineData("14_ties_n_borda.csv", NormaliseKind.Borda, 1, "abcd")]
    [InlineData("14_ties_n_prank.csv", NormaliseKind.PercentileRank, 1, "abcd")]
    public void Columns_with_ties_and_gaps_are_normalised_as_published(string file, NormaliseKind kind, int direction, string columns)
    {
        var expected = GoldenTable.Read(file).Ordered("uCode", Input.Words("uCode"));
        foreach (string column in columns.Select(letter => letter.ToString()))
        {
            var leaf = Given.Leaf(column, Method(kind));
            double[] have = Given.Score(Given.Composite(leaf with { Normalised = leaf.Normalised! with { Direction = direction } }), Given.Table((column, Input.Numbers(column)))).Of(column);
            have.ShouldAgreeWith(expected.Numbers(column), $"{file} {column}");
        }
    }

    [Theory]
    [InlineData(NormaliseKind.MinMax)]
    [InlineData(NormaliseKind.ZScore)]
    [InlineData(NormaliseKind.DistanceToMax)]
    public void A_constant_column_is_a_named_fault_where_the_others_drop_it_silently(NormaliseKind kind) =>
        Given.Fault(() => Given.Score(Given.Composite(Given.Leaf("b", Method(kind))), Given.Table(("b", Input.Numbers("b"))))).ShouldBe("constant-column");

    private static Normalisation Method(NormaliseKind kind) => new(kind) { Upper = kind == NormaliseKind.MinMax ? 100 : 1 };
}
