using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Dti.Assessment.Storage.Sqlite;

/// <summary>
/// The one writer of grain rows: it takes all writes that wait and commits them together, so many callers share one
/// fsync. A caller is answered only after the commit that holds its row.
/// </summary>
internal sealed partial class SqliteWriter : IDisposable
{
    private const int MostPerCommit = 256;
    private readonly BlockingCollection<RowWrite> queue = [];
    private readonly Thread thread;
    private readonly Lazy<SqliteRows> rows;
    private readonly string file;
    private readonly ILogger<SqliteWriter> logger;

    public SqliteWriter(SqliteDatabase database, TimeProvider time, ILogger<SqliteWriter> logger)
    {
        file = database.File;
        this.logger = logger;
        rows = new(() => new SqliteRows(database.OpenSqlite(), time), LazyThreadSafetyMode.PublicationOnly);
        thread = new Thread(Run) { IsBackground = true, Name = "dti-store-writer" };
        thread.Start();
    }

    public Task<int?> WriteAsync(RowWrite write)
    {
        try
        {
            queue.Add(write);
        }
        catch (InvalidOperationException fault)
        {
            write.Refuse(new StoreFault("store_closed", $"The server is stopping: the write to {file} was refused and changed nothing.", fault));
        }

        return write.Done;
    }

    public void Dispose()
    {
        queue.CompleteAdding();
        thread.Join();
        if (rows.IsValueCreated)
        {
            rows.Value.Dispose();
        }

        queue.Dispose();
    }

    private void Run()
    {
        var batch = new List<RowWrite>(MostPerCommit);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < MostPerCommit && queue.TryTake(out var next))
            {
                batch.Add(next);
            }

            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<RowWrite> batch)
    {
        try
        {
            var versions = rows.Value.Commit(batch);
            for (var i = 0; i < batch.Count; i++)
            {
                batch[i].Answer(versions[i]);
            }
        }
        catch (SqliteException fault) when (SqliteFaults.IsOfTheStore(fault))
        {
            Refuse(batch, SqliteFaults.From(fault, file));
        }
        catch (Exception) when (batch.Count > 1)
        {
            // One caller's row is at fault: alone, each of the others goes through.
            foreach (var write in batch)
            {
                Commit([write]);
            }
        }
        catch (Exception fault)
        {
            Refuse(batch, fault);
        }
    }

    private void Refuse(List<RowWrite> batch, Exception fault)
    {
        LogRefused(fault, batch.Count, file);
        foreach (var write in batch)
        {
            write.Refuse(fault);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} writes to {File} were refused")]
    private partial void LogRefused(Exception fault, int count, string file);
}
