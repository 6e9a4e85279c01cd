using System.Diagnostics;
using System.Text.Json;
using Dti.Assessment.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Dti.Web.Tests.Processes;

/// <summary>What is acknowledged outlives kill -9, on any store.</summary>
public abstract class KillSuite(ITestOutputHelper output) : IDisposable
{
    private const int Units = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private protected TemporaryFolder Folder { get; } = new();

    private protected abstract int Kills { get; }

    private protected abstract Task<StoreOptions> StoreAsync();

    [Fact]
    public async Task Kill_minus_nine_loses_no_acknowledged_write()
    {
        var round = await OpenRound.PlanAsync(await StoreAsync(), Units);
        Writer[] writers = [.. round.Submissions.Select((submission, i) => new Writer(submission.Address, submission.Token, i + 1))];
        writers.Length.ShouldBe(50);
        for (int kill = 0; kill < Kills; kill++)
        {
            await using var server = await ServerProcess.StartAsync(Folder.Of("data"), round.Environment);
            (await LostAsync(server, writers)).ShouldBeEmpty($"after kill {kill}");
            await SaveUntilKilledAsync(server, writers);
        }
        await using (var server = await ServerProcess.StartAsync(Folder.Of("data"), round.Environment))
            (await LostAsync(server, writers)).ShouldBeEmpty("at the end");

        long[] acknowledged = [.. writers.SelectMany(writer => writer.Acknowledged)];
        long[] lost = [.. acknowledged.Except(await NotedAsync(round.Store))];
        output.WriteLine($"{Kills} kills, {acknowledged.Length} acknowledged writes, {lost.Length} lost");
        acknowledged.Length.ShouldBeGreaterThan(Kills * writers.Length / 2, "too few writes to prove anything");
        lost.ShouldBeEmpty($"{lost.Length} of {acknowledged.Length} acknowledged writes are not in the journal");
    }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private static async Task SaveUntilKilledAsync(ServerProcess server, Writer[] writers)
    {
        using var stop = new CancellationTokenSource(Patience);
        int before = Count(writers);
        var clients = writers.Select(writer => server.Client(writer.Token)).ToList();
        var saving = Task.WhenAll(writers.Zip(clients, (writer, client) => Task.Run(() => writer.SaveUntilCutAsync(client, stop.Token))));
        // The first answers take as long as the code takes to be compiled: the random moment is one under load.
        while (Count(writers) == before && !stop.IsCancellationRequested)
            await Task.Delay(5);
        await Task.Delay(Random.Shared.Next(700));
        await server.KillAsync();
        await saving.WaitAsync(Patience);
        clients.ForEach(client => client.Dispose());
    }

    private static int Count(Writer[] writers) => writers.Sum(writer => writer.Acknowledged.Count);

    /// <summary>Over a cluster the rows of a killed server are away until it is voted out, so a refused read is tried again for a bounded time.</summary>
    private static async Task<IEnumerable<string>> LostAsync(ServerProcess server, Writer[] writers)
    {
        var clock = Stopwatch.StartNew();
        var lost = await Task.WhenAll(writers.Select(async writer =>
        {
            using var client = server.Client(writer.Token);
            string? loss;
            while ((loss = await writer.FindLossAsync(client)) is not null && clock.Elapsed < Patience && loss.Contains(": 503 ", StringComparison.Ordinal))
                await Task.Delay(100);
            return loss;
        }));
        return lost.OfType<string>();
    }

    /// <summary>Every number the journal has ever noted: also those that later saves wrote over.</summary>
    private static async Task<HashSet<long>> NotedAsync(StoreOptions store)
    {
        await using var services = new ServiceCollection().AddDtiDatabase(store).BuildServiceProvider();
        var entries = await services.GetRequiredService<IJournalReader>().ReadAsync($"{OpenRound.Id}/", int.MaxValue);
        return [.. entries.Where(entry => entry.Cell == OpenRound.Cell && entry.After is not null).Select(entry => Number(entry.After!))];
    }

    private static long Number(string cell)
    {
        using var document = JsonDocument.Parse(cell);
        return document.RootElement.GetProperty("self").GetProperty("value").GetInt64();
    }
}
