using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;

namespace Dti.Assessment.Tests.Editions;

public sealed class EditionComputeTests
{
    private static readonly Edition Edition = EditionCompute.Compute(SmallRound.Frozen());

    [Theory]
    [InlineData("so-a", "1.1", 7.5, 10)]
    [InlineData("so-a", "1.2", 3, 6)]
    [InlineData("so-a", "1.3", 4, 4)]
    [InlineData("so-a", "2.1", 1.5, 5)]
    [InlineData("so-a", "2.2", 2.5, 5)]
    [InlineData("so-a", "2.3", 5, 8)]
    [InlineData("so-a", "2.4", 1.3, 2)]
    [InlineData("so-a", "INDEX", 24.8, 40)]
    [InlineData("so-b", "INDEX", 0, 40)]
    [InlineData("huyen-c", "INDEX", 70.0 / 9, 35)]
    public void Scores_are_those_worked_out_by_hand(string unit, string code, double score, double maximum)
    {
        var row = Edition.Scores.Single(row => row.Unit == unit && row.Code == code);
        row.Score.ShouldNotBeNull().ShouldBe(score, 1e-12);
        row.Maximum.ShouldBe(maximum);
    }

    [Fact]
    public void What_does_not_apply_has_no_score() => Edition.Scores.Single(row => row is { Unit: "huyen-c", Code: "2.1" }).Score.ShouldBeNull();

    [Fact]
    public void Rows_go_by_unit_then_tree_and_cells_by_unit_tree_and_quarter()
    {
        Edition.Scores.Take(4).Select(row => (row.Unit, row.Code, row.Depth)).ShouldBe([("so-a", "INDEX", 0), ("so-a", "1", 1), ("so-a", "1.1", 2), ("so-a", "1.2", 2)]);
        Edition.Scores.Count.ShouldBe(30);
        Edition.Inputs.Take(4).Select(cell => (cell.Unit, cell.Key, cell.Quarter)).ShouldBe(
            [("so-a", "1.1.published", "q2"), ("so-a", "1.1.published", "q4"), ("so-a", "1.1.listed", "q4"), ("so-a", "1.2", "q1")]);
        Edition.Inputs[^1].Unit.ShouldBe("huyen-c");
    }

    [Fact]
    public void Every_cell_says_which_layer_counted()
    {
        Edition.Inputs.Single(cell => cell is { Unit: "so-a", Key: "1.1.published", Quarter: "q4" }).Counted.ShouldBe(Layer.Verified);
        Edition.Inputs.Single(cell => cell is { Unit: "so-b", Key: "1.1.published" }).Counted.ShouldBe(Layer.Measured);
        Edition.Inputs.Single(cell => cell is { Unit: "so-b", Key: "1.1.listed" }).Counted.ShouldBe(Layer.None);
    }

    [Fact]
    public void Which_layer_counts_does_not_depend_on_what_the_caller_wrote_there()
    {
        var frozen = SmallRound.Frozen();
        EditionFile.Write(EditionCompute.Compute(frozen with { Cells = [.. frozen.Cells.Select(cell => cell with { Counted = Layer.Self })] }))
            .ShouldBe(EditionFile.Write(Edition));
    }

    [Fact]
    public void Units_are_ranked_inside_their_group_with_the_rounded_score() => Edition.Ranking.ShouldBe(
    [
        new("so", "", 1, "so-a", 24.8),
        new("so", "", 2, "so-b", 0),
        new("huyen", "", 1, "huyen-c", 7.78),
    ]);

    [Fact]
    public void Rank_intervals_and_tiers_are_drawn_where_asked_for()
    {
        var edition = EditionCompute.Compute(SmallRound.Frozen() with { Uncertainty = new(200, 142) });
        edition.Uncertainty.ShouldBe(new EditionUncertainty(200, 142));
        edition.Ranking.Select(row => (row.Unit, row.RankLow, row.RankMedian, row.RankHigh, row.Tier)).ShouldBe(
            [("so-a", 1, 1, 1, "A"), ("so-b", 2, 2, 2, "B"), ("huyen-c", 1, 1, 1, "A")]);
    }

    [Fact]
    public void Units_whose_order_hangs_on_the_weights_share_a_tier()
    {
        var edition = EditionCompute.Compute(SmallRound.CloseRace());
        edition.Ranking.Where(row => row.Group == "so").Select(row => (row.Unit, row.Rank, row.RankLow, row.RankHigh, row.Tier)).ShouldBe(
            [("so-b", 1, 1, 2, "A"), ("so-a", 2, 1, 2, "A")]);
    }

    [Fact]
    public void Without_draws_asked_for_there_are_none()
    {
        Edition.Uncertainty.ShouldBeNull();
        Edition.Ranking.ShouldAllBe(row => row.RankLow == null && row.RankMedian == null && row.RankHigh == null && row.Tier == null);
    }

