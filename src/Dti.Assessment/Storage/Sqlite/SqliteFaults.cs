using Microsoft.Data.Sqlite;

namespace Dti.Assessment.Storage.Sqlite;

internal static class SqliteFaults
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Input = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    /// <summary>A fault of the disk or the file, which is no single caller's doing.</summary>
    public static bool IsOfTheStore(SqliteException fault) =>
        fault.SqliteErrorCode is Busy or Locked or ReadOnly or Input or Corrupt or Full or CannotOpen or NoDatabase;

    public static StoreFault From(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Full => new("disk_full", $"The disk is full: the write to {file} was refused and changed nothing. Free some space and try again; what was saved before is kept.", fault),
        Busy or Locked => new("store_busy", $"{file} is locked by another program. Close it and try again.", fault),
        ReadOnly => new("store_read_only", $"{file} is read-only. Give this account the right to write it and its folder.", fault),
        CannotOpen => new("store_unopenable", $"{file} cannot be opened. Check that the folder can be written and the disk is in place.", fault),
        Corrupt or NoDatabase => new("store_damaged", $"{file} is damaged or no database of DTI. Restore a backup, or start on another folder with --data.", fault),
        _ => new("store_io", $"{file} cannot be read or written ({fault.Message}). Check the disk.", fault),
    };
}
