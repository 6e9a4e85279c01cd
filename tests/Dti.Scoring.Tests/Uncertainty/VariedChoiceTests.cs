using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Uncertainty;

namespace Dti.Scoring.Tests.Uncertainty;

public sealed class VariedChoiceTests
{
    [Fact]
    public void A_family_has_its_node_and_all_below()
    {
        var plan = ScoringPlan.Compile(Given.Points(Given.Branch("1", Given.Ten("1.1"), Given.Branch("1.2", Given.Ten("1.2.1"))), Given.Ten("2")));
        int Index(string code) => plan.Nodes.First(node => node.Code == code).Index;
        VariedChoice.Of(plan).Select(choice => choice.Nodes).ShouldBe([[Index("1"), Index("1.1"), Index("1.2"), Index("1.2.1")], [Index("2")]]);
    }

    [Fact]
    public void One_alternative_or_an_error_of_0_is_no_choice() =>
        Of(new() { Weights = 0, Normalise = [NormaliseKind.None], Aggregate = [Aggregation.Geometric], Inputs = new Dictionary<string, double> { ["a"] = 0 } }, 2).ShouldBeEmpty();

    [Theory]
    [InlineData(20, 20)]
    [InlineData(21, 1)]
    public void At_most_20_families_are_told_apart(int families, int choices) => Of(new(), families).Count.ShouldBe(choices);

    private static IReadOnlyList<VariedChoice> Of(UncertaintyRule rule, int leaves) => VariedChoice.Of(ScoringPlan.Compile(
        Given.Composite([.. Enumerable.Range(0, leaves).Select(leaf => Given.Leaf($"{(char)('a' + leaf)}", new(NormaliseKind.None)))]) with { Uncertainty = rule }));
}
