using Dti.Scoring.Explanations;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Dti.Scoring.Tests.Explanations;

public sealed class ImprovementTests
{
    /// <summary>u1 has 8 + 2 + 0, u2 5 + 5 + 9, u3 1 + 1 + 1 of three times ten points.</summary>
    private static readonly UnitTable Three = Given.Table(("a", [8.0, 5, 1]), ("b", [2.0, 5, 1]), ("c", [0.0, 9, 1]));

    [Fact]
    public void Actions_come_by_points_gained_with_score_and_rank_they_would_give()
    {
        var first = Of(Given.Points(Given.Ten("a"), Given.Ten("b"), Given.Ten("c")), Three, 0);
        (first.Score, first.Rank).ShouldBe((10, 2));
        first.Actions.Select(action => (action.Code, action.Gained, action.Score, action.Rank)).ShouldBe([("c", 10, 20, 1), ("b", 8, 18, 2), ("a", 2, 12, 2)]);
        first.Unclear.ShouldBeEmpty();
    }

    [Fact]
    public void By_effort_what_is_cheap_comes_first()
    {
        var set = Given.Points(Given.Ten("a"), Given.Ten("b") with { Effort = 0.5 }, Given.Ten("c") with { Effort = 4 });
        var first = Of(set, Three, 0);
        first.Actions.Select(action => action.Code).ShouldBe(["c", "b", "a"]);
        first.ByEffort.Select(action => (action.Code, action.PerEffort)).ShouldBe([("b", 16), ("c", 2.5), ("a", 2)]);
    }

    [Fact]
    public void Equal_gains_stand_in_tree_order()
    {
        var set = Given.Points(Given.Ten("x"), Given.Ten("a"), Given.Ten("b"), Given.Ten("c"));
        Of(set, Given.Table(("x", [0.1]), ("a", [3.3]), ("b", [3.3]), ("c", [3.3])), 0).Actions.Select(action => action.Code).ShouldBe(["x", "a", "b", "c"]);
    }

    [Fact]
    public void What_is_full_or_excluded_or_not_for_the_unit_or_not_scored_is_no_action()
    {
        var only = Given.Ten("other");
        var set = Given.Points(
            Given.Ten("full"),
            Given.Ten("excluded") with { Indicator = Given.Ten("excluded").Indicator! with { WhenMissing = WhenMissing.Exclude } },
            only with { Indicator = only.Indicator! with { Groups = ["huyen"] } },
            Given.Ten("seen") with { Indicator = Given.Ten("seen").Indicator! with { Scored = false } },
            Given.Ten("missing"));
        var table = Given.Table(("full", [10.0]), ("excluded", [double.NaN]), ("other", [1.0]), ("seen", [1.0]), ("missing", [double.NaN])).InGroups("so");
        // Kept are 20 of 30 points that apply: 10 is 15, and the missing one is worth as much.
        Of(set, table, 0).Actions.ShouldBe([new("missing", 15, 1, 30, 1)]);
    }

    [Fact]
    public void Gains_of_a_rescaled_unit_are_on_the_full_scale()
    {
        var set = Given.Points(Given.Ten("a"), Only(Given.Ten("b"), "huyen")) with { NotApplicable = NotApplicable.Rescale };
        Of(set, Given.Table(("a", [4.0]), ("b", [0.0])).InGroups("so"), 0).Actions.ShouldBe([new("a", 12, 1, 20, 1)]);
    }

    [Fact]
    public void A_unit_that_is_not_ranked_has_actions_without_ranks_and_one_without_score_none()
    {
        var set = Given.Points(Given.Ten("a"));
        var table = new UnitTable { Units = [new("u1", "so", "", false), new("u2", "so")], Columns = new Dictionary<string, double[]> { ["a"] = [4, 5] } };
        Of(set, table, 0).Actions.ShouldBe([new("a", 6, 1, 10, null)]);
        Of(Given.Points(Only(Given.Ten("a"), "huyen")), table, 1).Actions.ShouldBeEmpty();
    }

