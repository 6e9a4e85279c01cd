using System.Text.Json;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tables;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Uncertainty;

namespace Dti.Assessment.Tests.Tables;

public sealed class RankIntervalFilesTests : IDisposable
{
    private const string Yaml = """
        set: s
        year: 2025
        nodes:
          - { code: "1", points: 10, inputs: [{ id: x, type: number }], rule: { linear: { of: x, from: 0, to: 10 } } }
          - { code: "2", points: 10, inputs: [{ id: x, type: number }], rule: { linear: { of: x, from: 0, to: 10 } } }
        """;

    private const string Csv = "unit,group,ranked,1,2\na,,1,9,9\nb,,1,8,4\nc,,1,4.1,8\nd,,0,1,1\n";

    private readonly Folder folder = new();

    [Fact]
    public void The_ranking_gets_intervals_and_tiers()
    {
        Compute(threads: 1);
        File.ReadAllText(folder.At("out/ranking.csv")).ShouldBe(
            "group,rank,unit,score,rank_low,rank_median,rank_high,tier\n,1,a,18,1,1,1,A\n,2,c,12.1,2,2,3,B\n,3,b,12,2,3,3,B\n,,d,2,,,,\n");
    }

    [Fact]
    public void The_summary_tells_draws_and_seed()
    {
        Compute(threads: 1);
        var uncertainty = JsonDocument.Parse(File.ReadAllText(folder.At("out/summary.json"))).RootElement.GetProperty("uncertainty");
        (uncertainty.GetProperty("draws").GetInt32(), uncertainty.GetProperty("seed").GetUInt64()).ShouldBe((1000, ulong.MaxValue));
    }

    [Fact]
    public void Any_number_of_threads_writes_the_same_bytes()
    {
        var files = new List<byte[][]>();
        foreach (int threads in (int[])[1, 2, 4])
        {
            Compute(threads);
            files.Add([.. Directory.GetFiles(folder.At("out")).Order().Select(File.ReadAllBytes)]);
        }
        files[1].ShouldBe(files[0]);
        files[2].ShouldBe(files[0]);
    }

    public void Dispose() => folder.Dispose();

    private void Compute(int threads)
    {
        var set = SetFile.Parse(Yaml, "s.yaml").Set!;
        var table = TableFile.Read(folder.Write("t.csv", Csv), set).Table!;
        var scores = ScoringPlan.Compile(set).Score(table);
        var ranking = Ranking.Rank(set, table, scores.Values[0]);
        ScoreFiles.Write(folder.At("out"), scores, ranking, "set", "data", 0.25, UncertaintyAnalysis.Run(scores, ranking, new(1000, ulong.MaxValue, threads)));
    }
}
