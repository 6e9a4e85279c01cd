using Dti.Assessment.Storage.Sqlite;

namespace Dti.Assessment.Storage;

/// <summary>Holds the data folder and brings the schema up to date before anything of the silo reads it.</summary>
internal sealed class StoreOpening(IDatabase database) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle observer) =>
        observer.Subscribe(nameof(StoreOpening), ServiceLifecycleStage.First, async cancellation =>
        {
            if (database is SqliteDatabase sqlite)
            {
                sqlite.Hold();
            }

            await using var connection = await database.OpenAsync(cancellation);
        });
}
