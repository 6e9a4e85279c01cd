using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>Ranks of one draw that changes nothing but, maybe, leaves out one leaf.</summary>
public sealed class DrawnScoresTests
{
    private static readonly Normalisation None = new(NormaliseKind.None);

    /// <summary>Two leaves in a, one in b: a falls from u1 to u3, b rises.</summary>
    private static readonly UnitTable Three = Given.Table(("a1", [9, 6, 3]), ("a2", [9, 6, 3]), ("b1", [1, 2, 3]));

    [Fact]
    public void A_leaf_of_no_weight_left_alone_gives_its_node_no_score()
    {
        var set = Given.Composite(Given.Branch("a", Given.Leaf("a1", None), Given.Leaf("a2", None, 0)), Given.Branch("b", Given.Leaf("b1", None)));
        Ranks(set, Three).ShouldBe([1, 2, 3]);
        Ranks(set, Three, "a1").ShouldBe([3, 2, 1]);
        Ranks(set with { DataThreshold = 0.6 }, Three, "a1").ShouldBe([0, 0, 0]);
    }

    [Fact]
    public void A_node_of_which_nothing_is_left_is_not_one_without_data()
    {
        var set = Given.Composite(Given.Leaf("a1", None), Given.Leaf("a2", None), Given.Branch("b", Given.Leaf("b1", None))) with { DataThreshold = 1 };
        Ranks(set, Three, "b1").ShouldBe([1, 2, 3]);
    }

    /// <summary>u1 has half of a: enough for the set, not for a.</summary>
    [Fact]
    public void A_nodes_own_threshold_holds_for_it()
    {
        var table = Given.Table(("a1", [9, 6, 3]), ("a2", [double.NaN, 6, 3]), ("b1", [1, 2, 3]));
        var set = Given.Composite(Given.Branch("a", Given.Leaf("a1", None), Given.Leaf("a2", None)), Given.Leaf("b1", None)) with { DataThreshold = 0.5 };
        Ranks(set, table).ShouldBe([1, 2, 3]);
        Ranks(set with { Nodes = [set.Nodes[0] with { DataThreshold = 0.6 }, set.Nodes[1]] }, table).ShouldBe([3, 1, 2]);
    }

    [Fact]
    public void A_node_whose_columns_have_no_value_has_no_score() =>
        Ranks(Given.Composite(Given.Leaf("a1", None), Given.Branch("b", Given.Leaf("b1", None))), Given.Table(("a1", [9, 6, 3]), ("b1", [double.NaN, double.NaN, double.NaN]))).ShouldBe([1, 2, 3]);

    /// <summary>By row of the table; 0 = no rank.</summary>
    private static int[] Ranks(IndicatorSet set, UnitTable table, string? dropped = null)
    {
        set = set with { Groups = [] };
        var scores = Given.Score(set, table);
        // All three take part, whether the official scores rank them or not.
        RankedUnit[] ranking = [.. Enumerable.Range(0, 3).Select(unit => new RankedUnit(unit, "", "", 1, null, null))];
        var draws = new One(scores.Plan.Nodes.FirstOrDefault(node => node.Code == dropped)?.Index);
        var result = UncertaintyAnalysis.Run(scores, ranking, new(1, 0, 1), _ => draws, default);
        return [.. Enumerable.Range(0, 3).Select(slot => (int)result.RanksOf(slot)[0])];
    }

    private sealed class One(int? dropped) : IDraws
    {
        public int Count => 1;

        public void Fill(int number, Draw draw)
        {
            Array.Fill(draw.Factors, 1);
            draw.Dropped = dropped ?? draw.Dropped;
        }
    }
}
