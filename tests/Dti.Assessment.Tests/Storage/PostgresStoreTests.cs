using Dti.Assessment.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dti.Assessment.Tests.Storage;

public sealed class PostgresStoreTests(PostgresServer server) : StoreSuite, IClassFixture<PostgresServer>
{
    protected override async Task<StoreOptions> NewStoreAsync() =>
        new() { DataFolder = "/nonexistent", ConnectionString = await server.CreateDatabaseAsync() };

    [Fact]
    public async Task A_second_server_joins_the_cluster_and_sees_the_same_rows()
    {
        await Cabinet("cabinet/joined").Put("top", "a");
        await using var second = await RunningStore.StartAsync(Options);
        (await second.Grains.GetGrain<ICabinet>("cabinet/joined").Put("bottom", "b")).ShouldBe(2);
        (await Cabinet("cabinet/joined").Look("bottom")).ShouldBe("b");
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_a_clear_fault()
    {
        var fault = await Should.ThrowAsync<StoreFault>(() => RunningStore.StartAsync(
            new StoreOptions { DataFolder = "/nonexistent", ConnectionString = "Host=127.0.0.1;Port=1;Username=x;Database=none" }));
        fault.Code.ShouldBe("database_unreachable");
        fault.Message.ShouldContain("127.0.0.1:1");
        fault = await Should.ThrowAsync<StoreFault>(() => RunningStore.StartAsync(Options with { ConnectionString = Options.ConnectionString!.Replace("Database=t", "Database=no", StringComparison.Ordinal) }));
        fault.Code.ShouldBe("database_refused");
    }

    [Fact]
    public async Task Servers_that_start_at_once_make_one_schema()
    {
        var options = await NewStoreAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var services = new ServiceCollection().AddDtiDatabase(options).BuildServiceProvider();
            await using var connection = services.GetRequiredService<IDatabase>().Open();
        })));
    }
}
