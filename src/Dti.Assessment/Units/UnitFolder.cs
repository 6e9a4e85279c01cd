using System.Text;

namespace Dti.Assessment.Units;

/// <summary>A folder of unit lists: opens the files, has each read, then has the whole checked.</summary>
internal static class UnitFolder
{
    // The list of a whole country's communes is under 1 MB; more is not a unit list.
    private const long MostBytes = 8 * 1024 * 1024;

    public static UnitReading Read(string folder)
    {
        var faults = new List<UnitFault>();
        var rows = new List<UnitRow>();
        foreach (var file in Files(folder, faults))
            if (Text(file, faults) is { } text)
                rows.AddRange(UnitList.Read(file, text, faults));
        // Rows that could not be read would only make others look wrong ("unknown predecessor"), so the whole is judged last.
        if (faults.Count == 0)
            UnitChecks.Run(rows, faults);
        return faults.Count == 0 ? new(new UnitCatalogue(rows.Select(row => row.Unit)), []) : new(null, faults);
    }

    private static string[] Files(string folder, List<UnitFault> faults)
    {
        if (File.Exists(folder))
            faults.Add(new(folder, 1, "not-a-folder", "this is a file; name the folder that holds the unit lists (*.csv)"));
        else if (!Directory.Exists(folder))
            faults.Add(new(folder, 1, "not-found", "there is no such folder; unit lists stand in indicators/units"));
        else
            try
            {
                string[] found = [.. Directory.GetFileSystemEntries(folder, "*.csv").Order(StringComparer.Ordinal)];
                if (found.Length == 0)
                    faults.Add(new(folder, 1, "no-lists", "the folder holds no *.csv"));
                return found;
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(new(folder, 1, "unreadable", fault.Message));
            }
        return [];
    }

    private static string? Text(string file, List<UnitFault> faults)
    {
        if (Directory.Exists(file))
        {
            faults.Add(new(file, 1, "not-a-file", "this is a folder with the name of a unit list; rename it or put a file in its place"));
            return null;
        }
        try
        {
            if (new FileInfo(file).Length > MostBytes)
            {
                faults.Add(new(file, 1, "too-large", "a unit list has at most 8 MB"));
                return null;
            }
            return Decode(file, File.ReadAllBytes(file), faults);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(file, 1, "unreadable", fault.Message));
            return null;
        }
    }

    private static string? Decode(string file, byte[] bytes, List<UnitFault> faults)
    {
        ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
        try
        {
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
            var zero = text.IndexOf('\0');
            if (zero < 0 && !string.IsNullOrWhiteSpace(text))
                return text;
            faults.Add(zero < 0
                ? new(file, 1, "empty", $"the file is empty; its first line is {UnitList.Header}")
                : new(file, 1 + text.AsSpan(0, zero).Count('\n'), "wrong-encoding", "not UTF-8 text (UTF-16?); save the list as CSV UTF-8"));
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + content[..Math.Clamp(fault.Index, 0, content.Length)].Count((byte)'\n');
            faults.Add(new(file, line, "wrong-encoding", "not UTF-8; save the list as CSV UTF-8"));
        }
        return null;
    }
}
