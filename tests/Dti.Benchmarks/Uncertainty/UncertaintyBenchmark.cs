using System.Diagnostics;
using System.Globalization;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using Dti.Scoring.Uncertainty;

namespace Dti.Benchmarks.Uncertainty;

/// <summary>Rank intervals beside a bare loop on as many threads that only multiplies, adds and sorts.</summary>
internal static class UncertaintyBenchmark
{
    private static readonly int Threads = Environment.ProcessorCount;

    public static int Run(string[] arguments)
    {
        int draws = arguments is ["quick"] ? 1_000 : 10_000;
        Console.WriteLine(Line($"{Threads} threads; bare = a loop of the same run that only multiplies, adds and sorts"));
        Console.WriteLine(Line($"{"set",-12} {"units",7} {"leaves",7} {"draws",7} {"ms",9} {"bare ms",9} {"ratio",6} {"peak MB",8}"));
        var small = Measure("points", Points(60), 51, 1_000, rounds: 15);
        var large = Measure("points", Points(60), 3_500, draws, rounds: 1);
        double peak = PeakMegabytes;
        Measure("arithmetic", Means(60, Aggregation.Arithmetic), 51, 1_000, rounds: 15);
        Measure("arithmetic", Means(60, Aggregation.Arithmetic), 3_500, draws, rounds: 1);
        Measure("geometric", Means(60, Aggregation.Geometric), 3_500, draws / 10, rounds: 1);
        Growth("units", [1_750, 3_500, 7_000], units => Measure("points", Points(60), units, 1_000, rounds: 3));
        Growth("leaves", [30, 60, 120], leaves => Measure("points", Points(leaves), 3_500, 1_000, rounds: 3));
        Growth("draws", [500, 1_000, 2_000], count => Measure("points", Points(60), 3_500, count, rounds: 3));
        Goal("51 x 60 x 1000", small.Ours, 40, "ms");
        Goal(Line($"3500 x 60 x {draws}"), large.Ours / 1000, 10, "s");
        Goal(Line($"3500 x 60 x {draws} over the bare loop"), large.Ours / large.Bare, 3, "times");
        Goal("memory until then", peak, 500, "MB");
        return 0;
    }

    private static double PeakMegabytes => Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;

    /// <summary>Each row is twice the one before.</summary>
    private static void Growth(string what, int[] sizes, Func<int, (double Ours, double Bare)> measure)
    {
        Console.WriteLine($"growth with {what}:");
        double[] ours = [.. sizes.Select(size => measure(size).Ours)];
        Console.WriteLine(Line($"  doubled: {ours[1] / ours[0]:0.00} times the time, again: {ours[2] / ours[1]:0.00} times"));
    }

    private static void Goal(string what, double value, double limit, string unit) =>
        Console.WriteLine(Line($"goal: {what}: {value:0.00} {unit}, at most {limit} {unit}: {(value <= limit ? "reached" : "missed")}"));

    private static (double Ours, double Bare) Measure(string name, IndicatorSet set, int units, int draws, int rounds)
    {
        var table = Table(set, units);
        var scores = ScoringPlan.Compile(set).Score(table);
        var ranking = Ranking.Rank(set, table, scores.Values[0]);
        double[][] columns = [.. scores.Plan.Nodes.Where(node => node.Children.Count == 0).Select(node => scores.Values[node.Index])];
        UncertaintyAnalysis.Run(scores, ranking, new(200, 1, Threads));
        Bare(columns, 200);
        double ours = double.PositiveInfinity, bare = double.PositiveInfinity;
        for (int round = 0; round < rounds; round++)
        {
            ours = Math.Min(ours, Time(() => UncertaintyAnalysis.Run(scores, ranking, new(draws, 1, Threads))));
            bare = Math.Min(bare, Time(() => Bare(columns, draws)));
        }
        Console.WriteLine(Line($"{name,-12} {units,7} {columns.Length,7} {draws,7} {ours,9:0.0} {bare,9:0.0} {ours / bare,6:0.00} {PeakMegabytes,8:0}"));
        return (ours, bare);
    }

    /// <summary>The least that draws cost when written plainly: weights, a product and a sum a cell, a sort of the units.</summary>
    private static void Bare(double[][] columns, int draws)
    {
        int units = columns[0].Length;
        Parallel.For(0, Threads, new() { MaxDegreeOfParallelism = Threads }, thread =>
        {
            var random = new Random(thread);
            var totals = new double[units];
            int[] order = new int[units];
            for (int draw = thread; draw < draws; draw += Threads)
            {
                Array.Clear(totals);
                foreach (double[] column in columns)
                {
                    double weight = 0.75 + 0.5 * random.NextDouble();
                    for (int unit = 0; unit < units; unit++)
                        totals[unit] += weight * column[unit];
                }
                for (int unit = 0; unit < units; unit++)
                    order[unit] = unit;
                Array.Sort(totals, order);
            }
        });
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static IndicatorSet Points(int leaves) => Set(SetKind.Points, leaves, Aggregation.Arithmetic, code => new()
    {
        Code = code,
        Name = new(code),
        Indicator = new() { Points = 10, Inputs = [new() { Id = "x", Type = InputType.Number, From = new(InputSourceKind.Self) }], Rule = new LinearRule(new(code, "x"), 0, 100) },
    });

    private static IndicatorSet Means(int leaves, Aggregation kind) => Set(SetKind.Normalised, leaves, kind, code => new()
    {
        Code = code,
        Name = new(code),
        Normalised = new() { Normalise = new(NormaliseKind.MinMax) { Lower = 1, Upper = 100 } },
    });

    private static IndicatorSet Set(SetKind kind, int leaves, Aggregation aggregate, Func<string, Node> leaf) => new()
    {
        Code = "benchmark",
        Year = 2025,
        Title = new("Đo tốc độ"),
        Kind = kind,
        Aggregate = aggregate,
        Nodes = [.. Enumerable.Range(1, 6).Select(family => new Node
        {
            Code = Line($"{family}"),
            Name = new(Line($"{family}")),
            Aggregate = aggregate,
            Children = [.. Enumerable.Range(1, leaves / 6).Select(i => leaf(Line($"{family}.{i}")))],
        })],
    };

    private static UnitTable Table(IndicatorSet set, int units)
    {
        var random = new Random(142);
        return new()
        {
            Units = [.. Enumerable.Range(0, units).Select(unit => new TableUnit(Line($"u{unit}"), ""))],
            Columns = Columns.Of(set).ToDictionary(column => column.Key, _ => Enumerable.Range(0, units).Select(_ => 100 * random.NextDouble()).ToArray()),
        };
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
