using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Dti.Assessment.Storage.Sqlite;

/// <summary>The statements of the writer's connection, prepared once.</summary>
internal sealed class SqliteRows : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly TimeProvider time;
    private readonly SqliteCommand begin, commit, rollback, insert, update, delete, note;

    public SqliteRows(SqliteConnection connection, TimeProvider time)
    {
        this.connection = connection;
        this.time = time;
        begin = Prepare("BEGIN IMMEDIATE");
        commit = Prepare("COMMIT");
        rollback = Prepare("ROLLBACK");
        insert = Prepare(
            "INSERT INTO grain_state (state_name, key, payload, version, modified_at) VALUES (@name, @key, @payload, 1, @now) ON CONFLICT DO NOTHING",
            "name", "key", "payload", "now");
        update = Prepare(
            "UPDATE grain_state SET payload = @payload, version = version + 1, modified_at = @now WHERE state_name = @name AND key = @key AND version = @expected",
            "name", "key", "payload", "now", "expected");
        delete = Prepare(
            "DELETE FROM grain_state WHERE state_name = @name AND key = @key AND version = @expected",
            "name", "key", "expected");
        note = Prepare(
            """
            INSERT INTO journal (at, actor, action, subject, cell, "before", "after", state_name, version)
            VALUES (@at, @actor, @action, @subject, @cell, @before, @after, @name, @version)
            """,
            "at", "actor", "action", "subject", "cell", "before", "after", "name", "version");
    }

    /// <summary>All rows in one transaction; a row whose version has moved on is passed over and answers null.</summary>
    public int?[] Commit(IReadOnlyList<RowWrite> batch)
    {
        // Left over when the rollback of an earlier batch met a fault of its own.
        Undo();
        begin.ExecuteNonQuery();
        try
        {
            var now = Iso(time.GetUtcNow());
            var versions = new int?[batch.Count];
            for (var i = 0; i < batch.Count; i++)
            {
                versions[i] = Apply(batch[i], now);
            }

            commit.ExecuteNonQuery();
            return versions;
        }
        catch
        {
            Undo();
            throw;
        }
    }

    public void Dispose()
    {
        SqliteCommand[] all = [begin, commit, rollback, insert, update, delete, note];
        foreach (var command in all)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private int? Apply(RowWrite write, string now)
    {
        var taken = (write.Payload, write.Expected) switch
        {
            (null, _) => Run(delete, write.StateName, write.Key, write.Expected),
            (_, null) => Run(insert, write.StateName, write.Key, write.Payload, now),
            _ => Run(update, write.StateName, write.Key, write.Payload, now, write.Expected),
        };
        if (taken == 0)
        {
            return null;
        }

        var version = (write.Expected ?? 0) + 1;
        foreach (var e in write.Entries)
        {
            Run(note, Iso(e.At), e.Actor, e.Action, e.Subject, e.Cell, e.Before, e.After, write.StateName, version);
        }

        return version;
    }

    /// <summary>SQLite has already rolled back after some faults (full disk, I/O); then there is nothing left to undo.</summary>
    private void Undo()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            rollback.ExecuteNonQuery();
        }
    }

    private static int Run(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
        {
            command.Add(name, null);
        }

        command.Prepare();
        return command;
    }

    private static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
