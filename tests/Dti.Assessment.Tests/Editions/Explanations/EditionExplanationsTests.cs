using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Explanations;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;
using Dti.Scoring.Scores;

namespace Dti.Assessment.Tests.Editions.Explanations;

public sealed class EditionExplanationsTests
{
    private static readonly Edition Published = EditionCompute.Compute(SmallRound.Frozen());
    private static readonly EditionExplanations Explanations = new(Published, SmallRound.Set, "sha");

    [Fact]
    public void A_score_leads_to_its_formula_operands_layers_people_times_and_evidence()
    {
        var explanation = Explanations.Of("so-a")!;
        (explanation.Edition, explanation.Year, explanation.Sha256, explanation.Unit.NameVi, explanation.Ranking!.Rank).ShouldBe(("small-2025.1", 2025, "sha", "Sở A", 1));
        explanation.Nodes.Select(node => node.Code).ShouldBe(["INDEX", "1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3", "2.4"]);

        var ratio = explanation.Nodes[2];
        (ratio.Formula, ratio.Score, ratio.Maximum, ratio.Share, ratio.NameVi).ShouldBe(("10 × min(1, 45 / 60)", 7.5, 10, 0.75, "Tỷ lệ công bố"));
        var listed = ratio.Operands[1];
        (listed.Column, listed.Value, listed.From, listed.Input!.Id).ShouldBe(("1.1.listed", 60, "self", "listed"));
        var cell = listed.Cells.Single();
        (cell.Quarter, cell.Self, cell.Verified, cell.Counted, cell.By).ShouldBe(("q4", InputValue.Of(45), InputValue.Of(60), Layer.Verified, "le.thi.b"));
        cell.At!.Value.Month.ShouldBe(1);
        cell.Evidence.Single().Citation.ShouldBe("808/QĐ-UBND, 05/06/2025");
        // Both quarters of what is published: the later one counts.
        ratio.Operands[0].Cells.Select(published => published.Quarter).ShouldBe(["q2", "q4"]);
    }

    [Fact]
    public void A_parent_shows_what_it_adds_up() =>
        Explanations.Of("so-a")!.Nodes[1].Children.Select(child => (child.Code, child.Score, child.Weight)).ShouldBe([("1.1", 7.5, 10), ("1.2", 3, 6), ("1.3", 4, 4)]);

    [Fact]
    public void What_to_fix_first_is_ordered_by_points_with_total_and_rank()
    {
        var actions = Explanations.Of("so-a")!.Improvements;
        // 24.8 of 40: 2.1 lacks 3.5, 1.2 and 2.3 lack 3, 1.1 and 2.2 lack 2.5, 2.4 lacks 0.7.
        actions.Select(action => (action.Code, Math.Round(action.Gained, 9))).ShouldBe([("2.1", 3.5), ("1.2", 3), ("2.3", 3), ("1.1", 2.5), ("2.2", 2.5), ("2.4", 0.7)]);
        Math.Round(actions[0].Score, 9).ShouldBe(28.3);
        actions.ShouldAllBe(action => action.Rank == 1 && action.Effort == null);
        Explanations.Of("so-b")!.Improvements[0].ShouldSatisfyAllConditions(first => first.Code.ShouldBe("1.1"), first => first.Rank.ShouldBe(2));
    }

    [Fact]
    public void A_set_with_efforts_gives_points_per_effort()
    {
        var set = SetFile.Parse(SmallRound.Yaml.Replace("points: 6", "points: 6\n        effort: 4", StringComparison.Ordinal), "s.yaml").Set!;
        var explanations = new EditionExplanations(Published, set, "sha");
        explanations.HasEfforts.ShouldBeTrue();
        var action = explanations.Improvements("so-a").Single(action => action.Code == "1.2");
        (action.Effort, Math.Round(action.PerEffort!.Value, 9)).ShouldBe((4, 0.75));
        explanations.Improvements("so-a")[0].Effort.ShouldBe(1);
    }

    [Fact]
    public void Nothing_is_said_of_a_unit_whose_published_total_its_inputs_do_not_give()
    {
        var changed = Published with { Scores = [.. Published.Scores.Select(score => score is { Unit: "so-a", Code: ScoringPlan.RootCode } ? score with { Score = score.Score + 1 } : score)] };
        var explanations = new EditionExplanations(changed, SmallRound.Set, "sha");
        explanations.Improvements("so-a").ShouldBeEmpty();
        explanations.Improvements("so-b").ShouldNotBeEmpty();
    }

    [Fact]
    public void A_column_that_cannot_be_lifted_is_named_with_the_reason()
    {
        var reading = SetFile.Parse("set: s\nyear: 2025\nnodes: [{ code: a, normalise: { min_max: { lower: 0, upper: 1 } } }]", "s.yaml");
        var edition = EditionCompute.Compute(SmallRound.Frozen() with
        {
            Set = reading.Set!, SetYaml = reading.Yaml, SetSha256 = reading.Sha256, History = [],
            Units = [SmallRound.Units[0] with { Group = "" }, SmallRound.Units[1] with { Group = "" }],
            Cells = [SmallRound.Cell("so-a", "a", "q4", verified: InputValue.Of(1)), SmallRound.Cell("so-b", "a", "q4", verified: InputValue.Of(2))],
        });
        var explanation = new EditionExplanations(edition, reading.Set!, "sha").Of("so-a")!;
        explanation.Improvements.ShouldBeEmpty();
        explanation.Unclear.Single().Code.ShouldBe("a");
    }

    [Fact]
    public void A_unit_the_edition_lacks_has_no_explanation()
    {
        Explanations.Of("so-khong-co").ShouldBeNull();
        Explanations.Improvements("so-khong-co").ShouldBeEmpty();
    }
}
