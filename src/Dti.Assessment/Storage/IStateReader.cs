namespace Dti.Assessment.Storage;

public sealed record StoredState<T>(string Key, T Value, int Version, DateTimeOffset ModifiedAt);

/// <summary>Reads the grains' own rows in place: there is no second copy to fall behind.</summary>
public interface IStateReader
{
    Task<StoredState<T>?> ReadAsync<T>(string stateName, string key, CancellationToken cancellation = default);

    /// <summary>Rows whose key begins with the prefix, in the ordinal order of their keys.</summary>
    IAsyncEnumerable<StoredState<T>> ListAsync<T>(string stateName, string keyPrefix, CancellationToken cancellation = default);
}
