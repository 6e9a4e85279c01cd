using System.Net;
using System.Net.Sockets;
using Dti.Web.Tests.Api;

namespace Dti.Web.Tests.Processes;

/// <summary>What a server says when its place is taken, unusable or full.</summary>
[Collection(nameof(ServerProcesses))]
public sealed class StoreFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_server_on_a_data_folder_is_refused()
    {
        await using var first = await ServerProcess.StartAsync(_folder.Of("data"));

        (await ServeAsync(_folder.Of("data"), "http://127.0.0.1:0")).ShouldBeRefused(_folder.Of("data"), "--data");

        using var client = first.Client();
        (await client.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_in_use_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        string address = $"http://{taken.LocalEndpoint}";

        (await ServeAsync(_folder.Of("data"), address)).ShouldBeRefused(address, "--urls");
    }

    [Fact]
    public async Task A_file_in_place_of_the_data_folder_is_refused()
    {
        string file = _folder.Write("data", "a file");

        (await ServeAsync(file, "http://127.0.0.1:0")).ShouldBeRefused(file);
        File.ReadAllText(file).ShouldBe("a file");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named() =>
        (await ServeAsync("/proc/dti-data", "http://127.0.0.1:0")).ShouldBeRefused("/proc/dti-data");

    [Fact]
    public async Task On_a_full_disk_writes_are_refused_and_what_was_acknowledged_stays()
    {
        var round = await OpenRound.PlanAsync(new() { DataFolder = _folder.Of("data") }, units: 1);
        var (address, token) = round.Submissions.First();
        var writer = new Writer(address, token, 1);
        long most = new FileInfo(_folder.Of("data", "dti.db")).Length + 64 * 1024;
        await using (var server = await ServerProcess.StartAsync(_folder.Of("data"), [.. round.Environment, ("Dti__MaxBytes", most.ToString(System.Globalization.CultureInfo.InvariantCulture))]))
        {
            using var client = server.Client(token);
            while (await writer.SaveAsync(client))
                writer.Acknowledged.Count.ShouldBeLessThan(5000, "the bound has no effect");

            writer.Acknowledged.ShouldNotBeEmpty();
            var refused = await client.Put(address, """{ "values": { "1.1": 7 } }""", (await client.GetAsync(address)).Headers.ETag!.Tag);
            await refused.ShouldBeProblem(507, "store-full");
            (await writer.FindLossAsync(client)).ShouldBeNull();
            using var reader = server.Client(round.ReaderToken);
            (await reader.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await using var later = await ServerProcess.StartAsync(_folder.Of("data"), round.Environment);
        using var again = later.Client(token);
        (await writer.FindLossAsync(again)).ShouldBeNull();
        (await writer.SaveAsync(again)).ShouldBeTrue();
    }

    private static Task<CommandRun> ServeAsync(string data, string urls) => CommandRun.Of("serve", "--data", data, "--urls", urls);
}
