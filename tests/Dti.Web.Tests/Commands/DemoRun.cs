using Dti.Web.Tests.Processes;

namespace Dti.Web.Tests.Commands;

/// <summary>The demo run once, for every test that needs what it makes.</summary>
public sealed class DemoRun : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);
    private readonly TemporaryFolder _folder = new();

    public string Data => _folder.Of("var");

    public string Out => _folder.Of("out");

    public string Edition => Path.Combine(Out, "nghe-an-data-2025.1.json");

    public string First => Path.Combine(Out, "nghe-an-data-2023.1.json");

    /// <summary>The edition before it, where verify looks for it.</summary>
    public string Before => Path.Combine(Out, "nghe-an-data-2024.1.json");

    public async Task InitializeAsync() => (await AgainAsync()).ShouldBeDone();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    internal Task<CommandRun> AgainAsync() => CommandRun.Of(["demo", "--no-serve", "--data", Data, "--out", Out], [], Patience);
}
