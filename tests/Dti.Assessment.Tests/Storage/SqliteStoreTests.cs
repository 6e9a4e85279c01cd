using Dti.Assessment.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dti.Assessment.Tests.Storage;

public sealed class SqliteStoreTests : StoreSuite
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"dti-store-{Guid.NewGuid():N}");

    protected override Task<StoreOptions> NewStoreAsync() => Task.FromResult(new StoreOptions { DataFolder = folder });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused()
    {
        var fault = await Should.ThrowAsync<StoreFault>(() => RunningStore.StartAsync(Options));
        fault.Code.ShouldBe("store_in_use");
        fault.Message.ShouldContain(folder);
        fault.Message.ShouldContain("--data");
        (await Cabinet("cabinet/still").Put("top", "served")).ShouldBe(1);
    }

    [Fact]
    public async Task A_command_works_on_the_folder_of_a_running_server()
    {
        await using var services = new ServiceCollection().AddDtiDatabase(Options).BuildServiceProvider();
        await using var connection = services.GetRequiredService<IDatabase>().Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO account (name, role, password_hash, must_change, disabled, created_at) VALUES ('an', 'officer', 'h', 1, 0, '2026-11-24T00:00:00Z')";
        (await command.ExecuteNonQueryAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_full_disk_refuses_the_write_and_keeps_what_was_acknowledged()
    {
        var text = new string('x', 20_000);
        await Cabinet("cabinet/full/small").Put("top", "before");
        var size = new FileInfo(Path.Combine(folder, "dti.db")).Length;
        await RestartAsync(Options with { MaxBytes = size + 500_000 });

        var kept = new List<int>();
        var refused = 0;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            try
            {
                await Cabinet($"cabinet/full/{i}").Put("top", text);
                lock (kept)
                {
                    kept.Add(i);
                }
            }
            catch (StoreFault fault)
            {
                fault.Code.ShouldBe("disk_full");
                fault.Message.ShouldContain(folder);
                Interlocked.Increment(ref refused);
            }
        }));
        refused.ShouldBeGreaterThan(0);
        (kept.Count + refused).ShouldBe(60);

        // The queue goes on, and a refused grain serves what is stored.
        var lost = Enumerable.Range(0, 60).Except(kept).First();
        (await Cabinet($"cabinet/full/{lost}").Look("top")).ShouldBeNull();
        await RestartAsync();
        await Cabinet($"cabinet/full/{lost}").Put("top", "after");
        foreach (var i in kept)
        {
            (await Cabinet($"cabinet/full/{i}").Look("top")).ShouldBe(text);
        }

        (await Cabinet("cabinet/full/small").Look("top")).ShouldBe("before");
    }

    [Fact]
    public async Task Writes_go_on_after_a_full_disk_without_a_restart()
    {
        await Cabinet("cabinet/goes-on").Put("top", "a");
        var size = new FileInfo(Path.Combine(folder, "dti.db")).Length;
        await RestartAsync(Options with { MaxBytes = size + 100_000 });
        (await Should.ThrowAsync<StoreFault>(() => Cabinet("cabinet/huge").Put("top", new string('x', 1_000_000)))).Code.ShouldBe("disk_full");
        (await Cabinet("cabinet/goes-on").Put("top", "b")).ShouldBe(1);
        (await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/goes-on"))!.Value.Drawers["top"].ShouldBe("b");
        (await Running.States.ReadAsync<CabinetState>("cabinet", "cabinet/huge")).ShouldBeNull();
    }

    [Fact]
    public async Task A_grain_key_without_a_slash_is_refused_as_postgres_would_misread_it()
    {
        var fault = await Should.ThrowAsync<Exception>(() => Cabinet("2025").Put("top", "a"));
        fault.ToString().ShouldContain("holds no '/'");
    }

    [Fact]
    public async Task A_file_in_place_of_the_folder_is_a_clear_fault()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "x");
        var fault = await Should.ThrowAsync<StoreFault>(() => RunningStore.StartAsync(new StoreOptions { DataFolder = file }));
        fault.Code.ShouldBe("data_folder_is_a_file");
        fault.Message.ShouldContain(file);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_clear_fault()
    {
        // Not even root writes here.
        var fault = await Should.ThrowAsync<StoreFault>(() => RunningStore.StartAsync(new StoreOptions { DataFolder = "/sys/dti" }));
        fault.Code.ShouldBeOneOf("data_folder_denied", "data_folder_unusable");
        fault.Message.ShouldContain("/sys/dti");
        fault.Message.ShouldContain("--data");
    }

    [Fact]
    public async Task A_database_that_is_none_is_a_clear_fault()
    {
        var other = Path.Combine(folder, "other");
        Directory.CreateDirectory(other);
        await File.WriteAllTextAsync(Path.Combine(other, "dti.db"), new string('x', 10_000));
        var fault = await Should.ThrowAsync<StoreFault>(() => RunningStore.StartAsync(new StoreOptions { DataFolder = other }));
        fault.Code.ShouldBe("store_damaged");
    }

    [Fact]
    public async Task Many_commands_that_start_at_once_make_one_schema()
    {
        var other = Path.Combine(folder, "at-once");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var services = new ServiceCollection().AddDtiDatabase(new StoreOptions { DataFolder = other }).BuildServiceProvider();
            await using var connection = services.GetRequiredService<IDatabase>().Open();
        })));
        Directory.GetFiles(other, "dti.db").ShouldHaveSingleItem();
    }
}
