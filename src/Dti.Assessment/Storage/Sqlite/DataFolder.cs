namespace Dti.Assessment.Storage.Sqlite;

/// <summary>The folder of the SQLite store: made when missing, tried for writing, and held by one server at a time.</summary>
internal static class DataFolder
{
    public static void MakeUsable(string folder)
    {
        if (File.Exists(folder))
        {
            throw new StoreFault("data_folder_is_a_file", $"The data folder {folder} is a file; name a folder with --data.");
        }

        try
        {
            if (!Directory.Exists(folder))
            {
                // Password hashes and signing keys lie here: nobody else looks in.
                Make(folder);
            }

            using var probe = new FileStream(
                Path.Combine(folder, $".probe-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StoreFault(
                "data_folder_denied",
                $"The data folder {folder} cannot be written: {fault.Message} Give this account the right to write there, or name another folder with --data.",
                fault);
        }
        catch (IOException fault)
        {
            throw new StoreFault(
                "data_folder_unusable",
                $"The data folder {folder} cannot be written: {fault.Message} Name a folder on a writable disk with --data.",
                fault);
        }
    }

    /// <summary>The kernel lets go of the hold when the process ends, however it ends.</summary>
    public static FileStream Hold(string folder)
    {
        try
        {
            return new FileStream(Path.Combine(folder, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault)
        {
            throw new StoreFault(
                "store_in_use",
                $"Another server is running on the data folder {folder}. Stop that server, or start this one on another folder with --data.",
                fault);
        }
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
