using System.Globalization;
using Dti.Assessment.IndicatorSets;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Assessment.Tests.Units;

/// <summary>The shipped sets are not only well formed: they give the points they promise.</summary>
public sealed class ShippedSetScoresTests
{
    private static readonly string[] LessIsBetter = ["months", "days", "incidents"];

    [Theory]
    [InlineData(2, 787.84)]
    [InlineData(3, 606.27)]
    public void The_example_commune_gets_its_published_total(int column, double total)
    {
        var set = Read("examples/tay-ninh-xa/2025.yaml");
        var columns = File.ReadLines(Path.Combine(Lists.Root, "indicators/examples/tay-ninh-xa/can-giuoc-2025.csv")).Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => new[] { double.Parse(cells[column], CultureInfo.InvariantCulture) });
        var scores = ScoringPlan.Compile(set).Score(new() { Units = [new("xa-can-giuoc", "xa")], Columns = columns });
        scores.Root(0).ShouldBe(total, 1e-9);
        scores.Maxima![0][0].ShouldBe(960);
    }

    [Theory]
    [InlineData("nghe-an-data/2023.yaml", "so", 1000)]
    [InlineData("nghe-an-data/2023.yaml", "huyen", 1000)]
    [InlineData("nghe-an-data/2024.yaml", "so", 1000)]
    [InlineData("nghe-an-data/2024.yaml", "huyen", 1000)]
    [InlineData("nghe-an-data/2025.yaml", "so", 1000)]
    [InlineData("nghe-an-data/2025.yaml", "huyen", 1000)]
    [InlineData("nghe-an-data/2026.yaml", "so", 1000)]
    [InlineData("nghe-an-data/2026.yaml", "xa", 1000)]
    [InlineData("examples/hcm-xa/2026.yaml", "xa", 100)]
    public void The_best_answers_give_all_the_points_and_none_give_nothing(string file, string group, double points)
    {
        var set = Read(file);
        var columns = Columns.Of(set).ToDictionary(column => column.Key, column => new[] { Best(column, set.Year), double.NaN });
        var scores = ScoringPlan.Compile(set).Score(new() { Units = [new("best", group), new("silent", group)], Columns = columns });
        scores.Root(0).ShouldBe(points, 1e-9);
        scores.Root(1).ShouldBe(0);
    }

    private static double Best(Column column, int year) => column.Input switch
    {
        { Type: InputType.YesNo } => 1,
        { Type: InputType.Choice } choice => choice.Options.Count - 1,
        { Type: InputType.Date } => new DateOnly(year, 1, 1).DayNumber,
        { Type: InputType.Timeliness } => Timeliness.OnTime,
        { } input when LessIsBetter.Contains(input.Id) => 0,
        _ => 100,
    };

    private static IndicatorSet Read(string file) => SetFile.Read(Path.Combine(Lists.Root, "indicators", file)).Set.ShouldNotBeNull();
}