    [Fact]
    public void The_same_inputs_draws_and_seed_give_the_same_bytes_and_another_seed_says_so()
    {
        byte[] file = EditionFile.Write(EditionCompute.Compute(SmallRound.CloseRace()));
        EditionFile.Write(EditionCompute.Compute(SmallRound.CloseRace())).ShouldBe(file);
        EditionCompute.Compute(SmallRound.CloseRace() with { Uncertainty = new(500, 7) }).Uncertainty!.Seed.ShouldBe(7);
    }

    [Fact]
    public void Where_the_sets_own_alternatives_cannot_be_drawn_the_edition_has_no_intervals()
    {
        const string yaml = """
            set: one
            year: 2025
            title: { vi: "Một chỉ số" }
            nodes:
              - { code: "1", name: { vi: "Một" }, points: 10, inputs: [{ id: x, type: number, from: self }], rule: { linear: { of: x, from: 0, to: 10 } } }
            uncertainty: { drop: one }
            """;
        var reading = SetFile.Parse(yaml, "one.yaml");
        var edition = EditionCompute.Compute(SmallRound.Frozen() with
        {
            Set = reading.Set!, SetYaml = reading.Yaml, SetSha256 = reading.Sha256,
            Units = [new("a", "A", null, "", "", true), new("b", "B", null, "", "", true)],
            Cells = [SmallRound.Cell("a", "1", "year", verified: InputValue.Of(3)), SmallRound.Cell("b", "1", "year", verified: InputValue.Of(4))],
            History = [],
            Uncertainty = new(100, 142),
        });
        edition.Ranking.Select(row => (row.Unit, row.Rank)).ShouldBe([("b", 1), ("a", 2)]);
        edition.Uncertainty.ShouldBeNull();
        edition.Ranking.ShouldAllBe(row => row.RankLow == null && row.Tier == null);
    }

    [Theory]
    [InlineData(0, 142, "wrong-draws")]
    [InlineData(100_001, 142, "wrong-draws")]
    [InlineData(100, -1, "wrong-seed")]
    [InlineData(100, 1L << 53, "wrong-seed")]
    public void Draws_and_seeds_out_of_bounds_are_refused(int draws, long seed, string code) =>
        Faults(SmallRound.Frozen() with { Uncertainty = new(draws, seed) }).ShouldBe([code]);

    [Fact]
    public void The_edition_is_named_after_set_year_and_number_and_carries_the_set_whole()
    {
        Edition.Id.ShouldBe("small-2025.1");
        Edition.Set.Yaml.ShouldBe(SmallRound.Yaml);
        Edition.Set.Issued.ShouldBe("12/QĐ-UBND, 15/01/2025");
        (Edition.Year, Edition.Set.TitleVi, Edition.Set.TitleEn).ShouldBe((2025, "Bộ chỉ số nhỏ", "Small set"));
    }

    [Fact]
    public void The_order_in_which_cells_arrive_does_not_matter()
    {
        var frozen = SmallRound.Frozen();
        EditionFile.Write(EditionCompute.Compute(frozen with { Cells = [.. frozen.Cells.Reverse()] })).ShouldBe(EditionFile.Write(Edition));
    }

    [Fact]
    public void Every_cell_at_fault_is_named_at_once()
    {
        var frozen = SmallRound.Frozen();
        EditionInput[] wrong = [SmallRound.Cell("so-b", "1.2", "q9"), SmallRound.Cell("so-b", "1.3", "q1", verified: InputValue.Of("có"))];
        Faults(frozen with { Cells = [.. frozen.Cells, .. wrong] }).ShouldBe(["unknown-quarter", "wrong-value"]);
    }

    [Fact]
    public void What_cannot_be_published_is_refused_with_its_reason()
    {
        var frozen = SmallRound.Frozen();
        Faults(frozen with { Units = [] }).ShouldBe(["no-units"]);
        Faults(frozen with { Units = [.. SmallRound.Units, SmallRound.Units[0]] }).ShouldBe(["duplicate-unit"]);
        Faults(frozen with { Units = [.. SmallRound.Units, new("xa-d", "Xã D", null, "xa", "", true)] }).ShouldBe(["unknown-group"]);
        Faults(frozen with { SetSha256 = new string('0', 64) }).ShouldBe(["set-hash"]);
        Faults(frozen with { Number = 0 }).ShouldBe(["wrong-number"]);
        Faults(frozen with { PreviousSha256 = "abc" }).ShouldBe(["wrong-hash"]);
    }

    [Fact]
    public void A_correction_says_what_changed()
    {
        Faults(SmallRound.Frozen() with { Number = 2 }).ShouldBe(["no-errata"]);
        EditionCompute.Compute(SmallRound.Frozen() with { Number = 2, Errata = ["1.1: sửa số liệu quý 4"] }).Id.ShouldBe("small-2025.2");
    }

    private static IEnumerable<string> Faults(EditionInputs frozen) =>
        Should.Throw<EditionException>(() => EditionCompute.Compute(frozen)).Faults.Select(fault => fault.Code);
}
