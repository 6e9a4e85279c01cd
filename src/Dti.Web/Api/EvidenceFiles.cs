using System.Globalization;
using Dapper;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Web.Api;

/// <summary>What units called the files they uploaded. The bytes are one blob, however many units hold the same file.</summary>
internal sealed class EvidenceFiles(IDatabase database, TimeProvider time)
{
    private const string Columns = "sha256 AS Sha256, unit AS Unit, name AS Name, bytes AS Bytes, type AS Type";

    public async Task NoteAsync(string sha256, string name, long bytes, string type, Actor actor, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            """
            INSERT INTO evidence_file (sha256, unit, name, bytes, type, account, uploaded_at) VALUES (@sha256, @unit, @name, @bytes, @type, @account, @now)
            ON CONFLICT (sha256, unit) DO UPDATE SET name = excluded.name, type = excluded.type, account = excluded.account, uploaded_at = excluded.uploaded_at
            """,
            new { sha256, unit = actor.Unit ?? "", name, bytes, type, account = actor.Name, now = time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture) });
    }

    /// <summary>Who uploaded this file, one row a unit.</summary>
    public async Task<IReadOnlyList<EvidenceFile>> HoldersAsync(string sha256, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return [.. await connection.QueryAsync<EvidenceFile>($"SELECT {Columns} FROM evidence_file WHERE sha256 = @sha256 ORDER BY unit", new { sha256 })];
    }

    public async Task<EvidenceFile?> OfUnitAsync(string sha256, string unit, CancellationToken cancellation) =>
        (await HoldersAsync(sha256, cancellation)).FirstOrDefault(file => file.Unit == unit);
}

internal sealed class EvidenceFile
{
    public string Sha256 { get; set; } = "";
    public string Unit { get; set; } = "";
    public string Name { get; set; } = "";
    public long Bytes { get; set; }
    public string Type { get; set; } = "";
}
