using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Dti.Assessment.Storage;

internal sealed class StateReader(IDatabase database) : IStateReader
{
    // String keys with a '/' leave Orleans' numeric key columns at 0 (see Storage/Postgres/001-grain-state.sql).
    private string Rows => database.IsPostgres
        ? "SELECT key_text, payload::text, version, modified_at FROM grain_state WHERE service_id = 'dti' AND key_hi = 0 AND key_lo = 0 AND payload IS NOT NULL AND state_name = @name AND key_text"
        : "SELECT key, payload, version, modified_at FROM grain_state WHERE state_name = @name AND key";

    public async Task<StoredState<T>?> ReadAsync<T>(string stateName, string key, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Rows} = @key";
        command.Add("name", stateName).Add("key", key);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Row<T>(reader) : null;
    }

    public async IAsyncEnumerable<StoredState<T>> ListAsync<T>(
        string stateName, string keyPrefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $"{Rows} BETWEEN @from AND @to ORDER BY 1";
        command.Add("name", stateName).Add("from", keyPrefix).Add("to", keyPrefix + Prefix.End);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            yield return Row<T>(reader);
        }
    }

    private StoredState<T> Row<T>(DbDataReader reader) => new(
        reader.GetString(0),
        JsonSerializer.Deserialize<T>(reader.GetString(1), StoreJson.Options)!,
        reader.GetInt32(2),
        database.IsPostgres
            ? reader.GetFieldValue<DateTimeOffset>(3)
            : DateTimeOffset.Parse(reader.GetString(3), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
