using System.CommandLine;
using Dti.Assessment.Storage;
using Dti.Reports;
using Dti.Web.Access;

namespace Dti.Web.Commands;

/// <summary>The command line: 0 done, 1 the input is at fault, 2 wrong usage, 3 something the machine lacks.</summary>
internal static class CommandLine
{
    /// <summary>Longer than the host's own bound for a shutdown, so that a busy server that ends in order is never called killed.</summary>
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(45);

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("DTI: measures how well public agencies develop, open, connect, share and protect their data.")
        {
            DemoCommand.Create(), ServeCommand.Create(), CheckCommand.Create(), ComputeCommand.Create(), ReportCommand.Create(),
            VerifyCommand.Create(), ForecastCommand.Create(), AccountCommands.CreateUser(), AccountCommands.CreateToken(),
        };
        var parse = root.Parse(args);
        if (parse.Errors.Count > 0)
        {
            foreach (var error in parse.Errors)
                Console.Error.WriteLine($"dti: {error.Message}");
            Console.Error.WriteLine("dti: './dti --help' lists the commands, './dti COMMAND --help' a command's options");
            return 2;
        }
        try
        {
            return await parse.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop });
        }
        catch (Exception fault) when (ExitCodeOf(fault) is { } code)
        {
            Console.Error.WriteLine($"dti: {fault.Message}");
            return code;
        }
    }

    private static int? ExitCodeOf(Exception fault) => fault switch
    {
        CommandException command => command.ExitCode,
        ReportException { Code: "missing-chromium" } => 3,
        ReportException or StoreFault or AccountException => 1,
        IOException or UnauthorizedAccessException => 1,
        OperationCanceledException => 1,
        _ => null,
    };
}
