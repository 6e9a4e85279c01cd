using Dti.Scoring.Explanations;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Explanations;

public sealed class RankChangeTests
{
    private static readonly IndicatorSet Old = Set(10, 10);
    private static readonly IndicatorSet New = Set(5, 15);

    /// <summary>
    /// By hand. Old set, 10 points each: A 8 + 2 = 10, B 2 + 6 = 8. New set, 5 and 15 points: A 4 + 3 = 7, B (2, 9) 1 + 13.5 = 14.5.
    /// A falls from 1 to 2. The method alone does it (7 against 10), B's figures alone do it (10 against 11): half each.
    /// </summary>
    [Fact]
    public void Two_units_and_two_indicators_by_hand()
    {
        var changes = Explain(Table(("A", 8, 2), ("B", 2, 6)), Table(("A", 8, 2), ("B", 2, 9)));
        var a = changes[0];
        (a.OldRank, a.NewRank).ShouldBe((1, 2));
        a.Rank!.Value.ShouldBe(new(0, 0.5, 0.5, 0));
        Close(a.Score!.Value, 0, 0, 7 / 20.0 - 10 / 20.0, 0);

        // B rises by its own figures in the worlds where the method has not done so, and the other way round.
        var b = changes[1];
        (b.OldRank, b.NewRank).ShouldBe((2, 1));
        b.Rank!.Value.ShouldBe(new(-0.5, 0, -0.5, 0));
        // 8 → 11 by itself, 10 → 14.5 under the new set: (3 + 4.5) / 2 of 20 points; the method (2 + 3.5) / 2.
        Close(b.Score!.Value, 3.75 / 20, 0, 2.75 / 20, 0);
    }

    [Fact]
    public void A_unit_that_enters_above_costs_one_rank_and_has_a_reason_itself()
    {
        var changes = Explain(Table(("A", 8, 2), ("B", 2, 6)), Table(("A", 8, 2), ("B", 2, 9), ("C", 10, 10)));
        changes[0].Rank!.Value.ShouldBe(new(0, 0.5, 0.5, 1));
        changes[0].NewRank.ShouldBe(3);
        var c = changes[2];
        (c.OldUnit, c.NewUnit, c.OldRank, c.NewRank, c.Rank, c.Score, c.Reason).ShouldBe((null, "C", null, 1, null, null, NoDecomposition.Entered));
        c.OldScore.ShouldBe(double.NaN);
        c.NewScore.ShouldBe(1);
    }

    [Fact]
    public void A_unit_that_left_stands_last_with_its_old_rank()
    {
        var changes = Explain(Table(("C", 10, 10), ("A", 8, 2)), Table(("A", 8, 2)));
        changes[0].Rank!.Value.ShouldBe(new(0, 0, 0, -1));
        (changes[1].OldUnit, changes[1].NewUnit, changes[1].OldRank, changes[1].NewRank, changes[1].Reason).ShouldBe(("C", null, 1, null, NoDecomposition.Left));
    }

    [Fact]
    public void A_unit_not_ranked_in_one_year_has_a_reason()
    {
        var before = Table(("A", 8, 2), ("B", 2, 6));
        var hidden = new UnitTable { Units = [before.Units[0], before.Units[1] with { Ranked = false }], Columns = before.Columns };
        Explain(hidden, before)[1].Reason.ShouldBe(NoDecomposition.NoOldRank);
        var back = Explain(before, hidden)[1];
        back.Reason.ShouldBe(NoDecomposition.NoNewRank);
        back.Score.ShouldNotBeNull();
    }

    [Fact]
    public void A_renamed_unit_continues_and_its_set_knows_it_by_the_code_of_its_year()
    {
        var onlyA = Old with { Nodes = [Old.Nodes[0], Old.Nodes[1] with { Indicator = Old.Nodes[1].Indicator! with { UnitsOnly = ["A"] } }] };
        var change = RankChangeAnalysis.Explain(
            Inputs(onlyA, Table(("A", 8, 2)), Table(("A2", 8, 2))), Inputs(New, Table(("A", 8, 2)), Table(("A2", 8, 2))),
            new Dictionary<string, string> { ["A"] = "A2" }).Single();
        (change.OldUnit, change.NewUnit, change.Reason).ShouldBe(("A", "A2", null));
        Close(change.Score!.Value, 0, 0, -3 / 20.0, 0);
    }

