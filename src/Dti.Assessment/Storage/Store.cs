using Dti.Assessment.Storage.Postgres;
using Dti.Assessment.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Runtime.Hosting;

namespace Dti.Assessment.Storage;

/// <summary>Puts the grains' storage, the cluster and the read side behind one configuration.</summary>
public static class Store
{
    /// <summary>Name of the grain storage: <c>[PersistentState("round", Store.Name)]</c>.</summary>
    public const string Name = "dti";

    /// <summary>For a server: the store, held alone when it is a data folder, and the cluster.</summary>
    public static ISiloBuilder AddDtiStore(this ISiloBuilder silo, StoreOptions options)
    {
        silo.Services.AddDtiDatabase(options);
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, StoreOpening>();
        if (options.UsesPostgres)
        {
            silo.AddAdoNetGrainStorage(Name, storage => storage.Configure<PostgresDatabase>((o, database) =>
            {
                o.Invariant = PostgresDatabase.Invariant;
                o.ConnectionString = database.ConnectionString;
                o.GrainStorageSerializer = new StateSerializer();
                o.DeleteStateOnClear = true;
            }));
        }
        else
        {
            silo.Services.AddSingleton<SqliteWriter>();
            silo.Services.AddGrainStorage(Name, (services, _) => ActivatorUtilities.CreateInstance<SqliteGrainStorage>(services));
        }

        return silo.UseDtiCluster(options);
    }

    /// <summary>For a command that works on the store of a stopped or running server: no grains, and no exclusive hold.</summary>
    public static IServiceCollection AddDtiDatabase(this IServiceCollection services, StoreOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IStateReader, StateReader>();
        services.AddSingleton<IJournalReader, JournalReader>();
        return options.UsesPostgres
            ? services
                .AddSingleton<PostgresDatabase>()
                .AddSingleton<IDatabase>(s => s.GetRequiredService<PostgresDatabase>())
                .AddSingleton<IBlobStore, PostgresBlobStore>()
            : services
                .AddSingleton<SqliteDatabase>()
                .AddSingleton<IDatabase>(s => s.GetRequiredService<SqliteDatabase>())
                .AddSingleton<IBlobStore, FileBlobStore>();
    }
}
