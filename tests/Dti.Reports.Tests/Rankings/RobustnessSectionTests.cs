using System.Text.RegularExpressions;
using Dti.Assessment.Editions;
using Dti.Reports.Rankings;
using Dti.Reports.Tests.Samples;

namespace Dti.Reports.Tests.Rankings;

public sealed class RobustnessSectionTests
{
    private static readonly ReportedEdition Edition = ComputedEdition.Publish();

    [Fact]
    public async Task The_intervals_and_tiers_of_the_edition_stand_in_the_picture_row_by_row()
    {
        string section = await Section(Edition);
        var ranks = Edition.Edition.Ranking.Where(row => row.Group == "so").ToList();
        string[] words = [.. Regex.Matches(section, "<text[^>]*>([^<]*)</text>").Select(match => match.Groups[1].Value)];
        foreach (var row in ranks)
        {
            int at = Array.IndexOf(words, $"Đơn vị {row.Unit}");
            (words[at + 1], words[at + 2]).ShouldBe((new RankSpan(row.RankLow!.Value, row.RankMedian, row.RankHigh!.Value, row.Tier).Text, row.Tier!));
        }
        section.ShouldContain($"6 đơn vị chia thành {ranks.Select(row => row.Tier).Distinct().Count()} nhóm");
    }

    [Fact]
    public async Task The_choices_that_move_ranks_are_those_the_draws_find()
    {
        string section = await Section(Edition);
        var sensitivity = EditionRobustness.Compute(Edition.Edition, Edition.Set)!.Group("so", "")!.Sensitivity!;
        foreach (var index in sensitivity.Indices)
            section.ShouldContain($">{Math.Round(index.Index.Total * 100, MidpointRounding.AwayFromZero)}% ± {Math.Round(index.Error.Total * 100, MidpointRounding.AwayFromZero)}%</td>");
        section.ShouldContain("Điều làm các đơn vị trong khối đổi hạng nhiều nhất là thay đổi điểm tối đa của nhóm");
    }

    [Fact]
    public async Task Who_is_almost_always_among_the_first_three_is_named()
    {
        var certain = EditionRobustness.Compute(Edition.Edition, Edition.Set)!.Group("so", "")!.Units.Where(unit => unit.Drawn.TopThree >= 0.9).Select(unit => $"Đơn vị {unit.Unit}");
        (await Section(Edition)).ShouldContain($"Vào 3 hạng đầu trong ít nhất 90% số lần tính lại: {string.Join(", ", certain)}.");
    }

    [Fact]
    public async Task A_long_group_takes_several_figures_each_with_an_id_of_its_own()
    {
        string section = await Section(ComputedEdition.Publish([.. Enumerable.Range(1, 80).Select(unit => ($"so-{unit}", "so", unit % 7 + 1.0, unit % 5 + 1.0))]));
        string[] ids = [.. Regex.Matches(section, "<title id=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];
        ids.Length.ShouldBe(3);
        ids.ShouldBeUnique();
        Regex.Count(section, "dti-plot-dot").ShouldBe(80);
    }

    [Fact]
    public async Task A_unit_alone_in_its_group_is_not_spoken_of() => (await Section(Edition)).ShouldNotContain("Xã, phường");

    [Fact]
    public async Task Without_intervals_or_without_inputs_to_draw_from_there_is_no_section()
    {
        (await Words(SampleEdition.Publish())).ShouldNotContain("Độ vững");
        (await Words(Edition with { Edition = Edition.Edition with { Uncertainty = null } })).ShouldNotContain("Độ vững của thứ hạng");
    }

    private static async Task<string> Section(ReportedEdition published)
    {
        string words = await Words(published);
        int from = words.IndexOf("<h3>Độ vững của thứ hạng</h3>", StringComparison.Ordinal);
        from.ShouldBeGreaterThan(0);
        return words[from..words.IndexOf("<h2>", from, StringComparison.Ordinal)];
    }

    private static async Task<string> Words(ReportedEdition published) =>
        System.Net.WebUtility.HtmlDecode(await RankingReport.HtmlAsync(published, PrintedSample.Assets));
}
