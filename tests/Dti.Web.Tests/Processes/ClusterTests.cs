using System.Diagnostics;
using Dti.Assessment.Tests.Storage;
using Dti.Web.Tests.Api;
using Npgsql;

namespace Dti.Web.Tests.Processes;

[Collection(nameof(PostgresProcesses))]
public sealed class ClusterTests(PostgresServer postgres) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_servers_on_PostgreSQL_form_one_cluster()
    {
        string database = await postgres.CreateDatabaseAsync();
        var round = await OpenRound.PlanAsync(new() { DataFolder = _folder.Of("plan"), ConnectionString = database }, units: 4);
        await using var first = await ServerProcess.StartAsync(_folder.Of("first"), round.Environment);
        await using var second = await ServerProcess.StartAsync(_folder.Of("second"), round.Environment);
        (await ActiveAsync(database)).ShouldBe(2);
        Writer[] writers = [.. round.Submissions.Select((submission, i) => new Writer(submission.Address, submission.Token, i + 1))];
        foreach (var writer in writers)
        {
            using HttpClient here = first.Client(writer.Token), there = second.Client(writer.Token);
            await UntilAsync(() => writer.SaveAsync(here), "a save on the first server");
            (await writer.FindLossAsync(there)).ShouldBeNull("the second server sees what the first saved");
            await (await there.Put(writer.Address, """{ "values": { "1.1": 7 } }""", Writer.Tag(0))).ShouldBeProblem(412, "stale");
            (await writer.SaveAsync(there)).ShouldBeTrue();
            (await writer.FindLossAsync(here)).ShouldBeNull("the first server sees what the second saved");
        }

        await first.KillAsync();

        foreach (var writer in writers)
        {
            using var there = second.Client(writer.Token);
            await UntilAsync(async () => await writer.FindLossAsync(there) is null, "a read on the server that is left");
            await UntilAsync(() => writer.SaveAsync(there), "a save on the server that is left");
            (await writer.FindLossAsync(there)).ShouldBeNull();
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> succeeds, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await succeeds())
        {
            clock.Elapsed.ShouldBeLessThan(Patience, what);
            await Task.Delay(200);
        }
    }

    /// <summary>3 is Orleans' status Active.</summary>
    private static async Task<long> ActiveAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM dti.cluster_member WHERE status = 3", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