    /// <summary>A linear rule is full at 9, a relative one at the best of the group: the cell set so and the whole table scored again.</summary>
    [Fact]
    public void An_action_gives_what_scoring_the_table_again_gives()
    {
        var set = Given.Points(
            Given.Indicator("a", 10, new LinearRule(new("a", "x"), 0, 9), Given.Number("x")),
            Given.Indicator("b", 20, new RelativeRule(new("b", "x")), Given.Number("x")),
            Given.Indicator("c", 5, new RelativeRule(new("c", "x")), Given.Number("x"))) with { Ranking = new(Ties.Dense, 0) };
        Prop.ForAll(Tables("a", "b", "c"), table =>
        {
            for (int unit = 0; unit < table.Units.Count; unit++)
            {
                int row = unit;
                Agrees(set, table, unit, Of(set, table, unit), code => code == "a" ? 9 : Math.Max(BestOfGroup(table, code, row), 1));
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    public static TheoryData<Normalisation, Aggregation> Methods => new()
    {
        { new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 }, Aggregation.Geometric },
        { new(NormaliseKind.ZScore) { Mean = 5, Sd = 1 }, Aggregation.Arithmetic },
        { new(NormaliseKind.Rank), Aggregation.Harmonic },
        { new(NormaliseKind.None), Aggregation.Arithmetic },
        { new(NormaliseKind.DistanceToMax), Aggregation.Arithmetic },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_column_is_lifted_to_the_best_of_the_group_and_normalised_again(Normalisation method, Aggregation mean)
    {
        var set = Given.Composite(Given.Branch("n", Given.Leaf("a", method, 2), Given.Leaf("b", method)) with { Aggregate = mean }, Given.Leaf("c", method));
        Prop.ForAll(Tables("a", "b", "c"), table =>
        {
            ImprovementAnalysis analysis;
            try
            {
                analysis = new(Given.Score(set, table));
            }
            catch (ScoringException fault) when (fault.Code == "constant-column")
            {
                return true;
            }
            for (int unit = 0; unit < table.Units.Count; unit++)
            {
                int row = unit;
                Agrees(set, table, unit, analysis.Of(unit), code => BestOfGroup(table, code, row));
            }
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Fact]
    public void A_target_and_a_goalpost_are_what_is_aimed_at_and_less_can_be_better()
    {
        var set = Given.Composite(
            Given.Leaf("t", new(NormaliseKind.DistanceToTarget) { Target = 20 }),
            Given.Leaf("g", new(NormaliseKind.Goalposts) { Low = 0, High = 10, Upper = 1 }) is var leaf ? leaf with { Normalised = leaf.Normalised! with { Direction = -1 } } : leaf);
        var actions = Of(set, Given.Table(("t", [10.0, 0]), ("g", [4.0, 10])), 0).Actions;
        // t 10 of 20 = 0.5, g 0.6.
        actions.Select(action => action.Code).ShouldBe(["t", "g"]);
        actions[0].Gained.ShouldBe(0.25, 1e-12);
        actions[1].Gained.ShouldBe(0.2, 1e-12);
    }

    [Fact]
    public void A_column_divided_by_another_is_lifted_in_its_own_measure()
    {
        var leaf = Given.Leaf("a", new(NormaliseKind.MinMax));
        var set = Given.Composite(leaf with { Normalised = leaf.Normalised! with { Denominator = "people" } });
        // 2 of 10 against 30 of 100 and 5 of 100: the best is 0.3 a head.
        Of(set, Given.Table(("a", [2.0, 30, 5]), ("people", [10.0, 100, 100])), 0).Actions.Single().Score.ShouldBe(1);
    }

    [Theory]
    [InlineData(1, 0, 5, 10)]
    [InlineData(-1, 0, 5, 2)]
    [InlineData(1, 5, 0, 2)]
    [InlineData(-1, 5, 0, 10)]
    public void The_better_goalpost_is_the_one_that_gives_the_larger_value(int direction, double lower, double upper, double best)
    {
        var leaf = Given.Leaf("g", new(NormaliseKind.Goalposts) { Low = 2, High = 10, Lower = lower, Upper = upper });
        var set = Given.Composite(leaf with { Normalised = leaf.Normalised! with { Direction = direction } });
        Of(set, Given.Table(("g", [4.0, 1])), 0).Actions.Single().Score.ShouldBe(5);
        Of(set, Given.Table(("g", [best, 4.0])), 0).Actions.ShouldBeEmpty();
    }

    [Fact]
    public void A_target_is_aimed_at_by_head_where_the_column_is_divided()
    {
        var leaf = Given.Leaf("t", new(NormaliseKind.DistanceToTarget) { Target = 0.5 });
        var set = Given.Composite(leaf with { Normalised = leaf.Normalised! with { Denominator = "people" } });
        Of(set, Given.Table(("t", [2.0, 1]), ("people", [10.0, 100])), 0).Actions.Single().Score.ShouldBe(1);
    }

    [Fact]
    public void The_best_is_a_value_by_head_of_one_who_has_both()
    {
        var leaf = Given.Leaf("a", new(NormaliseKind.None));
        var set = Given.Composite(leaf with { Normalised = leaf.Normalised! with { Denominator = "people" } });
        var table = Given.Table(("a", [90, 30, 2]), ("people", [double.NaN, 100, 10]));
        Of(set, table, 2).Actions.Single().Score.ShouldBe(0.3);
        Of(set, table, 1).Actions.ShouldBeEmpty();
        Of(set, table, 0).Actions.ShouldBeEmpty();
    }

    [Fact]
    public void A_leaf_that_weighs_nothing_is_no_action()
    {
        Normalisation none = new(NormaliseKind.None);
        Of(Given.Composite(Given.Leaf("a", none), Given.Leaf("b", none, 0)), Given.Table(("a", [9.0, 1]), ("b", [1.0, 9])), 0).Actions.ShouldBeEmpty();
    }

    [Fact]
    public void A_column_that_would_be_the_same_for_all_has_a_reason_instead()
    {
        var improvements = Of(Given.Composite(Given.Leaf("a", new(NormaliseKind.MinMax))), Given.Table(("a", [1.0, 2])), 0);
        improvements.Actions.ShouldBeEmpty();
        improvements.Unclear.Single().ShouldSatisfyAllConditions(unclear => unclear.Code.ShouldBe("a"), unclear => unclear.Why.ShouldContain("every value is 2"));
    }

    /// <summary>Each leaf's column with the unit's best value in it, scored whole: what gains by it is an action, and nothing else is.</summary>
    private static void Agrees(IndicatorSet set, UnitTable table, int unit, UnitImprovements have, Func<string, double> best)
    {
        foreach (string code in table.Columns.Keys)
        {
            double[] column = [.. table.Columns[code]];
            column[unit] = best(code);
            var lifted = new UnitTable { Units = table.Units, Columns = new Dictionary<string, double[]>(table.Columns) { [code] = column } };
            var action = have.Actions.SingleOrDefault(action => action.Code == code);
            if (have.Unclear.Any(unclear => unclear.Code == code))
                Given.Fault(() => Given.Score(set, lifted)).ShouldNotBeEmpty();
            else if (column[unit].Equals(table.Columns[code][unit]) || Given.Score(set, lifted).Values[0] is var roots && !(roots[unit] > have.Score))
                action.ShouldBeNull(code);
            else
                (action.ShouldNotBeNull(code).Score, action.Rank).ShouldBe((roots[unit], Ranking.Rank(set, lifted, roots).Single(row => row.Unit == unit).Rank));
        }
    }

    private static double BestOfGroup(UnitTable table, string code, int unit) =>
        Enumerable.Range(0, table.Units.Count).Where(peer => table.Units[peer].Group == table.Units[unit].Group).Max(peer => table.Columns[code][peer]);

    private static UnitImprovements Of(IndicatorSet set, UnitTable table, int unit) => new ImprovementAnalysis(Given.Score(set, table)).Of(unit);

    private static Node Only(Node node, string group) => node with { Indicator = node.Indicator! with { Groups = [group] } };

    private static Arbitrary<UnitTable> Tables(params string[] columns) =>
        (from units in Gen.Choose(2, 7)
         from cells in Gen.Choose(0, 9).Select(whole => (double)whole).ArrayOf(units * columns.Length)
         from groups in Gen.Elements("so", "so", "huyen").ArrayOf(units)
         select Given.Table([.. columns.Select((column, at) => (column, cells[(at * units)..((at + 1) * units)]))]).InGroups(groups)).ToArbitrary();
}
