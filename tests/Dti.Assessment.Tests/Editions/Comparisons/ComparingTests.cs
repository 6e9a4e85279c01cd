using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;

namespace Dti.Assessment.Tests.Editions.Comparisons;

/// <summary>
/// By hand. Old set of 100 points: a 30/40, plan, 4 staff = 30 + 20 + 40 = 90; b 40 + 0 + 0 = 40; c 20 + 20 + 20 = 60.
/// New set of 200 points, of which 150 have a source: a (75 + 50) × 200/150 = 166 2/3; b 100 × 4/3 and c (50 + 50) × 4/3 = 133 1/3.
/// </summary>
public sealed class ComparingTests
{
    private static readonly EditionComparison Comparison = TwoYears.Compare(TwoYears.After(), TwoYears.Before());

    [Fact]
    public void The_old_units_are_scored_and_ranked_under_the_new_method_as_far_as_inputs_map()
    {
        Comparison.Rescored.ShouldBe(0.75);
        Comparison.Scale.ShouldBe(2);
        Comparison.NotRescored.ShouldBeNull();
        Comparison.Unmapped.ShouldBe(["2.2"]);
        Comparison.BackCast.Select(row => (row.Unit, row.Score, row.Rank, row.BackCastRank)).ShouldBe([("a", 90, 1, 1), ("b", 40, 3, 2), ("c", 60, 2, 2)]);
        Comparison.BackCast[0].BackCastScore!.Value.ShouldBe(125 * 4 / 3.0, 1e-12);
        Comparison.BackCast[1].BackCastScore!.Value.ShouldBe(100 * 4 / 3.0, 1e-12);
        Comparison.BackCast[2].BackCastScore.ShouldBe(Comparison.BackCast[1].BackCastScore);
    }

    [Fact]
    public void Each_indicator_says_what_it_gave_under_either_method_and_they_add_up()
    {
        var rows = Comparison.BackCast[0].Differences;
        rows.Select(row => (row.Code, row.From)).ShouldBe([("1.1", "1.1"), ("2.1", "1.2"), (null, "1.3")]);
        rows.Select(row => row.Before!.Value).ShouldBe([60, 40, 80]);
        rows[0].After!.Value.ShouldBe(100, 1e-12);
        rows[1].After!.Value.ShouldBe(200 / 3.0, 1e-12);
        rows[2].After.ShouldBeNull();
        foreach (var unit in Comparison.BackCast)
            unit.Differences.Sum(row => (row.After ?? 0) - (row.Before ?? 0)).ShouldBe(unit.BackCastScore!.Value - unit.Score!.Value * 2, 1e-12);
    }

    [Fact]
    public void A_unit_that_goes_on_is_compared_with_itself()
    {
        var a = Comparison.Units[0];
        (a.Unit, a.Computed, a.Predecessors, a.Score, a.Rank, a.BackCastRank, a.Reason).ShouldBe(("a", false, null, 90, 1, 1, null));
        a.BackCastScore.ShouldBe(Comparison.BackCast[0].BackCastScore);
        a.Nodes.Select(node => (node.Code, node.From, node.Score)).ShouldBe([("INDEX", "INDEX", 90), ("1", "1", 90), ("1.1", "1.1", 30), ("2", null, null), ("2.1", "1.2", 20)]);
        a.Nodes.Select(node => node.BackCast!.Value).Skip(1).ShouldBe([75, 75, 50, 50]);
    }

    [Fact]
    public void A_merged_unit_is_compared_with_the_weighted_mean_and_has_no_rank_of_the_year_before()
    {
        var d = Comparison.Units[1];
        d.Computed.ShouldBeTrue();
        d.Predecessors.ShouldBe([new("b", 0.25), new("c", 0.75)]);
        (d.Score, d.Rank, d.BackCastRank, d.RankChange, d.ScoreChange).ShouldBe((55, null, null, null, null));
        d.BackCastScore!.Value.ShouldBe(400 / 3.0, 1e-12);
        d.Nodes.Single(node => node.Code == "1.1").Score.ShouldBe(0.25 * 40 + 0.75 * 20);
        d.Nodes.Single(node => node.Code == "2.1").BackCast.ShouldBe(0.75 * 50);
    }

    [Fact]
    public void A_new_unit_and_a_part_of_a_split_one_are_compared_with_nothing_and_say_why()
    {
        Comparison.Units[2].Reason.ShouldBe("Đơn vị mới hoạt động từ ngày 01/01/2025, không có số liệu năm 2024 để so sánh.");
        Comparison.Units[3].Reason.ShouldBe("Đơn vị hình thành do chia tách từ ngày 01/07/2025, không có số liệu năm 2024 để so sánh.");
        foreach (var unit in Comparison.Units.Skip(2))
            (unit.Computed, unit.Score, unit.BackCastScore, unit.Nodes.Count).ShouldBe((false, null, null, 0));
    }

