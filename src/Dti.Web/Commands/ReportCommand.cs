using System.CommandLine;
using Dti.Assessment.Editions;
using Dti.Assessment.IndicatorSets;
using Dti.Reports.Assets;
using Dti.Reports.Printing;
using Dti.Reports.Rankings;

namespace Dti.Web.Commands;

/// <summary>The PDF and Excel reports of a published edition file.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var edition = new Option<string>("--edition") { Required = true, HelpName = "FILE", Description = "The published edition file." };
        var output = new Option<string>("--out") { Required = true, HelpName = "DIR", Description = "Where ranking.pdf and ranking.xlsx go." }.NotEmpty();
        var command = new Command("report", "The PDF and Excel reports of a published edition file.") { edition, output };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(edition), parse.GetRequiredValue(output), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, string folder, CancellationToken cancellation)
    {
        byte[] bytes;
        try
        {
            bytes = await File.ReadAllBytesAsync(file, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(1, $"{file}: cannot be read: {fault.Message}");
        }
        Check(file);
        await WriteAsync(Document(file, bytes), folder, cancellation);
        return 0;
    }

    /// <summary>A report is not made of a file that its own signature or inputs contradict; one without a signature is named as such.</summary>
    private static void Check(string file)
    {
        if (!File.Exists(file + ".sig"))
            Console.Error.WriteLine($"dti: {file} has no signature beside it ({file}.sig): the report is made, but nobody vouches for the file");
        else if (EditionCheck.VerifyFile(file).FirstDifference is { } difference)
            throw new CommandException(1, $"{file}: {difference}");
    }

    public static ReportedEdition Document(string name, byte[] bytes)
    {
        var reading = EditionFile.Read(bytes);
        if (reading.Edition is not { } edition)
            throw new CommandException(1, $"{name}: {reading.Fault}");
        var set = SetFile.Parse(edition.Set.Yaml, $"{name}: set");
        return new(edition, set.Set ?? throw new CommandException(1, string.Join(Environment.NewLine, set.Faults)), reading.Sha256);
    }

    public static async Task WriteAsync(ReportedEdition document, string folder, CancellationToken cancellation)
    {
        await using var chromium = new ChromiumRenderer();
        await RankingReport.WriteAsync(document, folder, new ReportAssets(Inputs.Reports), chromium, cancellation);
    }
}
