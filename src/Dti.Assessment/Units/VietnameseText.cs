using System.Globalization;
using System.Text;

namespace Dti.Assessment.Units;

/// <summary>Comparing, searching and ordering Vietnamese names.</summary>
public static class VietnameseText
{
    // Tones are marks of the syllable, not of a letter: "Thái Hoà" and "Thái Hòa" are one name in two spelling habits.
    private const string Tones = "\u0300\u0301\u0303\u0309\u0323";

    private static readonly CompareInfo? Collation = FindCollation();

    /// <summary>The order of a Vietnamese dictionary (d before đ, o before ô before ơ); plain letters where ICU lacks it.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((a, b) => Collation is { } collation
        ? collation.Compare(a.Normalize(), b.Normalize(), CompareOptions.None)
        : string.CompareOrdinal(Fold(a), Fold(b)));

    /// <summary>Lower case without diacritics, đ as d, words apart by one space, punctuation dropped.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(c is 'đ' or 'Đ' ? 'd' : char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] != ' ')
                folded.Append(' ');
        }
        return folded.ToString().TrimEnd();
    }

    public static IReadOnlyList<string> Words(string text) => Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>One name in either Unicode form, any case, spacing, and either habit of placing the tone (oà, òa).</summary>
    public static bool SameName(string a, string b) => string.Equals(NameKey(a), NameKey(b), StringComparison.Ordinal);

    /// <summary>The name has these whole words in a row, diacritics included.</summary>
    public static bool NameContains(string name, string words) => $" {NameKey(name)} ".Contains($" {NameKey(words)} ", StringComparison.Ordinal);

    private static string NameKey(string name) => string.Join(' ', name
        .Normalize(NormalizationForm.FormD)
        .ToLowerInvariant()
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(word => string.Concat(word.Where(c => !Tones.Contains(c)).Concat(word.Where(Tones.Contains)))));

    private static CompareInfo? FindCollation()
    {
        try
        {
            // Without ICU the culture may exist and still compare by code point, where đ comes after z.
            var collation = CultureInfo.GetCultureInfo("vi-VN").CompareInfo;
            return collation.Compare("đ", "e", CompareOptions.None) < 0 && collation.Compare("dz", "đa", CompareOptions.None) < 0
                ? collation
                : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
