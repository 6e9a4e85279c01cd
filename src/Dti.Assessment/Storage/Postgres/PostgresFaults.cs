using Npgsql;

namespace Dti.Assessment.Storage.Postgres;

internal static class PostgresFaults
{
    public static StoreFault From(NpgsqlException fault, string place) => fault switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            new("disk_full", $"The disk of {place} is full: the write was refused and changed nothing. Free some space and try again; what was saved before is kept.", fault),
        PostgresException refused =>
            new("database_refused", $"{place} refused the request: {refused.MessageText}. Check ConnectionStrings:Dti and the server's log.", fault),
        _ => new("database_unreachable", $"{place} cannot be reached: {fault.Message} Check that it runs and that ConnectionStrings:Dti names it.", fault),
    };
}
