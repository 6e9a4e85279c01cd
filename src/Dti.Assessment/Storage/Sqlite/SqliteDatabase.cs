using System.Data.Common;
using System.Globalization;
using DbUp;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace Dti.Assessment.Storage.Sqlite;

internal sealed class SqliteDatabase(StoreOptions options) : IDatabase, IDisposable
{
    private readonly string folder = Path.GetFullPath(options.DataFolder);
    private readonly Lock gate = new();
    private FileStream? hold;
    private bool current;

    public bool IsPostgres => false;

    public string Folder => folder;

    public string File => Path.Combine(folder, "dti.db");

    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = File, DefaultTimeout = 10 }.ToString();

    /// <summary>Refuses a second server on the folder; commands that only add a row do not call this.</summary>
    public void Hold()
    {
        lock (gate)
        {
            if (hold is null)
            {
                DataFolder.MakeUsable(folder);
                hold = DataFolder.Hold(folder);
            }
        }
    }

    public SqliteConnection OpenSqlite()
    {
        lock (gate)
        {
            if (!current)
            {
                DataFolder.MakeUsable(folder);
                BringUpToDate();
                current = true;
            }
        }

        return Connect();
    }

    DbConnection IDatabase.Open() => OpenSqlite();

    Task<DbConnection> IDatabase.OpenAsync(CancellationToken cancellation) => Task.FromResult<DbConnection>(OpenSqlite());

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        hold?.Dispose();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA busy_timeout = 5000; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
            if (options.MaxBytes is { } bytes)
            {
                Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {Math.Max(1, bytes / 4096)}"));
            }

            return connection;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw SqliteFaults.From(fault, File);
        }
    }

    private void BringUpToDate()
    {
        using var connection = Connect();
        try
        {
            Execute(connection, "PRAGMA journal_mode = WAL");
            // Processes that start at once wait here; a step that fails leaves nothing behind.
            Execute(connection, "BEGIN EXCLUSIVE");
            try
            {
                SchemaSteps.Run(DeployChanges.To.SqliteDatabase(new SharedConnection(connection)).JournalToSqliteTable("schema_step"), "Sqlite", File);
                Execute(connection, "COMMIT");
            }
            catch
            {
                Execute(connection, "ROLLBACK");
                throw;
            }
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.From(fault, File);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
