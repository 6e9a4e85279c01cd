using System.Text;
using System.Text.RegularExpressions;
using Dti.Web.Tests.Processes;

namespace Dti.Web.Tests.Commands;

public sealed partial class ComputeTests : IDisposable
{
    private const string Set = """
        set: thu
        year: 2025
        title: { vi: "Thử" }
        groups:
          - { code: so, name: { vi: "Sở" } }
        nodes:
          - code: "1"
            name: { vi: "Dữ liệu mở" }
            children:
              - code: "1.1"
                name: { vi: "Đã công bố" }
                points: 10
                inputs:
                  - { id: published, type: count, unit: dataset, from: self }
                  - { id: listed, type: count, unit: dataset, from: self }
                rule: { ratio: { of: published, to: listed } }
              - code: "1.2"
                name: { vi: "Có kế hoạch" }
                points: 5
                inputs:
                  - { id: plan, type: yes_no, from: self }
                rule: { yes_no: { of: plan } }
        """;

    private const string Header = "unit,group,1.1.published,1.1.listed,1.2\n";
    private const string Good = Header + "so-a,so,1,4,1\nso-b,so,3,4,0\nso-c,so,4,4,1\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_table_gives_the_scores_of_the_contract_and_the_same_bytes_again()
    {
        (await ComputeAsync(Good, "first")).ShouldBeDone();
        (await ComputeAsync(Good, "second")).ShouldBeDone();

        File.ReadAllText(_folder.Of("first", "scores.csv")).ShouldBe(
            "unit,group,code,depth,score\n"
            + "so-a,so,INDEX,0,7.5\nso-a,so,1,1,7.5\nso-a,so,1.1,2,2.5\nso-a,so,1.2,2,5\n"
            + "so-b,so,INDEX,0,7.5\nso-b,so,1,1,7.5\nso-b,so,1.1,2,7.5\nso-b,so,1.2,2,0\n"
            + "so-c,so,INDEX,0,15\nso-c,so,1,1,15\nso-c,so,1.1,2,10\nso-c,so,1.2,2,5\n");
        File.ReadAllText(_folder.Of("first", "ranking.csv")).ShouldBe("group,rank,unit,score\nso,1,so-c,15\nso,2,so-a,7.5\nso,2,so-b,7.5\n");
        foreach (string file in (string[])["scores.csv", "ranking.csv"])
            File.ReadAllBytes(_folder.Of("second", file)).ShouldBe(File.ReadAllBytes(_folder.Of("first", file)));
        Seconds().Replace(File.ReadAllText(_folder.Of("second", "summary.json")), "").ShouldBe(Seconds().Replace(File.ReadAllText(_folder.Of("first", "summary.json")), ""));
    }

    [Fact]
    public async Task One_group_alone_shows_the_scores_it_has_among_all()
    {
        string set = _folder.Write("z.yaml", """
            set: z
            year: 2025
            groups:
              - { code: x, name: { vi: "X" } }
              - { code: y, name: { vi: "Y" } }
            nodes:
              - { code: a, normalise: { zscore: { mean: 10, sd: 2 } } }
            """);
        string table = _folder.Write("z.csv", "unit,group,a\nu1,x,1\nu2,x,2\nu3,y,4\nu4,y,9\n");
        (await CommandRun.Of("compute", "--set", set, "--data", table, "--out", _folder.Of("all"))).ShouldBeDone();
        (await CommandRun.Of("compute", "--set", set, "--data", table, "--out", _folder.Of("one"), "--group", "y")).ShouldBeDone();
        string[] all = File.ReadAllLines(_folder.Of("all", "scores.csv")), one = File.ReadAllLines(_folder.Of("one", "scores.csv"));
        one.ShouldBe(all.Where(line => line.StartsWith("unit", StringComparison.Ordinal) || line.Contains(",y,", StringComparison.Ordinal)));
        File.ReadAllLines(_folder.Of("one", "ranking.csv")).Length.ShouldBe(3);
    }

