using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Orleans.Serialization.Serializers;
using Orleans.Storage;

namespace Dti.Assessment.Storage.Sqlite;

/// <summary>Grain state as one versioned row of JSON, keyed by the state's name and the grain's key.</summary>
internal sealed class SqliteGrainStorage(SqliteDatabase database, SqliteWriter writer, IActivatorProvider activators) : IGrainStorage
{
    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        try
        {
            using var connection = database.OpenSqlite();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT payload, version FROM grain_state WHERE state_name = @name AND key = @key";
            command.Add("name", stateName).Add("key", Key(grainId));
            using var reader = command.ExecuteReader();
            grainState.RecordExists = reader.Read();
            grainState.State = grainState.RecordExists ? JsonSerializer.Deserialize<T>(reader.GetString(0), StoreJson.Options)! : New<T>();
            grainState.ETag = grainState.RecordExists ? reader.GetInt32(1).ToString(CultureInfo.InvariantCulture) : null;
        }
        catch (SqliteException fault)
        {
            return Task.FromException(SqliteFaults.From(fault, database.File));
        }

        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var payload = JsonSerializer.Serialize(grainState.State, StoreJson.RowOptions);
        var entries = grainState.State is IJournaled { Journal: { } journal } ? journal : [];
        var version = await WriteAsync(new RowWrite(stateName, Key(grainId), payload, Version(grainState.ETag), entries), grainState.ETag);
        grainState.ETag = version.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Version(grainState.ETag) is { } expected)
        {
            await WriteAsync(new RowWrite(stateName, Key(grainId), Payload: null, expected, []), grainState.ETag);
        }

        grainState.State = New<T>();
        grainState.ETag = null;
        grainState.RecordExists = false;
    }

    private async Task<int> WriteAsync(RowWrite write, string? etag) =>
        await writer.WriteAsync(write) ?? throw new InconsistentStateException(
            $"The row {write.StateName} of {write.Key} has been changed by another writer; it no longer has version {etag ?? "none"}.");

    private T New<T>() => activators.GetActivator<T>().Create();

    private static int? Version(string? etag) => etag is null ? null : int.Parse(etag, CultureInfo.InvariantCulture);

    /// <summary>PostgreSQL's provider reads "2025" or "abc+x" as a number; a '/' first keeps the keys alike on both stores.</summary>
    private static string Key(GrainId grainId)
    {
        var key = grainId.Key.ToString()!;
        return key.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 && key.IndexOf('+', 0, slash) < 0
            ? key
            : throw new ArgumentException($"The grain key \"{key}\" holds no '/'; keys of stored grains look like \"round/2025\".");
    }
}
