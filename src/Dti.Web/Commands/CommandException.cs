namespace Dti.Web.Commands;

/// <summary>A command cannot go on. Exit codes: 1 the input is at fault, 2 wrong usage, 3 something the machine lacks.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
