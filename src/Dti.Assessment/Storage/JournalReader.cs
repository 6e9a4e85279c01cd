using System.Data.Common;
using System.Globalization;

namespace Dti.Assessment.Storage;

internal sealed class JournalReader(IDatabase database) : IJournalReader
{
    private const string Newest = """
        SELECT id, at, actor, action, subject, cell, "before", "after", state_name, version FROM journal
        WHERE subject BETWEEN @from AND @to ORDER BY id DESC LIMIT @limit
        """;

    public async Task<IReadOnlyList<JournalRecord>> ReadAsync(string subjectPrefix, int limit, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Newest;
        command.Add("from", subjectPrefix).Add("to", subjectPrefix + Prefix.End).Add("limit", limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var records = new List<JournalRecord>();
        while (await reader.ReadAsync(cancellation))
        {
            records.Add(Record(reader));
        }

        return records;
    }

    private JournalRecord Record(DbDataReader reader) => new(
        reader.GetInt64(0),
        database.IsPostgres
            ? reader.GetFieldValue<DateTimeOffset>(1)
            : DateTimeOffset.Parse(reader.GetString(1), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        reader.GetString(2),
        reader.GetString(3),
        reader.GetString(4),
        Text(reader, 5),
        Text(reader, 6),
        Text(reader, 7),
        reader.GetString(8),
        reader.GetInt32(9));

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
