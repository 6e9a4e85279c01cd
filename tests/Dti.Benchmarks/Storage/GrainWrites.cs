using Dti.Assessment.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dti.Benchmarks.Storage;

/// <summary>A whole silo; every write is a grain call answered after the row is durable.</summary>
internal sealed class GrainWrites : IAsyncDisposable
{
    private readonly IHost host;
    private readonly ILedger[] ledgers;

    private GrainWrites(IHost host)
    {
        this.host = host;
        var factory = host.Services.GetRequiredService<IGrainFactory>();
        ledgers = [.. Enumerable.Range(0, Load.Rows).Select(i => factory.GetGrain<ILedger>(FormattableString.Invariant($"ledger/{i}")))];
    }

    public static async Task<GrainWrites> StartAsync(StoreOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo => silo.AddDtiStore(options));
        var host = builder.Build();
        await host.StartAsync();
        var writes = new GrainWrites(host);
        await Task.WhenAll(writes.ledgers.Select(l => l.Write(0)));
        return writes;
    }

    public Task WriteAsync(int caller, int row) => ledgers[row].Write(caller);

    public Task WriteNotedAsync(int caller, int row) => ledgers[row].WriteNoted(caller);

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
