using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Xunit;

namespace Dti.Assessment.Tests.Storage;

/// <summary>A real PostgreSQL of its own in a temporary folder, on a free loopback port, gone with the tests.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private readonly string folder = Path.Combine("/tmp", $"dti-pg-{Guid.NewGuid():N}");
    private readonly int port = FreePort();
    private readonly bool asPostgres = Environment.UserName == "root";

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        if (asPostgres)
        {
            // PostgreSQL refuses to run as root.
            await RunAsync("chown", "postgres", folder);
        }

        await ServerAsync("initdb", "--pgdata", DataFolder, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C");
        await ServerAsync(
            "pg_ctl", "--pgdata", DataFolder, "--wait", "--timeout", "60", "--log", Path.Combine(folder, "server.log"), "--options",
            string.Create(CultureInfo.InvariantCulture, $"-h 127.0.0.1 -p {port} -k {folder} -c fsync=on -c max_connections=200"), "start");
    }

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ServerAsync("pg_ctl", "--pgdata", DataFolder, "--wait", "--mode", "immediate", "stop");
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Makes an empty database and answers the connection string to it.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    private string DataFolder => Path.Combine(folder, "data");

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database={database}");

    private Task ServerAsync(string program, params string[] arguments)
    {
        var path = Find(program);
        return asPostgres
            ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static string Find(string program)
    {
        var versions = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(v => Path.Combine(v, "bin"))
            : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return versions.Concat(path).Select(bin => Path.Combine(bin, program)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"PostgreSQL's {program} is neither under /usr/lib/postgresql nor on the PATH. \"./dti test\" installs it.");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // Output is not redirected: the server started by pg_ctl would hold the pipe open and the wait would never end.
        var start = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/tmp" };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec \"$@\" >/dev/null");
        start.ArgumentList.Add("sh");
        start.ArgumentList.Add(program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new Win32Exception($"{program} did not start.");
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}."));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
