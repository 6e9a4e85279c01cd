using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using System.Globalization;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tables;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Statistics;
using Dti.Scoring.Uncertainty;

namespace Dti.Web.Commands;

/// <summary>Scores a table without any server or store.</summary>
internal static class ComputeCommand
{
    public static Command Create()
    {
        var set = new Option<string>("--set") { Required = true, HelpName = "SET", Description = "The indicator set." };
        var data = new Option<string>("--data") { Required = true, HelpName = "CSV", Description = "The table: unit,group,<column>…" };
        var output = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = "Where scores.csv, ranking.csv and summary.json go." }.NotEmpty();
        var group = new Option<string?>("--group") { HelpName = "CODE", Description = "Only one peer group." };
        var draws = new Option<int>("--uncertainty") { HelpName = "N", Description = "Draws for rank intervals and tiers; 0 = none.", CustomParser = Draws };
        var seed = new Option<ulong>("--seed") { HelpName = "S", Description = "Seed of the draws, any 64-bit number; 0 when absent.", CustomParser = Seed };
        var sensitivity = new Option<bool>("--sensitivity") { Description = "With --uncertainty: also sensitivity.csv (which choice moves the ranks) and the column top3 in ranking.csv." };
        var statistics = new Option<bool>("--statistics") { Description = "Also statistics.csv: indicators, correlations, Cronbach's alpha, importance against weight." };
        var command = new Command("compute", "Scores and ranks a table without any server or store.") { set, data, output, group, draws, seed, sensitivity, statistics };
        command.Validators.Add(result =>
        {
            if (result.GetValue(sensitivity) && result.GetResult(draws) is not { Tokens: [{ Value: not "0" }, ..] })
                result.AddError("--sensitivity needs draws: give --uncertainty N, for example --uncertainty 1000");
        });
        command.SetAction((parse, cancellation) => Task.FromResult(Run(
            parse.GetRequiredValue(set), parse.GetRequiredValue(data), parse.GetRequiredValue(output), parse.GetValue(group),
            parse.GetValue(draws), parse.GetValue(seed), parse.GetValue(sensitivity), parse.GetValue(statistics), cancellation)));
        return command;
    }

    private static int Run(string setFile, string dataFile, string folder, string? group, int draws, ulong seed, bool sensitive, bool statistics, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var reading = SetFile.Read(setFile);
        if (reading.Set is not { } set)
            return Refuse(reading.Faults);
        if (group is not null && set.Groups.All(g => g.Code != group))
            return Refuse([set.Groups.Count == 0 ? $"--group {group}: the set names no peer groups; leave --group out" : $"--group {group}: the set has no such peer group; it has {string.Join(", ", set.Groups.Select(g => g.Code))}"]);
        var table = TableFile.Read(dataFile, set);
        if (table.Table is null)
            return Refuse(table.Faults);
        foreach (var (key, _) in table.Table.Columns.Where(column => column.Value.All(double.IsNaN)))
            Console.Error.WriteLine($"dti: {dataFile}: the column '{key}' has no value in any row");
        try
        {
            var scores = ScoringPlan.Compile(set).Score(table.Table);
            var ranking = Ranking.Rank(set, table.Table, [.. Enumerable.Range(0, table.Table.Units.Count).Select(scores.Root)]);
            var uncertainty = draws == 0 ? null : UncertaintyAnalysis.Run(scores, ranking, new(draws, seed, Progress: new DrawProgress("uncertainty", draws)), cancellation);
            var sensitivity = sensitive ? SensitivityAnalysis.Run(scores, ranking, new(draws, seed, Progress: new DrawProgress("sensitivity", (long)draws * SensitivityAnalysis.RunsPerDraw(scores.Plan))), cancellation) : null;
            ScoreFiles.Write(folder, scores, ranking, reading.Sha256, table.Sha256, clock.Elapsed.TotalSeconds, uncertainty, group, sensitivity,
                statistics ? StatisticsAnalysis.Run(scores) : null);
        }
        catch (ScoringException fault)
        {
            return Refuse([$"{dataFile}: {fault.Code} {fault.Message}"]);
        }
        return 0;
    }

    private static int Draws(ArgumentResult argument)
    {
        string text = Word(argument);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int draws) && draws <= UncertaintyAnalysis.MostDraws)
            return draws;
        argument.AddError(string.Create(CultureInfo.InvariantCulture, $"--uncertainty {text}: give the number of draws, a whole number from 0 to {UncertaintyAnalysis.MostDraws}"));
        return 0;
    }

    /// <summary>Signed and unsigned numbers are both seeds; a negative one is the unsigned number of the same bits.</summary>
    private static ulong Seed(ArgumentResult argument)
    {
        string text = Word(argument);
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed))
            return seed;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long negative))
            return unchecked((ulong)negative);
        argument.AddError(string.Create(CultureInfo.InvariantCulture, $"--seed {text}: give a whole number from {long.MinValue} to {ulong.MaxValue}"));
        return 0;
    }

    private static string Word(ArgumentResult argument) => argument.Tokens.Count > 0 ? argument.Tokens[^1].Value : "";

    private static int Refuse(IEnumerable<object> faults)
    {
        foreach (object fault in faults)
            Console.Error.WriteLine(fault);
        return 1;
    }
}
