using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Tests.Editions.Comparisons;

/// <summary>Under an identical set with the identity map the back-cast is the old edition, to the last bit.</summary>
public sealed class IdentityTests
{
    private const string Identity = """maps: [{ set: small, year: 2024, codes: { "1.1": "1.1", "1.2": "1.2", "1.3": "1.3", "2.1": "2.1", "2.2": "2.2", "2.3": "2.3", "2.4": "2.4" } }]""";

    [Fact]
    public void An_identical_set_gives_the_same_scores_nodes_and_ranks_exactly()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var before = Edition("", 2024, random);
            var comparison = TwoYears.Compare(Edition(Identity, 2025, random), before);
            (comparison.Rescored, comparison.Scale, comparison.Unmapped.Count).ShouldBe((1, 1, 0));
            foreach (var unit in comparison.BackCast)
            {
                unit.BackCastScore.ShouldBe(unit.Score);
                unit.BackCastRank.ShouldBe(unit.Rank);
                unit.Differences.ShouldAllBe(row => row.Before == row.After && row.Code == row.From);
            }
            foreach (var unit in comparison.Units)
            {
                (unit.BackCastScore, unit.BackCastRank).ShouldBe((unit.Score, unit.Rank));
                unit.Nodes.ShouldAllBe(node => node.Score == node.BackCast && node.Code == node.From);
                if (unit.ScoreChange is { } change)
                    (change.Method, Math.Abs(change.Total - change.OwnInputs - change.OthersInputs - change.EntryAndExit) < 1e-9).ShouldBe((0, true));
            }
        }
    }

    [Fact]
    public void Weights_are_relative()
    {
        foreach (double factor in new[] { 1e-3, 1, 7, 1e6 })
        {
            var after = TwoYears.After();
            after = after with { Units = [after.Units[0], after.Units[1] with { Lineage = new(new(2025, 3, 1), LineageKind.Merged, [new("b", factor), new("c", 3 * factor)]) }, .. after.Units.Skip(2)] };
            var d = TwoYears.Compare(after, TwoYears.Before()).Units[1];
            d.Score!.Value.ShouldBe(55, 1e-12);
            d.Predecessors!.Sum(old => old.Weight).ShouldBe(1, 1e-15);
        }
    }

    private static Edition Edition(string maps, int year, Random random)
    {
        string yaml = SmallRound.Yaml.Replace("year: 2025", FormattableString.Invariant($"year: {year}\n{maps}"), StringComparison.Ordinal);
        var reading = SetFile.Parse(yaml, "small.yaml");
        return EditionCompute.Compute(SmallRound.Frozen() with
        {
            Set = reading.Set.ShouldNotBeNull(),
            SetYaml = reading.Yaml,
            SetSha256 = reading.Sha256,
            History = [],
            Cells = [.. SmallRound.Units.SelectMany(unit => Cells(unit.Code, random))],
        });
    }

    /// <summary>Every second cell or so, of every type and quarter.</summary>
    private static IEnumerable<EditionInput> Cells(string unit, Random random)
    {
        string[] quarters = ["q1", "q2", "q3", "q4"];
        foreach (string quarter in quarters)
        {
            (string Key, Func<InputValue> Value)[] made =
            [
                ("1.1.published", () => InputValue.Of(random.Next(20))), ("1.1.listed", () => InputValue.Of(random.Next(20))), ("1.2", () => InputValue.Of(random.NextDouble() * 9)),
                ("1.3", () => InputValue.Of(random.Next(2) == 0)), ("2.1", () => InputValue.Of(Word(random, "none", "draft", "issued"))),
                ("2.2", () => InputValue.Of(FormattableString.Invariant($"2025-07-{1 + random.Next(12):00}"))), ($"2.3.{quarter}", () => InputValue.Of(Word(random, "on_time", "late", "none", "not_due"))),
                ("2.4", () => InputValue.Of(random.NextDouble() * 100)),
            ];
            foreach (var (key, value) in made)
                if (random.Next(2) == 0)
                    yield return random.Next(4) == 0 ? SmallRound.Cell(unit, key, quarter, measured: value()) : SmallRound.Cell(unit, key, quarter, self: value(), verified: value());
        }
    }

    private static string Word(Random random, params string[] words) => words[random.Next(words.Length)];
}
