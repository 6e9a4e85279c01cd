using Dti.Scoring.Rankings;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Points;

/// <summary>Published points of a real commune, 2025: 62 indicators, 960 points.</summary>
public sealed class CommuneOfTayNinhTests
{
    private static readonly GoldenTable Published = GoldenTable.Read("tay_ninh_commune_2025.csv");

    [Theory]
    [InlineData("self", 787.84)]
    [InlineData("verified", 606.27)]
    public void The_total_is_the_published_one(string column, double total)
    {
        string[] codes = Published.Words("code");
        double[] most = Published.Numbers("max"), points = Published.Numbers(column);
        codes.Length.ShouldBe(62);
        var nodes = codes.Select((code, row) => (Family: code.Split('.')[0], Node: Given.Indicator(code, most[row], new LinearRule(new(code, "points"), 0, most[row]), Given.Number("points"))));
        var set = Given.Points([.. nodes.GroupBy(node => node.Family).Select(family => Given.Branch(family.Key, [.. family.Select(node => node.Node)]))]);

        var scores = Given.Score(set, new()
        {
            Units = [new TableUnit("can-giuoc", "")],
            Columns = codes.Select((code, row) => (code, values: new[] { points[row] })).ToDictionary(cell => cell.code, cell => cell.values),
        });

        DecimalRounding.Round(scores.Root(0), 9).ShouldBe(total);
        scores.Maxima![0][0].ShouldBe(960);
        scores.Of("4.19")[0].ShouldBe(points[Array.IndexOf(codes, "4.19")], 1e-12);
    }
}
