using Dti.Assessment.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Dti.Assessment.Tests.Storage;

/// <summary>A whole silo on a store, as the server runs it.</summary>
public sealed class RunningStore : IAsyncDisposable
{
    private readonly IHost host;

    private RunningStore(IHost host) => this.host = host;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public IStateReader States => host.Services.GetRequiredService<IStateReader>();

    public IJournalReader Journal => host.Services.GetRequiredService<IJournalReader>();

    public IBlobStore Blobs => host.Services.GetRequiredService<IBlobStore>();

    public IDatabase Database => host.Services.GetRequiredService<IDatabase>();

    /// <summary>The storage without grains before it: two writers of one row, as two activations would be.</summary>
    public IGrainStorage Rows => host.Services.GetRequiredKeyedService<IGrainStorage>(Store.Name);

    public static async Task<RunningStore> StartAsync(StoreOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.UseOrleans(silo => silo.AddDtiStore(options));
        var host = builder.Build();
        try
        {
            await host.StartAsync();
        }
        catch
        {
            await DisposeAsync(host);
            throw;
        }

        return new RunningStore(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        await DisposeAsync(host);
    }

    private static ValueTask DisposeAsync(IHost host) => ((IAsyncDisposable)host).DisposeAsync();
}
