using System.Text;
using System.Text.Unicode;

namespace Dti.Assessment.Tables;

/// <summary>A fault of a file's bytes; line and column count from 1, 0 is the file as a whole.</summary>
internal sealed record FileFault(int Line, int Column, string Code, string Message);

/// <summary>A text file's bytes, bounded before they are read, and their text without a byte order mark.</summary>
internal sealed record InputFile(byte[] Bytes, string Text, FileFault? Fault)
{
    public static InputFile Read(string path, int largest)
    {
        if (Directory.Exists(path))
            return Refused("not-a-file", "this is a folder; name a file in it");
        if (!File.Exists(path))
            return Refused("missing-file", "there is no such file");
        try
        {
            return Decode(path, largest);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refused("unreadable", $"the file cannot be read: {error.Message}");
        }
    }

    public static string TooLarge(int largest) =>
        largest >= 1024 * 1024 ? $"larger than {largest / (1024 * 1024)} MB; is this the right file?" : $"larger than {largest / 1024} kB";

    /// <summary>The first character that no text file holds: anything below space but tab and line ends.</summary>
    public static FileFault? ControlCharacter(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && text[i] is not ('\t' or '\n' or '\r' or '\u0085'))
            {
                var (line, column) = PlaceOf(text.AsSpan(0, i));
                return new(line, column, "control-character", $"the character U+{(int)text[i]:X4} does not belong in a text file; remove it");
            }
        }
        return null;
    }

    private static InputFile Decode(string path, int largest)
    {
        using var stream = File.OpenRead(path);
        if (stream.CanSeek && stream.Length > largest)
            return Refused("too-large", TooLarge(largest));
        // A device or pipe has no length: read one byte more than allowed and no further.
        var bytes = ReadAtMost(stream, largest + 1);
        if (bytes.Length > largest)
            return Refused("too-large", TooLarge(largest));
        if (FirstInvalid(bytes) is { } invalid)
        {
            var (line, column) = PlaceOf(Encoding.UTF8.GetString(bytes, 0, invalid));
            return new(bytes, "", new(line, column, "invalid-utf8", "not UTF-8 from here on; save the file as UTF-8"));
        }
        return new(bytes, Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), null);
    }

    private static byte[] ReadAtMost(FileStream stream, int most)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; memory.Length < most && (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, most - memory.Length))) > 0;)
            memory.Write(buffer, 0, read);
        return memory.ToArray();
    }

    private static int? FirstInvalid(byte[] bytes)
    {
        if (Utf8.IsValid(bytes))
            return null;
        for (int at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out int used) != System.Buffers.OperationStatus.Done)
                return at;
            at += used;
        }
        return null;
    }

    private static (int Line, int Column) PlaceOf(ReadOnlySpan<char> before) =>
        (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));

    private static InputFile Refused(string code, string message) => new([], "", new(0, 0, code, message));
}
