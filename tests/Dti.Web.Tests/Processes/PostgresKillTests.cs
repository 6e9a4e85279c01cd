using Dti.Assessment.Storage;
using Dti.Assessment.Tests.Storage;
using Xunit.Abstractions;

namespace Dti.Web.Tests.Processes;

[Collection(nameof(PostgresProcesses))]
public sealed class PostgresKillTests(PostgresServer postgres, ITestOutputHelper output) : KillSuite(output)
{
    private protected override int Kills => 5;

    private protected override async Task<StoreOptions> StoreAsync() =>
        new() { DataFolder = Folder.Of("data"), ConnectionString = await postgres.CreateDatabaseAsync() };
}
