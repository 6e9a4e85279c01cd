using System.CommandLine;
using System.Diagnostics;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tables;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;

namespace Dti.Web.Commands;

/// <summary>Scores a table without any server or store.</summary>
internal static class ComputeCommand
{
    public static Command Create()
    {
        var set = new Option<string>("--set") { Required = true, HelpName = "SET", Description = "The indicator set." };
        var data = new Option<string>("--data") { Required = true, HelpName = "CSV", Description = "The table: unit,group,<column>…" };
        var output = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = "Where scores.csv, ranking.csv and summary.json go." };
        var group = new Option<string?>("--group") { HelpName = "CODE", Description = "Only one peer group." };
        var command = new Command("compute", "Scores and ranks a table without any server or store.") { set, data, output, group };
        command.SetAction(parse => Run(parse.GetRequiredValue(set), parse.GetRequiredValue(data), parse.GetRequiredValue(output), parse.GetValue(group)));
        return command;
    }

    private static int Run(string setFile, string dataFile, string folder, string? group)
    {
        var clock = Stopwatch.StartNew();
        var reading = SetFile.Read(setFile);
        if (reading.Set is not { } set)
            return Refuse(reading.Faults);
        if (group is not null && set.Groups.All(g => g.Code != group))
            return Refuse([$"--group {group}: the set has no such peer group; it has {string.Join(", ", set.Groups.Select(g => g.Code))}"]);
        var table = TableFile.Read(dataFile, set, group);
        if (table.Table is null)
            return Refuse(table.Faults);
        try
        {
            var scores = ScoringPlan.Compile(set).Score(table.Table);
            var ranking = Ranking.Rank(set, table.Table, [.. Enumerable.Range(0, table.Table.Units.Count).Select(scores.Root)]);
            ScoreFiles.Write(folder, scores, ranking, reading.Sha256, table.Sha256, clock.Elapsed.TotalSeconds);
        }
        catch (ScoringException fault)
        {
            return Refuse([$"{dataFile}: {fault.Code} {fault.Message}"]);
        }
        return 0;
    }

    private static int Refuse(IEnumerable<object> faults)
    {
        foreach (object fault in faults)
            Console.Error.WriteLine(fault);
        return 1;
    }
}
