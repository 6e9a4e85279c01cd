using System.Globalization;

namespace Dti.Assessment.Storage.Sqlite;

/// <summary>Blobs as files under <c>blobs/ab/cdef…</c>: whole and on the disk before the name exists.</summary>
internal sealed class FileBlobStore(SqliteDatabase database, TimeProvider time) : IBlobStore
{
    private string Root => Path.Combine(database.Folder, "blobs");

    public async Task<string> SaveAsync(Stream content, string contentType, long maxBytes, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Root);
        var temporary = Path.Combine(Root, $".new-{Guid.NewGuid():N}");
        try
        {
            var (sha256, length) = await WriteAsync(temporary, content, maxBytes, cancellation);
            var path = PathOf(sha256);
            if (!File.Exists(path))
            {
                var folder = Path.GetDirectoryName(path)!;
                Directory.CreateDirectory(folder);
                DirectorySync.Flush(Root);
                File.Move(temporary, path, overwrite: true);
                DirectorySync.Flush(folder);
            }

            Note(sha256, length, contentType);
            return sha256;
        }
        catch (IOException fault)
        {
            throw new StoreFault("blob_refused", $"The file could not be kept under {Root}: {fault.Message} Free some space or check the disk.", fault);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    public Task<Stream?> OpenAsync(string sha256, CancellationToken cancellation = default) =>
        Task.FromResult<Stream?>(Exists(sha256)
            ? new FileStream(PathOf(sha256), FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, FileOptions.Asynchronous)
            : null);

    public Task<long?> LengthAsync(string sha256, CancellationToken cancellation = default) =>
        Task.FromResult<long?>(Exists(sha256) ? new FileInfo(PathOf(sha256)).Length : null);

    private static async Task<(string Sha256, long Length)> WriteAsync(string path, Stream content, long maxBytes, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
        var measured = await BlobContent.CopyAsync(content, file, maxBytes, cancellation);
        await file.FlushAsync(cancellation);
        file.Flush(flushToDisk: true);
        return measured;
    }

    private void Note(string sha256, long length, string contentType)
    {
        using var connection = database.OpenSqlite();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO blob (sha256, length, content_type, created_at) VALUES (@sha256, @length, @type, @now) ON CONFLICT DO NOTHING";
        command.Add("sha256", sha256).Add("length", length).Add("type", contentType)
            .Add("now", time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        command.ExecuteNonQuery();
    }

    private bool Exists(string sha256) => BlobContent.IsName(sha256) && File.Exists(PathOf(sha256));

    private string PathOf(string sha256) => Path.Combine(Root, sha256[..2], sha256[2..]);
}
