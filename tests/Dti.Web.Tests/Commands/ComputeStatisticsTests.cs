using System.Globalization;
using Dti.Web.Tests.Processes;

namespace Dti.Web.Tests.Commands;

/// <summary><c>compute --statistics</c> of tables of which little can be said: every row of statistics.csv has a number or a reason.</summary>
public sealed class ComputeStatisticsTests : IDisposable
{
    private const string Set = """
        set: z
        year: 2025
        nodes:
          - code: p
            name: { vi: "P" }
            children:
              - { code: a, normalise: none }
              - { code: b, normalise: none }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_unit_has_a_mean_and_too_few_for_the_rest()
    {
        var rows = await Statistics("u1,,3,4\n");
        Row(rows, "a", "mean").ShouldBe("3,1,");
        Row(rows, "a", "sd").ShouldBe(",1,too-few");
        Row(rows, "a", "correlation", "b").ShouldBe(",1,too-few");
        Row(rows, "p", "alpha").ShouldBe(",1,one-child");
        Row(rows, "a", "importance_share", "leaves").ShouldBe(",1,too-few");
    }

    [Fact]
    public async Task Constant_columns_have_no_shape_no_correlation_and_no_importance()
    {
        var rows = await Statistics(string.Concat(Enumerable.Range(1, 24).Select(unit => $"u{unit},,3,4\n")));
        Row(rows, "a", "sd").ShouldBe("0,24,");
        Row(rows, "a", "skewness").ShouldBe(",24,constant");
        Row(rows, "a", "share_at_mode").ShouldBe("1,24,");
        Row(rows, "a", "correlation", "b").ShouldBe(",24,constant");
        Row(rows, "a", "importance_share", "leaves").ShouldBe(",24,constant");
        Row(rows, "a", "importance_share_linear", "leaves").ShouldBe(",24,constant");
    }

    [Fact]
    public async Task A_table_without_a_value_says_that_there_is_no_data()
    {
        var rows = await Statistics("u1,,,\nu2,,,\n");
        Row(rows, "a", "coverage").ShouldBe("0,2,");
        Row(rows, "a", "mean").ShouldBe(",0,no-data");
        Row(rows, "a", "correlation", "b").ShouldBe(",0,no-data");
    }

    [Fact]
    public async Task Two_equal_units_are_two_of_one_value()
    {
        var rows = await Statistics("u1,,3,4\nu2,,3,4\n");
        Row(rows, "a", "mean").ShouldBe("3,2,");
        Row(rows, "a", "sd").ShouldBe("0,2,");
        Row(rows, "a", "distinct").ShouldBe("1,2,");
        Row(rows, "a", "kurtosis").ShouldBe(",2,too-few");
    }

    private async Task<string[][]> Statistics(string table)
    {
        (await CommandRun.Of("compute", "--set", _folder.Write("z.yaml", Set), "--data", _folder.Write("z.csv", "unit,group,a,b\n" + table), "--out", _folder.Of("out"), "--statistics")).ShouldBeDone();
        string[][] rows = [.. File.ReadAllLines(_folder.Of("out", "statistics.csv")).Skip(1).Select(line => line.Split(','))];
        rows.ShouldNotBeEmpty();
        foreach (string[] row in rows)
        {
            (row[4].Length > 0).ShouldBe(row[6].Length == 0, string.Join(',', row));
            if (row[4].Length > 0)
                double.IsFinite(double.Parse(row[4], CultureInfo.InvariantCulture)).ShouldBeTrue();
        }
        return rows;
    }

    /// <summary>Value, units and reason.</summary>
    private static string Row(string[][] rows, string code, string statistic, string other = "") =>
        string.Join(',', rows.Single(row => row[1] == code && row[2] == other && row[3] == statistic)[4..]);
}
