using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;

namespace Dti.Reports.Tests.Rankings;

public sealed class FirstActionTests
{
    /// <summary>Totals 15, 12, 9 and 30: the first two gain most by indicator 1, the third by 2, the fourth has nothing to gain.</summary>
    private static readonly ReportedEdition Published = SampleInputs.Publish("", [0, 9, 6], [1, 6, 5], [4, 1, 4], [10, 10, 10]);

    [Fact]
    public void Indicators_that_most_units_should_begin_with_come_first_with_those_that_gain_most()
    {
        var actions = FirstActions.Of(new(Published), 10);
        actions.Select(action => (action.Code, action.NameVi, Units: string.Join(' ', action.Units.Select(unit => unit.Unit.Unit)))).ShouldBe(
            [("1.1", "Chỉ số thứ 1", "u1 u2"), ("1.2", "Chỉ số thứ 2", "u3")]);
        actions[0].Units[0].Action.Gained.ShouldBe(10, 1e-9);
        FirstActions.Of(new(Published), 1).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_report_tells_points_gained_and_the_rank_before_and_after()
    {
        string html = await Html(Published);
        html.ShouldContain("Việc nên làm trước");
        // Sở 2 would pass Sở 1 (12 + 9 = 21 above 15); Sở 1 stays second behind 30.
        html.ShouldContain("Sở 1 (+10,00; vẫn hạng 2); Sở 2 (+9,00; 3 → 2)");
        html.ShouldContain("Sở 3 (+9,00; 4 → 2)");
    }

    [Fact]
    public async Task Of_many_units_three_are_named_and_the_rest_counted()
    {
        string html = await Html(SampleInputs.Publish("", [.. Enumerable.Range(0, 8).Select(unit => new double[] { 0, 9, 9 })]));
        html.ShouldContain("; và 5 đơn vị khác");
    }

    [Fact]
    public async Task Where_the_inputs_do_not_give_the_totals_nothing_is_said() =>
        (await Html(SampleEdition.Publish())).ShouldNotContain("Việc nên làm trước");

    private static async Task<string> Html(ReportedEdition published) =>
        System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(published, PrintedSample.Assets));
}
