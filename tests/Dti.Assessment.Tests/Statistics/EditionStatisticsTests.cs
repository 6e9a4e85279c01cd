using System.Globalization;
using Dti.Assessment.Editions;
using Dti.Assessment.Statistics;
using Dti.Assessment.Tests.Editions;
using Dti.Scoring.Scores;
using Dti.Scoring.Statistics;

namespace Dti.Assessment.Tests.Statistics;

public sealed class EditionStatisticsTests
{
    private static readonly Edition Edition = EditionCompute.Compute(SmallRound.Frozen());
    private static readonly IReadOnlyList<GroupStatistics> Groups = EditionStatistics.Of(Edition, SmallRound.Frozen().Set);

    [Fact]
    public void An_edition_is_described_by_group_from_its_published_scores()
    {
        Groups.Select(group => (group.Group, group.Units.Count)).ShouldBe([("so", 2), ("huyen", 1)]);
        var first = Groups[0].Leaves.Single(leaf => leaf.Code == "1.1");
        first.Mean.Value!.Value.ShouldBe(3.75, 1e-12);
        first.Coverage.Value.ShouldBe(0.5);
        Groups[1].Leaves.Single(leaf => leaf.Code == "2.1").Mean.Gap.ShouldBe(Gap.NotApplicable);
    }

    [Fact]
    public void It_is_what_scoring_the_same_table_gives()
    {
        var set = SmallRound.Frozen().Set;
        var scores = ScoringPlan.Compile(set).Score(YearTable.Build(set, Edition.Units, Edition.Inputs, (_, cell) => cell.Counted).Table);
        Text(StatisticsAnalysis.Run(scores)).ShouldBe(Text(Groups));
    }

    [Fact]
    public void The_table_has_a_number_or_a_reason_in_every_row()
    {
        string[][] rows = [.. Text(Groups).TrimEnd('\n').Split('\n').Select(line => line.Split(','))];
        rows[0].ShouldBe(["group", "code", "other", "statistic", "value", "n", "reason"]);
        rows.Length.ShouldBeGreaterThan(200);
        foreach (string[] row in rows.Skip(1))
        {
            row.Length.ShouldBe(7);
            (row[4].Length > 0).ShouldBe(row[6].Length == 0, string.Join(',', row));
            if (row[4].Length > 0)
                double.IsFinite(double.Parse(row[4], CultureInfo.InvariantCulture)).ShouldBeTrue();
        }
        rows.ShouldContain(row => row[0] == "so" && row[1] == "1.1" && row[3] == "mean" && row[4] == "3.75" && row[5] == "2");
    }

    private static string Text(IReadOnlyList<GroupStatistics> groups)
    {
        using var writer = new StringWriter();
        StatisticsCsv.Write(writer, groups);
        return writer.ToString();
    }
}
