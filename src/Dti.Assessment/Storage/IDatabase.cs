using System.Data.Common;

namespace Dti.Assessment.Storage;

/// <summary>Plain SQL on the store, for the small tables that no grain owns. The first opening brings the schema up to date.</summary>
public interface IDatabase
{
    bool IsPostgres { get; }

    DbConnection Open();

    Task<DbConnection> OpenAsync(CancellationToken cancellation = default);
}