    [Fact]
    public void A_rule_may_let_the_whole_result_stand_for_each_part()
    {
        var after = TwoYears.After();
        after = after with { Units = [.. after.Units.Take(3), after.Units[3] with { Lineage = new(new(2025, 7, 1), LineageKind.Split, [new("c", 1)]) }] };
        var f = TwoYears.Compare(after, TwoYears.Before()).Units[3];
        (f.Computed, f.Score, f.Rank, f.Reason).ShouldBe((true, 60, null, null));
    }

    [Fact]
    public void A_renamed_unit_keeps_rank_and_explanation()
    {
        var after = TwoYears.After();
        after = after with { Units = [after.Units[0], after.Units[1] with { Lineage = new(new(2025, 3, 1), LineageKind.Renamed, [new("b", 2)]) }, .. after.Units.Skip(2)] };
        var d = TwoYears.Compare(after, TwoYears.Before()).Units[1];
        (d.Computed, d.Score, d.Rank, d.BackCastRank).ShouldBe((false, 40, 3, 2));
        d.Predecessors.ShouldBe([new("b", 1)]);
        d.RankChange!.Total.ShouldBe(1 - 3);
    }

    [Fact]
    public void A_predecessor_that_was_not_assessed_leaves_nothing_to_compare()
    {
        var after = TwoYears.After();
        after = after with { Units = [after.Units[0], after.Units[1] with { Lineage = new(new(2025, 3, 1), LineageKind.Merged, [new("b", 1), new("z", 1)]) }, .. after.Units.Skip(2)] };
        var d = TwoYears.Compare(after, TwoYears.Before()).Units[1];
        (d.Computed, d.Score, d.BackCastScore).ShouldBe((true, null, null));
        d.Reason.ShouldBe("Đơn vị tiền thân z không có trong ấn bản s-2024.1.");
    }

    [Fact]
    public void A_change_before_the_editions_year_leaves_the_unit_with_its_own_past()
    {
        var after = TwoYears.After();
        after = after with { Units = [after.Units[0] with { Lineage = new(new(2024, 12, 1), LineageKind.Merged, []) }, .. after.Units.Skip(1)] };
        var a = TwoYears.Compare(after, TwoYears.Before()).Units[0];
        (a.Computed, a.Score, a.Rank).ShouldBe((false, 90, 1));
    }

    [Fact]
    public void The_changes_of_rank_and_score_are_split_into_four_causes_that_add_up()
    {
        var a = Comparison.Units[0];
        // a: 50 + 50 + 50 = 150 in 2025; d: 100 + 50 = 150 too, so both are first.
        foreach (var (parts, change) in new[] { (a.RankChange!, 0.0), (a.ScoreChange!, 150 - 90 * 2.0) })
        {
            parts.Total.ShouldBe(change, 1e-9);
            (parts.OwnInputs + parts.OthersInputs + parts.Method + parts.EntryAndExit).ShouldBe(parts.Total, 1e-9);
        }
        a.ScoreChange!.EntryAndExit.ShouldBe(0, 1e-9);
        a.ScoreChange.OthersInputs.ShouldBe(0, 1e-9);
        a.ScoreChange.OwnInputs.ShouldNotBe(0);
        Comparison.Units.Skip(1).ShouldAllBe(unit => unit.RankChange == null && unit.ScoreChange == null);
    }

    [Fact]
    public void Without_a_map_nothing_is_scored_again_and_the_comparison_says_so()
    {
        var comparison = TwoYears.Compare(TwoYears.After(""), TwoYears.Before());
        comparison.NotRescored!.ShouldStartWith("Bộ chỉ số năm 2025 không có bảng chuyển đổi");
        comparison.Rescored.ShouldBe(0);
        comparison.BackCast.ShouldBeEmpty();
        var a = comparison.Units[0];
        (a.Score, a.Rank, a.BackCastScore, a.RankChange).ShouldBe((90, 1, null, null));
        a.Nodes.Single().Code.ShouldBe("INDEX");
    }

    [Fact]
    public void A_map_that_fills_no_indicator_gives_no_back_cast() =>
        TwoYears.Compare(TwoYears.After("""maps: [{ set: s, year: 2024, codes: { "1.1.listed": 1.1.listed } }]"""), TwoYears.Before())
            .NotRescored!.ShouldContain("không đủ số liệu");

    [Fact]
    public void A_comparison_survives_its_file()
    {
        var edition = TwoYears.Compared(TwoYears.After(), TwoYears.Before());
        byte[] file = EditionFile.Write(edition);
        EditionFile.Write(EditionFile.Read(file).Edition!).ShouldBe(file);
    }
}
