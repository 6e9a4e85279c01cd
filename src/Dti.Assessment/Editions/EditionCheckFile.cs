namespace Dti.Assessment.Editions;

/// <summary>Checks an edition file where it lies, with <c>&lt;file&gt;.sig</c> and, where present, <c>dti-keys.json</c> beside it.</summary>
public static class EditionCheckFile
{
    public const string KeysName = "dti-keys.json";
    private const long LargestBytes = 256L << 20;

    public static EditionVerdict Verify(string path)
    {
        if (Read(path, out string? fault) is not { } file)
            return EditionVerdict.Unreadable(fault ?? $"{path}: there is no such file");
        byte[]? signature = Read(path + ".sig", out fault);
        if (fault is not null)
            return EditionVerdict.Unreadable(fault, EditionFile.Sha256(file));
        string keysPath = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, KeysName);
        byte[]? keys = Read(keysPath, out fault);
        EditionKeySet? trusted = keys is null ? null : EditionKeySet.Read(keys, out fault);
        if (fault is not null)
            return EditionVerdict.Unreadable(fault.StartsWith(keysPath, StringComparison.Ordinal) ? fault : $"{keysPath}: {fault}", EditionFile.Sha256(file));
        var verdict = EditionCheck.Verify(file, signature, trusted);
        return trusted is null ? verdict : verdict with { Remarks = [$"the key was looked up in {keysPath}", .. verdict.Remarks] };
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
