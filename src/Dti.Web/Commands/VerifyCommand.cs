using System.CommandLine;
using Dti.Assessment.Editions;

namespace Dti.Web.Commands;

/// <summary>Checks an edition file from itself: hashes, signature, and that its inputs give its scores.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The edition file; its signature is FILE.sig, trusted keys are dti-keys.json beside it." };
        var command = new Command("verify", "Checks an edition file; exit 1 and the first difference otherwise.") { file };
        command.SetAction(parse => Run(parse.GetRequiredValue(file)));
        return command;
    }

    private static int Run(string file)
    {
        var verdict = EditionCheck.VerifyFile(file);
        foreach (string remark in verdict.Remarks)
            Console.Out.WriteLine($"note: {remark}");
        if (verdict.FirstDifference is { } difference)
        {
            Console.Error.WriteLine(difference.StartsWith(file + ":", StringComparison.Ordinal) ? difference : $"{file}: {difference}");
            return 1;
        }
        Console.Out.WriteLine($"{verdict.Edition!.Id}: accepted; SHA-256 {verdict.Sha256}; signed by key {verdict.KeyId}; {verdict.Edition.Scores.Count} scores recomputed from {verdict.Edition.Inputs.Count} inputs");
        return 0;
    }
}
