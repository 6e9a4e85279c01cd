using System.Globalization;
using System.Text;
using Dti.Assessment.Statistics;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Statistics;
using Dti.Scoring.Uncertainty;

namespace Dti.Assessment.Tables;

/// <summary>
/// Writes what <c>compute</c> answers: <c>scores.csv</c>, <c>ranking.csv</c>, <c>summary.json</c>, and where asked for
/// <c>sensitivity.csv</c> and <c>statistics.csv</c>. Numbers in the shortest form that round-trips, line feeds only, so that the same set and data give the same
/// bytes on any machine.
/// </summary>
public static class ScoreFiles
{
    /// <summary>
    /// Writes all of them, with rank intervals and tiers where uncertainty was run and the share of draws in the first three where
    /// sensitivity was, or, when one cannot be written, leaves the earlier ones as they were.
    /// </summary>
    public static void Write(
        string dir, SetScores scores, IReadOnlyList<RankedUnit> ranking, string setHash, string dataHash, double seconds, RankUncertainty? uncertainty = null,
        string? onlyGroup = null, IReadOnlyList<PoolSensitivity>? sensitivity = null,
        IReadOnlyList<GroupStatistics>? statistics = null)
    {
        int[] shown = Shown(scores, onlyGroup);
        if (onlyGroup is not null)
            ranking = [.. ranking.Where(row => Array.BinarySearch(shown, row.Unit) >= 0)];
        Directory.CreateDirectory(dir);
        (string Name, Action<Stream> Write)[] files =
        [
            ("scores.csv", stream => WriteText(stream, writer => WriteScores(writer, scores, shown))),
            ("ranking.csv", stream => WriteText(stream, writer => WriteRanking(writer, scores, ranking, uncertainty, sensitivity is not null))),
            ("summary.json", stream => ScoreSummary.Write(stream, scores, shown, ranking, setHash, dataHash, seconds, uncertainty)),
            .. sensitivity is null ? [] : Sensitivity(sensitivity, onlyGroup),
        ];
        if (statistics is not null)
            files = [.. files, ("statistics.csv", stream => WriteText(stream, writer => StatisticsCsv.Write(writer, statistics.Where(group => onlyGroup is null || group.Group == onlyGroup))))];
        try
        {
            foreach (var (name, write) in files)
            {
                using var stream = File.Create(Unfinished(dir, name));
                write(stream);
            }
            foreach (var (name, _) in files)
                File.Move(Unfinished(dir, name), Path.Combine(dir, name), overwrite: true);
        }
        finally
        {
            foreach (var (name, _) in files)
                File.Delete(Unfinished(dir, name));
        }
    }

    /// <summary>Invariant, shortest round-trip; empty for NaN, and no minus on zero.</summary>
    public static string Number(double? value) => value switch
    {
        null or double.NaN => "",
        0 => "0",
        { } number => number.ToString("R", CultureInfo.InvariantCulture),
    };

    private static void WriteScores(TextWriter writer, SetScores scores, IEnumerable<int> shown)
    {
        writer.Write("unit,group,code,depth,score\n");
        var nodes = scores.Plan.Nodes;
        string[] middles = [.. nodes.Select(node => string.Create(CultureInfo.InvariantCulture, $",{Quote(node.Code)},{node.Depth},"))];
        foreach (int unit in shown)
        {
            var row = scores.Table.Units[unit];
            string start = $"{Quote(row.Code)},{Quote(row.Group)}";
            for (int node = 0; node < nodes.Count; node++)
            {
                writer.Write(start);
                writer.Write(middles[node]);
                writer.Write(Number(scores.Values[node][unit]));
                writer.Write('\n');
            }
        }
    }

    private static void WriteRanking(TextWriter writer, SetScores scores, IReadOnlyList<RankedUnit> ranking, RankUncertainty? uncertainty, bool topThree)
    {
        writer.Write("group,rank,unit,score");
        writer.Write(uncertainty is null ? "" : ",rank_low,rank_median,rank_high,tier");
        writer.Write(topThree ? ",top3\n" : "\n");
        foreach (var row in ranking)
        {
            writer.Write($"{Quote(row.Group)},{Number(row.Rank)},{Quote(scores.Table.Units[row.Unit].Code)},{Number(row.RoundedScore)}");
            if (uncertainty is not null)
                writer.Write(uncertainty.Units[row.Unit] is { } of ? $",{Number(of.Low)},{Number(of.Median)},{Number(of.High)},{of.Tier}" : ",,,,");
            if (topThree)
                writer.Write($",{Number(uncertainty?.Units[row.Unit]?.TopThree)}");
            writer.Write('\n');
        }
    }

    private static (string, Action<Stream>)[] Sensitivity(IReadOnlyList<PoolSensitivity> pools, string? onlyGroup) =>
        [("sensitivity.csv", stream => WriteText(stream, writer => WriteSensitivity(writer, pools.Where(pool => onlyGroup is null || pool.Group == onlyGroup))))];

    /// <summary>Shares of the variance of the mean shift of ranks, alone (<c>first</c>) and with all interactions (<c>total</c>), each with its standard error.</summary>
    private static void WriteSensitivity(TextWriter writer, IEnumerable<PoolSensitivity> pools)
    {
        writer.Write("group,pool,mean_shift,choice,node,first,first_error,total,total_error\n");
        foreach (var pool in pools)
            foreach (var of in pool.Indices)
                writer.Write($"{Quote(pool.Group)},{Quote(pool.Pool)},{Number(pool.MeanShift)},{Word(of.Choice)},{Quote(of.Node ?? "")},{Number(of.Index.First)},{Number(of.Error.First)},{Number(of.Index.Total)},{Number(of.Error.Total)}\n");
    }

    private static string Word(MethodChoice choice) => choice switch
    {
        MethodChoice.Weights => "weights",
        MethodChoice.Normalisation => "normalise",
        MethodChoice.Aggregation => "aggregate",
        MethodChoice.Inputs => "inputs",
        _ => "drop",
    };

    /// <summary>Rows that are written: scores rest on the whole table, so one group alone shows the scores it has among all.</summary>
    private static int[] Shown(SetScores scores, string? onlyGroup) =>
        [.. Enumerable.Range(0, scores.Table.Units.Count).Where(unit => onlyGroup is null || scores.Table.Units[unit].Group == onlyGroup)];

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        write(writer);
    }

    internal static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Unfinished(string dir, string name) => Path.Combine(dir, $".{name}.unfinished");
}
