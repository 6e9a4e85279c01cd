using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Sets;

public sealed class IndicatorSetTests
{
    [Fact]
    public void Nodes_come_in_tree_order_and_indicators_are_those_with_points()
    {
        var set = Given.Points(
            Given.Branch("1", Given.Ten("1.1"), Given.Branch("1.2", Given.Ten("1.2.1"), Given.Ten("1.2.2"))),
            Given.Ten("2"));
        set.AllNodes().Select(node => node.Code).ShouldBe(["1", "1.1", "1.2", "1.2.1", "1.2.2", "2"]);
        set.Indicators().Select(node => node.Code).ShouldBe(["1.1", "1.2.1", "1.2.2", "2"]);
    }

    [Theory]
    [InlineData("u1", "so", true)]
    [InlineData("u2", "so", false)]
    [InlineData("u3", "so", false)]
    [InlineData("u1", "xa", false)]
    public void An_indicator_is_for_its_groups_its_units_and_not_for_those_it_names_as_excepted(string unit, string group, bool applies)
    {
        var indicator = Given.Ten("1").Indicator! with { Groups = ["so", "huyen"], UnitsOnly = ["u1", "u3"], UnitsExcept = ["u3"] };
        indicator.AppliesTo(unit, group).ShouldBe(applies);
    }

    [Fact]
    public void An_indicator_that_names_nobody_is_for_all() => Given.Ten("1").Indicator!.AppliesTo("u1", "").ShouldBeTrue();

    /// <summary>What a set that leaves a line out means by it (contract §2).</summary>
    [Fact]
    public void What_a_set_leaves_out_has_its_stated_default()
    {
        var set = new IndicatorSet { Code = "x", Year = 2025, Title = Given.Name, Kind = SetKind.Points, Nodes = [] };
        set.ShouldSatisfyAllConditions(
            () => (set.Ranking, set.Unverified, set.NotApplicable).ShouldBe((new RankingRule(Ties.Min, 2, RankRounding.Before), Unverified.Zero, NotApplicable.Keep)),
            () => (set.Within, set.Aggregate, set.DataThreshold).ShouldBe((StatisticsScope.Table, Aggregation.Arithmetic, 0)),
            () => Given.Ten("1").Indicator!.Scored.ShouldBeTrue(),
            () => new Node { Code = "a", Name = Given.Name }.Weight.ShouldBe(1),
            () => (new OutlierTreatment().Max, new OutlierTreatment().Skew, new OutlierTreatment().Kurtosis, new OutlierTreatment().Combine).ShouldBe((5, 2, 3.5, false)),
            () => new Normalisation(NormaliseKind.Goalposts).ShouldSatisfyAllConditions(n => n.Truncate.ShouldBeTrue(), n => n.Cap.ShouldBeTrue(), n => (n.Lower, n.Upper, n.Mean, n.Sd).ShouldBe((0, 1, 0, 1))),
            () => (new UncertaintyRule().Weights, new UncertaintyRule().DropOne).ShouldBe((0.25, false)));
    }
}
