using Dti.Scoring.Comparisons;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Comparisons;

public sealed class RootPartsTests
{
    private static readonly Normalisation Scale = new(NormaliseKind.Goalposts) { Low = 0, High = 10, Lower = 0, Upper = 100 };

    [Fact]
    public void Points_are_parts_after_rescaling()
    {
        var excluded = Given.Ten("2");
        excluded = excluded with { Indicator = excluded.Indicator! with { WhenMissing = WhenMissing.Exclude } };
        var scores = Given.Score(Given.Points(Given.Ten("1"), excluded, Given.Ten("3")), Given.Table(("1", [5]), ("2", [double.NaN]), ("3", [10])));
        double[] parts = Of(scores);
        parts[0].ShouldBe(7.5);
        double.IsNaN(parts[1]).ShouldBeTrue();
        parts[2].ShouldBe(15);
        scores.Root(0).ShouldBe(22.5);
    }

    [Fact]
    public void Weighted_parts_add_up_to_the_index_where_data_are_missing()
    {
        var set = Given.Composite(Given.Leaf("a", Scale, 1), Given.Branch("B", Given.Leaf("b", Scale, 2), Given.Leaf("c", Scale, 1), Given.Leaf("d", Scale, 5)) with { Weight = 3 });
        var scores = Given.Score(set, Given.Table(("a", [2]), ("b", [6]), ("c", [1]), ("d", [double.NaN])));
        double[] parts = Of(scores);
        parts[0].ShouldBe(0.25 * 20, 1e-12);
        parts[1].ShouldBe(0.75 * 2 / 3 * 60, 1e-12);
        parts[2].ShouldBe(0.75 / 3 * 10, 1e-12);
        parts.Where(double.IsFinite).Sum().ShouldBe(scores.Root(0), 1e-12);
    }

    [Fact]
    public void Nothing_is_part_of_a_score_that_is_missing()
    {
        var set = Given.Composite(Given.Leaf("a", Scale), Given.Leaf("b", Scale) with { Weight = 0 });
        var scores = Given.Score(set, Given.Table(("a", [4, double.NaN]), ("b", [6, 6])));
        var parts = RootParts.Of(scores)!;
        double.IsNaN(scores.Root(1)).ShouldBeTrue();
        parts.Select(node => node[0]).ShouldBe([double.NaN, 40, 0]);
        parts.ShouldAllBe(node => double.IsNaN(node[1]));
    }

    [Fact]
    public void A_geometric_mean_has_no_parts_unless_it_is_of_one()
    {
        var leaf = Given.Leaf("a", Scale);
        RootParts.Of(Given.Score(Given.Composite(Given.Branch("B", leaf, Given.Leaf("b", Scale)) with { Aggregate = Aggregation.Geometric }), Given.Table(("a", [2]), ("b", [6])))).ShouldBeNull();
        RootParts.Of(Given.Score(Given.Composite(Given.Branch("B", leaf) with { Aggregate = Aggregation.Geometric }), Given.Table(("a", [2])))).ShouldNotBeNull();
    }

    [Fact]
    public void A_score_of_nothing_has_parts_of_nothing() => Of(Given.Score(Given.Points(Given.Ten("1")), Given.Table(("1", [0])))).ShouldBe([0]);

    private static double[] Of(SetScores scores)
    {
        var parts = RootParts.Of(scores).ShouldNotBeNull();
        return [.. scores.Plan.Nodes.Where(node => node.Node is { Children.Count: 0 }).Select(node => parts[node.Index][0])];
    }
}