    [Theory]
    [InlineData("unit,group,1.1.published,1.1.listed,1.2,1.3\nso-a,so,1,4,1,1\n", "unknown-column")]
    [InlineData("unit,group,1.1.published,1.1.listed\nso-a,so,1,4\n", "missing-column")]
    [InlineData(Header + "so-a,so,1,4,1\nso-a,so,3,4,0\n", "duplicate-unit")]
    [InlineData(Header + "so-a,so,NaN,4,1\n", "invalid-value")]
    [InlineData(Header + "so-a,so,1e999,4,1\n", "invalid-value")]
    [InlineData("", "empty-file")]
    public async Task A_table_with_a_fault_is_refused_and_nothing_is_written(string table, string code)
    {
        (await ComputeAsync(table, "out")).ShouldBeRefused("table.csv:", code);

        Directory.Exists(_folder.Of("out")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cell_of_ten_megabytes_is_refused() =>
        (await ComputeAsync(Header + new string('a', 10 << 20) + ",so,1,4,1\n", "out")).ShouldBeRefused("cell-too-large");

    [Fact]
    public async Task Another_encoding_is_refused()
    {
        File.WriteAllBytes(_folder.Of("table.csv"), Encoding.Unicode.GetBytes(Good));

        (await ComputeAsync(null, "out")).ShouldBeRefused("table.csv:1");
    }

    [Fact]
    public async Task A_folder_in_place_of_the_table_is_refused()
    {
        Directory.CreateDirectory(_folder.Of("table.csv"));

        (await ComputeAsync(null, "out")).ShouldBeRefused("not-a-file");
    }

    [Fact]
    public async Task Sensitivity_is_written_only_when_it_is_asked_for_and_leaves_the_other_columns_as_they_are()
    {
        (await ComputeAsync(Good, "plain", "--uncertainty", "200", "--seed", "7")).ShouldBeDone();
        (await ComputeAsync(Good, "more", "--uncertainty", "200", "--seed", "7", "--sensitivity")).ShouldBeDone();

        File.Exists(_folder.Of("plain", "sensitivity.csv")).ShouldBeFalse();
        string[] plain = File.ReadAllLines(_folder.Of("plain", "ranking.csv")), more = File.ReadAllLines(_folder.Of("more", "ranking.csv"));
        more[0].ShouldBe(plain[0] + ",top3");
        more.Skip(1).ShouldBe(plain.Skip(1).Select(row => row + ",1"));
        string[] sensitivity = File.ReadAllLines(_folder.Of("more", "sensitivity.csv"));
        sensitivity[0].ShouldBe("group,pool,mean_shift,choice,node,first,first_error,total,total_error");
        sensitivity.Skip(1).ShouldHaveSingleItem().ShouldStartWith("so,,");
        sensitivity[1].ShouldContain(",weights,,");
    }

    [Theory]
    [InlineData("--uncertainty 1000000000")]
    [InlineData("--uncertainty=-1")]
    [InlineData("--uncertainty 5 --seed 18446744073709551616")]
    [InlineData("--uncertainty 5 --seed x")]
    [InlineData("--sensitivity")]
    [InlineData("--sensitivity --uncertainty 0")]
    public async Task Draws_and_seeds_beyond_their_bounds_are_wrong_usage(string options)
    {
        var run = await ComputeAsync(Good, "out", options.Split(' '));

        run.ExitCode.ShouldBe(2, run.ToString());
        run.Error.ShouldStartWith("dti: --");
        Directory.Exists(_folder.Of("out")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("-9223372036854775808")]
    [InlineData("18446744073709551615")]
    public async Task Every_64_bit_number_is_a_seed(string seed) =>
        (await ComputeAsync(Good, "out", "--uncertainty", "3", $"--seed={seed}")).ShouldBeDone();

    [Fact]
    public async Task One_unit_and_a_column_without_a_value_are_scored_and_the_column_is_named()
    {
        var run = await ComputeAsync(Header + "so-a,so,,,1\n", "out", "--uncertainty", "10");

        run.ShouldBeDone();
        run.Error.ShouldContain("the column '1.1.published' has no value in any row");
        File.ReadAllText(_folder.Of("out", "ranking.csv")).ShouldEndWith("so,1,so-a,5,1,1,1,A\n");
    }

    private Task<CommandRun> ComputeAsync(string? table, string target, params string[] more)
    {
        if (table is not null)
            _folder.Write("table.csv", table);
        return CommandRun.Of(["compute", "--set", _folder.Write("set.yaml", Set), "--data", _folder.Of("table.csv"), "--out", _folder.Of(target), .. more]);
    }

    [GeneratedRegex("\"seconds\": [^,]*,")]
    private static partial Regex Seconds();
}
