using System.Globalization;
using System.Text.Json;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tables;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;

namespace Dti.Assessment.Tests.Tables;

public sealed class ScoreFilesTests : IDisposable
{
    private const string Yaml = """
        set: s
        year: 2025
        ranking: { decimals: 1 }
        groups: [{ code: so }, { code: huyen }]
        nodes:
          - code: "1"
            children:
              - { code: "1.1", points: 10, inputs: [{ id: a, type: count }, { id: b, type: count }], rule: { ratio: { of: a, to: b } } }
              - { code: "1.2", points: 5, groups: [so], inputs: [{ id: x, type: yes_no }], rule: { yes_no: { of: x } } }
        """;

    private const string Csv = "unit,group,ranked,1.1.a,1.1.b,1.2\n\"Sở \"\"A\"\", một\",so,1,1,3,1\nh1,huyen,1,2,3,\nso2,so,0,3,3,1\nso3,so,1,2,3,1\n";

    private readonly Folder folder = new();

    [Fact]
    public void Scores_are_written_in_the_order_of_rows_and_of_the_tree()
    {
        Compute();
        Text("scores.csv").ShouldBe(
            "unit,group,code,depth,score\n"
            + "\"Sở \"\"A\"\", một\",so,INDEX,0,8.333333333333332\n" + "\"Sở \"\"A\"\", một\",so,1,1,8.333333333333332\n"
            + "\"Sở \"\"A\"\", một\",so,1.1,2,3.333333333333333\n" + "\"Sở \"\"A\"\", một\",so,1.2,2,5\n"
            + "h1,huyen,INDEX,0,6.666666666666666\n" + "h1,huyen,1,1,6.666666666666666\n" + "h1,huyen,1.1,2,6.666666666666666\n" + "h1,huyen,1.2,2,\n"
            + "so2,so,INDEX,0,15\n" + "so2,so,1,1,15\n" + "so2,so,1.1,2,10\n" + "so2,so,1.2,2,5\n"
            + "so3,so,INDEX,0,11.666666666666666\n" + "so3,so,1,1,11.666666666666666\n" + "so3,so,1.1,2,6.666666666666666\n" + "so3,so,1.2,2,5\n");
    }

    [Fact]
    public void The_ranking_has_rounded_scores_and_units_not_ranked_last()
    {
        Compute();
        Text("ranking.csv").ShouldBe("group,rank,unit,score\nso,1,so3,11.7\nso,2,\"Sở \"\"A\"\", một\",8.3\nso,,so2,15\nhuyen,1,h1,6.7\n");
    }

    [Fact]
    public void The_summary_counts_and_hashes()
    {
        Compute();
        Text("summary.json").ShouldNotContain("\r");
        Text("summary.json").ShouldEndWith("}\n");
        var summary = JsonDocument.Parse(Text("summary.json")).RootElement;
        summary.GetProperty("set_hash").GetString().ShouldBe("set");
        summary.GetProperty("data_hash").GetString().ShouldBe("data");
        summary.GetProperty("seconds").GetDouble().ShouldBe(0.25);
        var counts = summary.GetProperty("counts");
        (counts.GetProperty("units").GetInt32(), counts.GetProperty("ranked").GetInt32(), counts.GetProperty("nodes").GetInt32(), counts.GetProperty("leaves").GetInt32()).ShouldBe((4, 3, 4, 2));
        var last = summary.GetProperty("nodes")[3];
        last.GetProperty("code").GetString().ShouldBe("1.2");
        (last.GetProperty("scored").GetInt32(), last.GetProperty("mean").GetDouble(), last.GetProperty("min").GetDouble(), last.GetProperty("max").GetDouble()).ShouldBe((3, 5, 5, 5));
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_in_any_culture()
    {
        Compute();
        var first = Directory.GetFiles(folder.At("out")).Order().Select(File.ReadAllBytes).ToList();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("vi-VN");
            Compute();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        Directory.GetFiles(folder.At("out")).Order().Select(File.ReadAllBytes).ShouldBe(first);
        Directory.GetFiles(folder.At("out")).Length.ShouldBe(3);
    }

    [Fact]
    public void What_cannot_be_written_leaves_earlier_files_as_they_were()
    {
        Compute();
        string before = Text("scores.csv");
        Directory.CreateDirectory(folder.At("out/.summary.json.unfinished"));
        Should.Throw<UnauthorizedAccessException>(() => Compute(Csv.Replace("2,3", "0,3", StringComparison.Ordinal)));
        Text("scores.csv").ShouldBe(before);
    }

    [Theory]
    [InlineData(double.NaN, "")]
    [InlineData(-0d, "0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e-7, "1E-07")]
    [InlineData(2.5, "2.5")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    public void Numbers_are_the_shortest_that_read_back(double value, string text) => ScoreFiles.Number(value).ShouldBe(text);

    public void Dispose() => folder.Dispose();

    private void Compute(string csv = Csv)
    {
        var set = SetFile.Parse(Yaml, "s.yaml").Set!;
        var table = TableFile.Read(folder.Write("t.csv", csv), set).Table!;
        var scores = ScoringPlan.Compile(set).Score(table);
        ScoreFiles.Write(folder.At("out"), scores, Ranking.Rank(set, table, scores.Values[0]), "set", "data", 0.25);
    }

    private string Text(string name) => File.ReadAllText(folder.At(Path.Combine("out", name)));
}
