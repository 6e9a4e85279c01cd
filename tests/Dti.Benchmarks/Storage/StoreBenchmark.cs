using System.Globalization;
using Dti.Assessment.Storage;
using Dti.Assessment.Tests.Storage;

namespace Dti.Benchmarks.Storage;

internal static class StoreBenchmark
{
    private static readonly int[] Callers = [1, 64, 256];

    public static async Task<int> RunAsync(string[] arguments)
    {
        var length = TimeSpan.FromSeconds(arguments is [var text] ? double.Parse(text, CultureInfo.InvariantCulture) : 4);
        Write("Durable writes of a 1 KB state to 500 rows, {0} s each.", length.TotalSeconds);
        Write("{0,-52}{1,9}{2,12}{3,10}{4,10}", "store", "callers", "writes/s", "p50 ms", "p99 ms");
        var sqlite = await SqliteAsync(length);
        var postgres = await PostgresAsync(length);
        Goal("SQLite, 64 callers, beside raw single-row commits", sqlite, 3);
        Goal("PostgreSQL, 64 callers, beside raw Npgsql on 64 connections", postgres, 0.5);
        return 0;
    }

    // The raw store is measured before and after, and the faster counts: a busy moment must not flatter the ratio.
    private static async Task<double> SqliteAsync(TimeSpan length)
    {
        var folder = Directory.CreateTempSubdirectory("dti-benchmark-").FullName;
        try
        {
            using var store = new RawSqlite(Path.Combine(folder, "raw.db"));
            var before = await MeasureAsync("SQLite raw, FULL, one row a commit", 1, length, store.WriteAsync);
            await using var grains = await GrainWrites.StartAsync(new StoreOptions { DataFolder = Path.Combine(folder, "data") });
            var at64 = await GrainsAsync("SQLite", grains, length);
            var after = await MeasureAsync("SQLite raw again", 1, length, store.WriteAsync);
            return at64 / Math.Max(before, after);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> PostgresAsync(TimeSpan length)
    {
        var server = new PostgresServer();
        await server.InitializeAsync();
        try
        {
            var database = await server.CreateDatabaseAsync();
            await RawAsync(1);
            var before = await RawAsync(64);
            await using var grains = await GrainWrites.StartAsync(new StoreOptions { DataFolder = Path.GetTempPath(), ConnectionString = database });
            var at64 = await GrainsAsync("PostgreSQL", grains, length);
            return at64 / Math.Max(before, await RawAsync(64));

            async Task<double> RawAsync(int connections)
            {
                await using var store = await RawPostgres.StartAsync(database, connections);
                return await MeasureAsync("PostgreSQL raw Npgsql, a connection a caller", connections, length, store.WriteAsync);
            }
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <returns>Writes a second at 64 callers.</returns>
    private static async Task<double> GrainsAsync(string store, GrainWrites grains, TimeSpan length)
    {
        await Load.RunAsync(64, TimeSpan.FromSeconds(2), grains.WriteAsync);
        var at64 = 0.0;
        foreach (var callers in Callers)
        {
            var rate = await MeasureAsync($"{store} grains", callers, length, grains.WriteAsync);
            at64 = callers == 64 ? rate : at64;
        }

        await MeasureAsync($"{store} grains, each write with a journal entry", 64, length, grains.WriteNotedAsync);
        return at64;
    }

    private static async Task<double> MeasureAsync(string name, int callers, TimeSpan length, Func<int, int, Task> write)
    {
        var measured = await Load.RunAsync(callers, length, write);
        Write("{0,-52}{1,9}{2,12:N0}{3,10:N2}{4,10:N2}", name, callers, measured.PerSecond, measured.P50, measured.P99);
        return measured.PerSecond;
    }

    private static void Goal(string name, double ratio, double goal) =>
        Write("{0}: {1:N2} of raw, goal {2:N1}: {3}", name, ratio, goal, ratio >= goal ? "met" : "missed");

    private static void Write(string format, params object[] values) =>
        Console.WriteLine(string.Format(CultureInfo.InvariantCulture, format, values));
}