    /// <summary>
    /// The unit's figures grow by half under a method that also gives half as much again: each the same from each world, so
    /// each the same part of the change.
    /// </summary>
    [Fact]
    public void Two_players_that_do_the_same_contribute_the_same()
    {
        var (old, now) = (Given.Points(Linear(9)), Given.Points(Linear(6)));
        var (before, after) = (Given.Table(("1", [2.0])), Given.Table(("1", [3.0])));
        var change = RankChangeAnalysis.Explain(Inputs(old, before, after), Inputs(now, before, after)).Single();
        change.Score!.Value.Own.ShouldBe(change.Score!.Value.Method, 1e-15);
        change.Score!.Value.Sum.ShouldBe(3 / 6.0 - 2 / 9.0, 1e-15);
    }

    /// <summary>
    /// New indicator y of 10 points has no figures in the old year. Worlds with the new set and old figures score x alone, on
    /// the full 20 points: 5 of 10 is 10 of 20. With new figures x 5 and y 10 are 15.
    /// </summary>
    [Fact]
    public void An_indicator_without_counterpart_leaves_and_the_rest_is_put_on_the_full_scale()
    {
        var (old, now) = (Given.Points(Given.Ten("x")), Given.Points(Given.Ten("x"), Given.Ten("y")));
        var before = Given.Table(("x", [5.0, 6]));
        var after = Given.Table(("x", [5.0, 6]), ("y", [10.0, 0]));
        var changes = RankChangeAnalysis.Explain(
            Inputs(old, before, after), Inputs(now, before, after) with { WithoutCounterpart = new HashSet<string> { "y" } });

        // Score: without y always 0.5; own figures and method together 0.75.
        Close(changes[0].Score!.Value, 0.125, 0, 0.125, 0);
        // Under the new set 10 or, with its own new figures, 15 against the other's 12 or, with its new figures, 6: first once
        // the set and either figures are new. Under the old set 5 against 6 always.
        Close(changes[0].Rank!.Value, -1 / 6.0, -1 / 6.0, -4 / 6.0, 0);
    }

    [Fact]
    public void A_relative_indicator_without_counterpart_leaves_where_there_is_nothing_to_compare_with()
    {
        var relative = Given.Indicator("y", 10, new RelativeRule(new("y", "v")), Given.Number("v"));
        var (old, now) = (Given.Points(Given.Ten("x")), Given.Points(Given.Ten("x"), relative));
        var before = Given.Table(("x", [5.0, 6]));
        var after = Given.Table(("x", [5.0, 6]), ("y", [3.0, 4]));
        var change = RankChangeAnalysis.Explain(
            Inputs(old, before, after), Inputs(now, before, after) with { WithoutCounterpart = new HashSet<string> { "y" } })[0];
        // It takes own, others' and method for y to count: a third each of 12.5 − 10 of 20.
        Close(change.Score!.Value, 0.125 / 3, 0.125 / 3, 0.125 / 3, 0);
    }

    [Fact]
    public void One_of_two_inputs_without_counterpart_is_enough_to_leave()
    {
        var ratio = Given.Indicator("y", 10, new RatioRule(new("y", "a"), new("y", "b")), Given.Number("a"), Given.Number("b"));
        var (old, now) = (Given.Points(Given.Ten("x")), Given.Points(Given.Ten("x"), ratio));
        var before = Given.Table(("x", [5.0, 6]), ("y.b", [10.0, 10]));
        var after = Given.Table(("x", [5.0, 6]), ("y.a", [10.0, 0]), ("y.b", [10.0, 10]));
        var change = RankChangeAnalysis.Explain(
            Inputs(old, before, after), Inputs(now, before, after) with { WithoutCounterpart = new HashSet<string> { "y.a" } })[0];
        Close(change.Score!.Value, 0.125, 0, 0.125, 0);
    }

    [Fact]
    public void Scores_are_shares_of_the_full_scale_that_is_said()
    {
        var (before, after) = (Table(("A", 8, 2)), Table(("A", 2, 2)));
        var change = RankChangeAnalysis.Explain(Inputs(Old, before, after) with { FullScale = 100 }, Inputs(Old, before, after) with { FullScale = 100 })[0];
        Close(change.Score!.Value, -0.06, 0, 0, 0);
    }

