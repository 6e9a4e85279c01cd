using System.Diagnostics;
using System.Globalization;
using Dti.Scoring.Explanations;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Benchmarks.Explanations;

/// <summary>Why every rank of a nation changed: rules by row, rules that look at the best of the group, and normalised columns.</summary>
internal static class RankChangeBenchmark
{
    public static int Run()
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"method",-22} {"units",8} {"leaves",7} {"seconds",9} {"bare",9} {"ratio",7}"));
        double main = Measure("by row", units: 3_500, leaves: 60, Points(60, relative: 0));
        Measure("by row", 7_000, 60, Points(60, 0));
        Measure("by row", 3_500, 120, Points(120, 0));
        Measure("2 relative", 1_750, 60, Points(60, 2));
        Measure("2 relative", 3_500, 60, Points(60, 2));
        Measure("min_max", 1_750, 60, Means(60, NormaliseKind.MinMax));
        Measure("min_max", 3_500, 60, Means(60, NormaliseKind.MinMax));
        Measure("zscore", 1_750, 60, Means(60, NormaliseKind.ZScore));
        double zscore = Measure("zscore", 3_500, 60, Means(60, NormaliseKind.ZScore));
        Measure("rank", 1_750, 60, Means(60, NormaliseKind.Rank));
        Measure("rank", 3_500, 60, Means(60, NormaliseKind.Rank));
        Measure("zscore, imputed", 160, 60, Means(60, NormaliseKind.ZScore, Imputation.Mean));
        Measure("zscore, imputed", 320, 60, Means(60, NormaliseKind.ZScore, Imputation.Mean));
        Console.WriteLine("bare: the eight worlds of set, inputs and units scored once each, without a unit's own world");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"goal: 3500 x 60 by row below 2 s: {(main < 2 ? "reached" : "missed")}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"goal: 3500 x 60 zscore below 30 s: {(zscore < 30 ? "reached" : "missed")}"));
        return 0;
    }

    private static double Measure(string name, int units, int leaves, Func<double, IndicatorSet> set)
    {
        var (before, after) = (Table(units, leaves, 1), Table(units, leaves, 2));
        MethodInputs old = new() { Plan = ScoringPlan.Compile(set(10)), Old = before, New = after }, now = old with { Plan = ScoringPlan.Compile(set(12)) };
        long start = Stopwatch.GetTimestamp();
        RankChangeAnalysis.Explain(old, now);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        start = Stopwatch.GetTimestamp();
        for (int world = 0; world < 4; world++)
        {
            old.Plan.Score(before);
            now.Plan.Score(after);
        }
        double bare = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-22} {units,8} {leaves,7} {seconds,9:0.00} {bare,9:0.000} {seconds / bare,7:0.0}"));
        return seconds;
    }

    private static Func<double, IndicatorSet> Points(int leaves, int relative) => first => Set(SetKind.Points, leaves, i => new()
    {
        Code = Code(i),
        Name = new(Code(i)),
        Indicator = new()
        {
            Points = i == 0 ? first : 10,
            Inputs = [new() { Id = "x", Type = InputType.Number, From = new(InputSourceKind.Self) }],
            Rule = i < relative ? new RelativeRule(new(Code(i), "x")) : new LinearRule(new(Code(i), "x"), 0, 1),
        },
    });

    private static Func<double, IndicatorSet> Means(int leaves, NormaliseKind kind, Imputation impute = Imputation.None) => first => Set(SetKind.Normalised, leaves, i => new()
    {
        Code = Code(i),
        Name = new(Code(i)),
        Weight = i == 0 ? first : 10,
        Normalised = new() { Normalise = new(kind), Impute = impute },
    });

    private static IndicatorSet Set(SetKind kind, int leaves, Func<int, Node> leaf) => new()
    {
        Code = "benchmark",
        Year = 2025,
        Title = new("Đo tốc độ"),
        Kind = kind,
        Nodes = [.. Enumerable.Range(0, leaves).Select(leaf)],
    };

    /// <summary>A new year is a little better than the one before it.</summary>
    private static UnitTable Table(int units, int leaves, int year)
    {
        var columns = new Dictionary<string, double[]>();
        for (int i = 0; i < leaves; i++)
        {
            double[] column = columns[Code(i)] = new double[units];
            for (int unit = 0; unit < units; unit++)
                column[unit] = 0.8 * ((unit * 7919L + i * 104_729L) % 9973 / 9973.0) + 0.1 * ((unit * 15_485_863L * year + i * 31L) % 997 / 997.0) + 0.02 * year;
        }
        return new() { Units = [.. Enumerable.Range(0, units).Select(unit => new TableUnit($"u{unit}", ""))], Columns = columns };
    }

    private static string Code(int leaf) => string.Create(CultureInfo.InvariantCulture, $"i{leaf}");
}
