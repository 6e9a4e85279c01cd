using Microsoft.Data.Sqlite;

namespace Dti.Benchmarks.Storage;

/// <summary>The same rows without grains: one prepared upsert, one row a commit, WAL and synchronous=FULL.</summary>
internal sealed class RawSqlite : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand upsert;

    public RawSqlite(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var schema = connection.CreateCommand();
        schema.CommandText = """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
            CREATE TABLE raw (key text PRIMARY KEY, payload text NOT NULL, version integer NOT NULL);
            """;
        schema.ExecuteNonQuery();
        upsert = connection.CreateCommand();
        upsert.CommandText = "INSERT INTO raw VALUES (@key, @payload, 1) ON CONFLICT (key) DO UPDATE SET payload = excluded.payload, version = version + 1";
        upsert.Parameters.AddWithValue("key", string.Empty);
        upsert.Parameters.AddWithValue("payload", LedgerText.Kilobyte);
        upsert.Prepare();
    }

    public Task WriteAsync(int caller, int row)
    {
        upsert.Parameters[0].Value = FormattableString.Invariant($"ledger/{row}");
        upsert.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        upsert.Dispose();
        connection.Dispose();
    }
}