    [Fact]
    public void A_column_without_counterpart_leaves_a_mean_too()
    {
        Normalisation none = new(NormaliseKind.None);
        var (old, now) = (Given.Composite(Given.Leaf("x", none)), Given.Composite(Given.Leaf("x", none), Given.Leaf("y", none)));
        var before = Given.Table(("x", [5.0, 6]));
        var after = Given.Table(("x", [5.0, 6]), ("y", [10.0, 0]));
        var change = RankChangeAnalysis.Explain(
            Inputs(old, before, after), Inputs(now, before, after) with { WithoutCounterpart = new HashSet<string> { "y" } })[0];
        Close(change.Score!.Value, 1.25, 0, 1.25, 0);
    }

    [Fact]
    public void A_world_that_cannot_be_scored_is_a_reason_that_says_why()
    {
        // Old year x = 1 and 2, new year 2 and 1: with one's new and the other's old figures all are the same.
        var set = Given.Composite(Given.Leaf("x", new(NormaliseKind.MinMax)));
        var (before, after) = (Given.Table(("x", [1.0, 2])), Given.Table(("x", [2.0, 1])));
        var changes = RankChangeAnalysis.Explain(Inputs(set, before, after), Inputs(set, before, after));
        changes.ShouldAllBe(change => change.Rank == null && change.Reason == NoDecomposition.NoCounterfactual && change.Detail!.Contains("every value is"));
        (changes[0].OldRank, changes[0].NewRank).ShouldBe((2, 1));
    }

    [Fact]
    public void What_happened_must_be_scorable_and_units_must_match()
    {
        var (one, two) = (Table(("A", 8, 2)), Table(("A", 8, 2), ("A", 2, 6)));
        Should.Throw<ScoringException>(() => Explain(one, two)).ShouldSatisfyAllConditions(
            fault => fault.Code.ShouldBe("duplicate-unit"), fault => fault.Message.ShouldBe("Unit A has two rows in one table; a unit has one."));
        Should.Throw<ScoringException>(() => RankChangeAnalysis.Explain(Inputs(Old, one, one), Inputs(New, Table(("B", 1, 1)), one))).ShouldSatisfyAllConditions(
            fault => fault.Code.ShouldBe("units-differ"), fault => fault.Message.ShouldStartWith("Unit A of the old year is missing from that year's inputs"));
        Should.Throw<ScoringException>(() => RankChangeAnalysis.Explain(Inputs(Old, one, Table(("B", 1, 1))), Inputs(New, one, one)))
            .Message.ShouldStartWith("Unit A of the new year is missing");
        Should.Throw<ScoringException>(() => RankChangeAnalysis.Explain(Inputs(Old, Table(("A", 8, 2), ("B", 2, 6)), one), Inputs(New, one, one), new Dictionary<string, string> { ["B"] = "A" }))
            .Message.ShouldBe("Two units of the old year, A and B, are the unit A of the new year; a unit continues one.");
    }

    [Fact]
    public void A_cancelled_analysis_stops() => Should.Throw<OperationCanceledException>(() => RankChangeAnalysis.Explain(
        Inputs(Old, Table(("A", 8, 2)), Table(("A", 8, 2))), Inputs(New, Table(("A", 8, 2)), Table(("A", 8, 2))), null, new(canceled: true)));

    private static Node Linear(double to) => Given.Indicator("1", 10, new LinearRule(new("1", "x"), 0, to), Given.Number("x"));

    private static IndicatorSet Set(double x, double y) => Given.Points(
        Given.Indicator("x", x, new LinearRule(new("x", "v"), 0, 10), Given.Number("v")),
        Given.Indicator("y", y, new LinearRule(new("y", "v"), 0, 10), Given.Number("v")));

    private static UnitTable Table(params (string Unit, double X, double Y)[] rows) => new()
    {
        Units = [.. rows.Select(row => new TableUnit(row.Unit, "so"))],
        Columns = new Dictionary<string, double[]> { ["x"] = [.. rows.Select(row => row.X)], ["y"] = [.. rows.Select(row => row.Y)] },
    };

    private static MethodInputs Inputs(IndicatorSet set, UnitTable before, UnitTable after) => new() { Plan = ScoringPlan.Compile(set), Old = before, New = after };

    private static IReadOnlyList<RankChange> Explain(UnitTable before, UnitTable after) => RankChangeAnalysis.Explain(Inputs(Old, before, after), Inputs(New, before, after));

    private static void Close(Contributions have, double own, double others, double method, double entry) =>
        new[] { have.Own, have.Others, have.Method, have.EntryAndExit }.ShouldAgreeWith([own, others, method, entry]);
}
