using System.Collections.Immutable;
using System.Globalization;
using Dti.Assessment.Editions;
using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Orleans.Storage;

namespace Dti.Assessment.Tests.World;

/// <summary>A server's silo with the domain's grains on a real store. Each test plans a round of a set of its own; only the domain's clock is fake.</summary>
public abstract class DomainWorld : IAsyncLifetime
{
    private IHost? _host;
    private int _rounds;

    public FakeTimeProvider Clock { get; } = new(Moment(2025, 4, 10));

    public IGrainFactory Grains => Of<IGrainFactory>();

    public IStateReader States => Of<IStateReader>();

    public IJournalReader Journal => Of<IJournalReader>();

    /// <summary>The storage without grains before it, as a second server would write.</summary>
    public IGrainStorage Rows => _host!.Services.GetRequiredKeyedService<IGrainStorage>(Store.Name);

    public EditionQueries Editions => Of<EditionQueries>();

    public T Of<T>() where T : notnull => _host!.Services.GetRequiredService<T>();

    public static DateTimeOffset Moment(int year, int month, int day, int hour = 10) => new(year, month, day, hour, 0, 0, TimeSpan.FromHours(7));

    protected abstract Task<StoreOptions> NewStoreAsync();

    private StoreOptions? Options { get; set; }

    public virtual async Task InitializeAsync()
    {
        Options = await NewStoreAsync();
        await StartAsync();
    }

    public virtual async Task DisposeAsync() => await StopAsync();

    public async Task StopAsync()
    {
        await _host!.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }

    public async Task StartAsync() => _host = await ServerAsync();

    /// <summary>A further server of the same store; over PostgreSQL it joins the cluster.</summary>
    public async Task<IHost> ServerAsync()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.UseOrleans(silo => silo.AddDtiStore(Options!));
        builder.Services.AddDtiAssessment(Clock);
        var host = builder.Build();
        await host.StartAsync();
        return host;
    }

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>A planned round on 10 April 2025: q1 open and not yet due, q2 open.</summary>
    public async Task<GivenRound> Given(Func<RoundPlan, RoundPlan>? change = null)
    {
        Clock.AdjustTime(Moment(2025, 4, 10));
        string id = string.Create(CultureInfo.InvariantCulture, $"thu-{Interlocked.Increment(ref _rounds)}");
        var given = new GivenRound(this, id);
        var plan = GivenRound.PlanOf(id);
        GivenRound.Must((await given.Grain.Plan((change ?? (p => p))(plan), GivenRound.Soict)).Broken);
        return given;
    }

    /// <summary>Changes a stored row as another server would, behind the back of the grain that holds it.</summary>
    public async Task ElsewhereAsync<T>(string name, string grainType, string key, Func<T, T> change)
    {
        var id = GrainId.Create(grainType, key);
        var state = new GrainState<T>();
        await Rows.ReadStateAsync(name, id, state);
        state.State = change(state.State!);
        await Rows.WriteStateAsync(name, id, state);
    }
}

public sealed class SqliteWorld : DomainWorld
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dti-domain-").FullName;

    protected override Task<StoreOptions> NewStoreAsync() => Task.FromResult(new StoreOptions { DataFolder = _folder });

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

public sealed class PostgresWorld : DomainWorld
{
    private readonly Storage.PostgresServer _server = new();

    protected override async Task<StoreOptions> NewStoreAsync()
    {
        await _server.InitializeAsync();
        return new() { DataFolder = "/nonexistent", ConnectionString = await _server.CreateDatabaseAsync() };
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _server.DisposeAsync();
    }
}

[CollectionDefinition(nameof(SqliteWorld))]
public sealed class SqliteWorldCollection : ICollectionFixture<SqliteWorld>;

[CollectionDefinition(nameof(PostgresWorld))]
public sealed class PostgresWorldCollection : ICollectionFixture<PostgresWorld>;
