using System.Data.Common;
using DbUp;
using Npgsql;

namespace Dti.Assessment.Storage.Postgres;

internal sealed class PostgresDatabase : IDatabase, IDisposable
{
    public const string Invariant = "Npgsql";
    private const string Schema = "dti";
    private const int NpgsqlDefaultPool = 100;

    /// <summary>Any number of ours: servers that start at once bring the schema up to date one after the other.</summary>
    private const long SchemaLock = 0x647469;

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly NpgsqlConnectionStringBuilder settings;
    private volatile bool current;

    public PostgresDatabase(StoreOptions options)
    {
        try
        {
            settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
            {
                SearchPath = Schema,
                // Six statements of reset before each reuse halve the writes a second; no statement of ours leaves a
                // setting, a lock or a temporary table behind in its session.
                NoResetOnClose = true,
            };
        }
        catch (ArgumentException fault)
        {
            throw new StoreFault("bad_setting", $"ConnectionStrings:Dti is no connection string of PostgreSQL: {fault.Message}", fault);
        }

        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 20;
        }

        if (settings.MaxPoolSize == NpgsqlDefaultPool)
        {
            // Three servers fit into the hundred connections PostgreSQL allows by default.
            settings.MaxPoolSize = 32;
        }

        settings.ApplicationName ??= "dti";
    }

    public bool IsPostgres => true;

    public string ConnectionString => settings.ToString();

    private string Place => FormattableString.Invariant($"PostgreSQL at {settings.Host}:{settings.Port}, database {settings.Database}");

    public DbConnection Open()
    {
        gate.Wait();
        try
        {
            BringUpToDate();
        }
        finally
        {
            gate.Release();
        }

        return Connect();
    }

    public async Task<DbConnection> OpenAsync(CancellationToken cancellation = default)
    {
        if (!current)
        {
            await gate.WaitAsync(cancellation);
            try
            {
                BringUpToDate();
            }
            finally
            {
                gate.Release();
            }
        }

        var connection = new NpgsqlConnection(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch (NpgsqlException fault)
        {
            await connection.DisposeAsync();
            throw PostgresFaults.From(fault, Place);
        }
    }

    public void Dispose() => gate.Dispose();

    private NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        try
        {
            connection.Open();
            return connection;
        }
        catch (NpgsqlException fault)
        {
            connection.Dispose();
            throw PostgresFaults.From(fault, Place);
        }
    }

    private void BringUpToDate()
    {
        if (current)
        {
            return;
        }

        using var connection = Connect();
        try
        {
            Execute(connection, FormattableString.Invariant($"SELECT pg_advisory_lock({SchemaLock})"));
            try
            {
                Execute(connection, $"DO $do$ BEGIN IF to_regnamespace('{Schema}') IS NULL THEN CREATE SCHEMA {Schema}; END IF; END $do$");
                SchemaSteps.Run(
                    DeployChanges.To.PostgresqlDatabase(ConnectionString, Schema).JournalToPostgresqlTable(Schema, "schema_step").WithTransactionPerScript(),
                    "Postgres",
                    Place);
            }
            finally
            {
                Execute(connection, FormattableString.Invariant($"SELECT pg_advisory_unlock({SchemaLock})"));
            }
        }
        catch (PostgresException fault)
        {
            throw new StoreFault("schema_failed", $"The schema \"{Schema}\" of {Place} could not be made: {fault.MessageText}. Give the account the right to create it.", fault);
        }

        current = true;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
