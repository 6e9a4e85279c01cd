using Dti.Assessment.Storage;
using Xunit.Abstractions;

namespace Dti.Web.Tests.Processes;

[Collection(nameof(ServerProcesses))]
public sealed class SqliteKillTests(ITestOutputHelper output) : KillSuite(output)
{
    private protected override int Kills => 20;

    private protected override Task<StoreOptions> StoreAsync() => Task.FromResult(new StoreOptions { DataFolder = Folder.Of("data") });
}
