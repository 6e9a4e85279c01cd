namespace Dti.Web.Tests.Processes;

/// <summary>One command run to its end.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<CommandRun> Of(params string[] arguments) => Of(arguments, []);

    public static async Task<CommandRun> Of(string[] arguments, (string Name, string? Value)[] environment, TimeSpan? patience = null)
    {
        using var process = DtiProgram.Start(arguments, environment);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await Task.WhenAll(process.WaitForExitAsync(), output, error).WaitAsync(patience ?? Patience);
            return new(process.ExitCode, await output, await error);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>Exit code 1, and a message that names each of the words.</summary>
    public void ShouldBeRefused(params string[] words)
    {
        ExitCode.ShouldBe(1, ToString());
        foreach (string word in words)
            Error.ShouldContain(word);
        Error.ShouldNotContain("   at ", Case.Sensitive, "a stack trace is no message");
    }

    public void ShouldBeDone() => ExitCode.ShouldBe(0, ToString());
}
