using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace Dti.Web.Tests.Processes;

/// <summary>The real <c>serve</c> in a process of its own, on a port the system picks; gone when disposed.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan EndPatience = TimeSpan.FromSeconds(45);
    private readonly Process _process;
    private readonly StringBuilder _log = new();
    private readonly TaskCompletionSource<Uri> _serving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address => _serving.Task.IsCompletedSuccessfully ? _serving.Task.Result : throw new InvalidOperationException("It is not serving.");

    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public static async Task<ServerProcess> StartAsync(string data, params (string Name, string? Value)[] environment)
    {
        var server = new ServerProcess(DtiProgram.Start(["serve", "--data", data, "--urls", "http://127.0.0.1:0"], environment));
        try
        {
            var ended = server._process.WaitForExitAsync();
            if (await Task.WhenAny(server._serving.Task, ended).WaitAsync(StartPatience) == ended)
                throw new InvalidOperationException($"The server ended at its start:\n{server.Log}");
            await server.ReadyAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
        if (token is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>SIGKILL: nothing of the process gets to say anything more.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync().WaitAsync(EndPatience);
    }

    /// <summary>SIGTERM, as a service manager stops it; answers the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync().WaitAsync(EndPatience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await KillAsync();
        }
        catch (Win32Exception) when (_process.HasExited)
        {
            return; // It ended by itself between the question and the signal.
        }
        finally
        {
            _process.Dispose();
        }
    }

    private async Task ReadyAsync()
    {
        using var client = Client();
        var clock = Stopwatch.StartNew();
        while (!(await client.GetAsync("/health/ready")).IsSuccessStatusCode)
        {
            clock.Elapsed.ShouldBeLessThan(StartPatience, Log);
            await Task.Delay(50);
        }
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (_log)
            _log.AppendLine(line);
        if (Serving().Match(line) is { Success: true } match)
            _serving.TrySetResult(new(match.Groups[1].Value));
    }

    [GeneratedRegex(@"^dti: serving on (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Serving();
}
