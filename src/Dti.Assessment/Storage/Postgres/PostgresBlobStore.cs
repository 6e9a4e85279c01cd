using System.Globalization;
using System.Data.Common;

namespace Dti.Assessment.Storage.Postgres;

/// <summary>Blobs as rows, so that every server of the cluster reads them and one backup holds all.</summary>
internal sealed class PostgresBlobStore(PostgresDatabase database, TimeProvider time) : IBlobStore
{
    public async Task<string> SaveAsync(Stream content, string contentType, long maxBytes, CancellationToken cancellation = default)
    {
        using var bytes = new MemoryStream();
        var (sha256, length) = await BlobContent.CopyAsync(content, bytes, maxBytes, cancellation);
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO blob (sha256, bytes, length, content_type, created_at) VALUES (@sha256, @bytes, @length, @type, @now)
            ON CONFLICT DO NOTHING
            """;
        command.Add("sha256", sha256).Add("bytes", bytes.ToArray()).Add("length", length).Add("type", contentType)
            .Add("now", time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        await command.ExecuteNonQueryAsync(cancellation);
        return sha256;
    }

    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = Select(connection, "bytes", sha256);
        return await command.ExecuteScalarAsync(cancellation) is byte[] bytes ? new MemoryStream(bytes, writable: false) : null;
    }

    public async Task<long?> LengthAsync(string sha256, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = Select(connection, "length", sha256);
        return (long?)await command.ExecuteScalarAsync(cancellation);
    }

    private static DbCommand Select(DbConnection connection, string column, string sha256)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT {column} FROM blob WHERE sha256 = @sha256";
        return command.Add("sha256", sha256);
    }
}
