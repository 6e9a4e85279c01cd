using System.Globalization;
using System.Text;

namespace Dti.Web.Api;

/// <summary>The name of an uploaded file: UTF-8, percent-encoded UTF-8 or RFC 8187, without a path and without tricks.</summary>
internal static class FileNames
{
    private const int Longest = 200;
    private const string ExtendedPrefix = "UTF-8''";

    /// <summary>Null when nothing usable is left.</summary>
    public static string? Read(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
            return null;
        string text = header.StartsWith(ExtendedPrefix, StringComparison.OrdinalIgnoreCase) ? header[ExtendedPrefix.Length..] : header;
        return Clean(text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text);
    }

    public static string? Clean(string name)
    {
        int path = name.LastIndexOfAny(['/', '\\']);
        // Control and format characters (such as the one that turns text around) can make a name look like another.
        string kept = string.Concat(name[(path + 1)..].EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) && rune != Rune.ReplacementChar));
        kept = kept.Normalize(NormalizationForm.FormC).Trim(' ', '.', '"');
        if (kept.Length <= Longest)
            return kept.Length == 0 ? null : kept;
        string extension = Path.GetExtension(kept) is { Length: <= 10 } ending ? ending : "";
        return kept[..(Longest - extension.Length)] + extension;
    }
}
