namespace Dti.Web.Api;

/// <summary>Kinds of files evidence may be, each with how such a file begins: a name and a header prove nothing.</summary>
internal static class EvidenceTypes
{
    private static readonly byte[] Pdf = "%PDF-"u8.ToArray();
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] Zip = [(byte)'P', (byte)'K', 3, 4];
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Enough of the file to judge it by.</summary>
    public const int Head = 512;

    private static readonly Dictionary<string, byte[]> Beginnings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = Pdf,
        ["image/png"] = Png,
        ["image/jpeg"] = Jpeg,
        ["application/zip"] = Zip,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = Zip,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = Zip,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = Zip,
        ["application/vnd.oasis.opendocument.text"] = Zip,
        ["application/vnd.oasis.opendocument.spreadsheet"] = Zip,
        ["application/msword"] = Ole,
        ["application/vnd.ms-excel"] = Ole,
        ["text/csv"] = [],
        ["text/plain"] = [],
    };

    public static IEnumerable<string> Allowed => Beginnings.Keys;

    /// <summary>The type without its parameters, in lower case; null when it is not taken.</summary>
    public static string? Known(string? contentType)
    {
        string type = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
        return Beginnings.ContainsKey(type) ? type : null;
    }

    public static bool Fits(string type, ReadOnlySpan<byte> head) =>
        Beginnings[type] is { Length: > 0 } beginning ? head.StartsWith(beginning) : !head.Contains((byte)0);
}
