using System.Diagnostics;
using System.Globalization;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Benchmarks.Scoring;

/// <summary>Official scores of a nation of units, beside a bare loop that multiplies and adds the same columns in the same run.</summary>
internal static class ScoringBenchmark
{
    private const int Units = 3_500;
    private const int Indicators = 60;
    private const int Rounds = 60;

    public static int Run()
    {
        var set = Set(Indicators);
        var plan = ScoringPlan.Compile(set);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"units",8} {"indicators",11} {"score ms",10} {"+rank ms",10} {"bare ms",10} {"ratio",7}"));
        double main = Measure(plan, set, Units);
        Measure(plan, set, Units * 2);
        var wide = Set(Indicators * 2);
        Measure(ScoringPlan.Compile(wide), wide, Units);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"goal: {Units} x {Indicators} below 20 ms: {(main < 20 ? "reached" : "missed")} (median {main:0.0} ms)"));
        return 0;
    }

    private static double Measure(ScoringPlan plan, IndicatorSet set, int units)
    {
        var table = Table(set, units);
        var score = new List<double>();
        var rank = new List<double>();
        var bare = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            bare.Add(Time(() => Bare(table)));
            SetScores? scores = null;
            score.Add(Time(() => scores = plan.Score(table)));
            rank.Add(Time(() => Ranking.Rank(set, table, scores!.Values[0])));
        }
        var (s, r, b) = (Median(score), Median(rank), Median(bare));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{units,8} {set.Indicators().Count(),11} {s,10:0.00} {r,10:0.00} {b,10:0.00} {s / b,7:0.0}"));
        return s;
    }

    /// <summary>The least the arithmetic costs: a quotient and a sum a cell.</summary>
    private static double Bare(UnitTable table)
    {
        double[] totals = new double[table.Units.Count];
        var columns = table.Columns.Values.ToArray();
        for (int c = 0; c + 1 < columns.Length; c += 2)
        {
            double[] of = columns[c], to = columns[c + 1];
            for (int unit = 0; unit < totals.Length; unit++)
                totals[unit] += 10 * Math.Min(1, of[unit] / to[unit]);
        }
        return totals[0];
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Of the second half, when the code is compiled hot.</summary>
    private static double Median(List<double> times) => times.Skip(times.Count / 2).Order().ElementAt(times.Count / 4);

    private static IndicatorSet Set(int indicators) => new()
    {
        Code = "benchmark",
        Year = 2025,
        Title = new("Đo tốc độ"),
        Kind = SetKind.Points,
        Nodes = [.. Enumerable.Range(1, 6).Select(family => new Node
        {
            Code = Text(family),
            Name = new(Text(family)),
            Children = [.. Enumerable.Range(1, indicators / 6).Select(i => Leaf($"{Text(family)}.{Text(i)}"))],
        })],
    };

    private static Node Leaf(string code) => new()
    {
        Code = code,
        Name = new(code),
        Indicator = new()
        {
            Points = 10,
            Inputs = [Count("of"), Count("to")],
            Rule = new RatioRule(new(code, "of"), new(code, "to")),
        },
    };

    private static Input Count(string id) => new() { Id = id, Type = InputType.Count, From = new(InputSourceKind.Self) };

    private static UnitTable Table(IndicatorSet set, int units)
    {
        var random = new Random(142);
        return new()
        {
            Units = [.. Enumerable.Range(0, units).Select(unit => new TableUnit($"u{Text(unit)}", ""))],
            Columns = Columns.Of(set).ToDictionary(
                column => column.Key, column => Enumerable.Range(0, units).Select(_ => (double)random.Next(column.Input!.Id == "to" ? 20 : 1, 40)).ToArray()),
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
