using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Dti.Benchmarks.Storage;

/// <summary>The same rows without grains: one prepared upsert of jsonb on each of the connections.</summary>
internal sealed class RawPostgres : IAsyncDisposable
{
    private readonly NpgsqlConnection[] connections;
    private readonly NpgsqlCommand[] upserts;

    private RawPostgres(NpgsqlConnection[] connections)
    {
        this.connections = connections;
        upserts = [.. connections.Select(c => new NpgsqlCommand(
            "INSERT INTO raw VALUES (@key, @payload, 1) ON CONFLICT (key) DO UPDATE SET payload = excluded.payload, version = raw.version + 1", c)
        {
            Parameters =
            {
                new NpgsqlParameter("key", NpgsqlDbType.Text),
                new NpgsqlParameter("payload", NpgsqlDbType.Jsonb) { Value = JsonSerializer.Serialize(new { Text = LedgerText.Kilobyte }) },
            },
        })];
    }

    public static async Task<RawPostgres> StartAsync(string connectionString, int count)
    {
        await using (var first = new NpgsqlConnection(connectionString))
        {
            await first.OpenAsync();
            await using var schema = new NpgsqlCommand(
                "CREATE TABLE IF NOT EXISTS raw (key text PRIMARY KEY, payload jsonb NOT NULL, version integer NOT NULL) WITH (fillfactor = 80)", first);
            await schema.ExecuteNonQueryAsync();
        }

        var raw = new RawPostgres([.. Enumerable.Range(0, count).Select(_ => new NpgsqlConnection(connectionString))]);
        for (var i = 0; i < count; i++)
        {
            await raw.connections[i].OpenAsync();
            await raw.upserts[i].PrepareAsync();
        }

        return raw;
    }

    public Task WriteAsync(int caller, int row)
    {
        upserts[caller].Parameters[0].Value = FormattableString.Invariant($"ledger/{row}");
        return upserts[caller].ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections)
        {
            await connection.DisposeAsync();
        }
    }
}
