using System.Diagnostics;
using System.Globalization;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tables;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;

namespace Dti.Benchmarks.Scoring;

/// <summary>What <c>compute</c> does with a large table, step by step, and the most memory it had at the end of each.</summary>
internal static class TableBenchmark
{
    private const string Set = """
        set: benchmark
        year: 2025
        title: { vi: "Đo tốc độ" }
        nodes:
          - { code: a, name: { vi: "A" }, normalise: { min_max: { lower: 1, upper: 100 } } }
          - { code: b, name: { vi: "B" }, normalise: { zscore: { mean: 50, sd: 10 } } }
          - { code: c, name: { vi: "C" }, normalise: percentile_rank }
        """;

    public static int Run(string[] arguments)
    {
        int units = arguments is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : 1_000_000;
        string folder = Directory.CreateTempSubdirectory("dti-table-").FullName;
        try
        {
            string file = Path.Combine(folder, "table.csv");
            Write(file, units);
            var set = SetFile.Parse(Set, "benchmark.yaml").Set!;
            Console.WriteLine(Line($"{units} units x 3 columns, {new FileInfo(file).Length / 1e6:0} MB"));
            var table = Step("read", () => TableFile.Read(file, set)).Table!;
            var scores = Step("score", () => ScoringPlan.Compile(set).Score(table));
            var ranking = Step("rank", () => Ranking.Rank(set, table, scores.Values[0]));
            Step("write", () =>
            {
                ScoreFiles.Write(folder, scores, ranking, "", "", 0);
                return 0;
            });
            double peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
            Console.WriteLine(Line($"goal: a million units within 1500 MB: {(peak < 1_500 ? "reached" : "missed")}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string file, int units)
    {
        var random = new Random(142);
        using var writer = new StreamWriter(file);
        writer.Write("unit,group,a,b,c\n");
        for (int unit = 0; unit < units; unit++)
            writer.Write(Line($"u{unit},,{random.Next(1000)},{random.Next(1000)},{random.Next(1000)}\n"));
    }

    private static T Step<T>(string name, Func<T> work)
    {
        long start = Stopwatch.GetTimestamp();
        var result = work();
        Console.WriteLine(Line($"{name,-6} {Stopwatch.GetElapsedTime(start).TotalSeconds,6:0.0} s, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,5:0} MB"));
        return result;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
