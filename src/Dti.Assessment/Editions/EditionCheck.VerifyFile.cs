namespace Dti.Assessment.Editions;

public static partial class EditionCheck
{
    public const string KeysName = "dti-keys.json";
    private const long LargestBytes = 256L << 20;

    /// <summary>Checks an edition file where it lies, with <c>&lt;file&gt;.sig</c> and perhaps the edition it is compared with beside it.</summary>
    /// <param name="path">The edition file.</param>
    /// <param name="keysPath">The publisher's key set; null = <c>dti-keys.json</c> beside the file, if it is there.</param>
    public static EditionVerdict VerifyFile(string path, string? keysPath = null)
    {
        if (Read(path, out string? fault) is not { } file)
            return EditionVerdict.Unreadable(fault ?? $"{path}: there is no such file");
        string sha256 = EditionFile.Sha256(file);
        byte[]? signature = Read(path + ".sig", out fault);
        if (fault is not null)
            return EditionVerdict.Unreadable(fault, sha256);

        string beside = keysPath ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, KeysName);
        byte[]? keys = Read(beside, out fault);
        if (fault is not null || (keys is null && keysPath is not null))
            return EditionVerdict.Unreadable(fault ?? $"{beside}: there is no such file", sha256);
        if (keys is null)
            return Verify(file, signature, null, Beside);
        if (EditionKeySet.Read(keys, out fault) is not { } trusted)
            return EditionVerdict.Unreadable($"{beside}: {fault}", sha256);
        var verdict = Verify(file, signature, trusted, Beside);
        return verdict with { Remarks = [$"the key was looked up in {beside}", .. verdict.Remarks] };

        // An id is taken from the file, so it may name nothing but a file of this folder.
        byte[]? Beside(string id) => Path.GetFileName(id) == id ? Read(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, id + ".json"), out _) : null;
    }

    /// <summary>Null without a fault when there is no such file.</summary>
    private static byte[]? Read(string path, out string? fault)
    {
        fault = null;
        try
        {
            if (Directory.Exists(path))
                fault = $"{path}: is a folder, not a file";
            else if (!File.Exists(path))
                return null;
            else if (new FileInfo(path).Length > LargestBytes)
                fault = $"{path}: is larger than {LargestBytes >> 20} MB, which no edition is";
            else
                return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            fault = $"{path}: cannot be read: {error.Message}";
        }
        return null;
    }
}
