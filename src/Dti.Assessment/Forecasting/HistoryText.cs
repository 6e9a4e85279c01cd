using System.Text;

namespace Dti.Assessment.Forecasting;

/// <summary>The file as text, or the one reason why it cannot be read.</summary>
internal static class HistoryText
{
    /// <summary>A province's results of a century are under 2 MB.</summary>
    private const long MostBytes = 8 << 20;

    internal static (string Text, HistoryFault? Fault) Read(string path)
    {
        if (Directory.Exists(path))
            return Unreadable("not-a-file", "is a folder; name the CSV file in it");
        byte[] bytes;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes })
                return Unreadable("too-large", "is larger than 8 MB, which no history of index scores is");
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Unreadable("unreadable", $"cannot be read: {e.Message}");
        }
        ReadOnlySpan<byte> content = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes;
        if (content.IsEmpty)
            return Unreadable("empty", "is empty; the first line names the columns unit,code,year,score");
        try
        {
            return (new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content), null);
        }
        catch (DecoderFallbackException e)
        {
            ReadOnlySpan<byte> before = content[..Math.Max(0, e.Index)];
            int lineStart = before.LastIndexOf((byte)'\n') + 1;
            return ("", new HistoryFault(path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1, "encoding", "is not UTF-8 here; save the file as UTF-8"));
        }

        (string, HistoryFault?) Unreadable(string code, string message) => ("", new HistoryFault(path, 1, 1, code, message));
    }
}
