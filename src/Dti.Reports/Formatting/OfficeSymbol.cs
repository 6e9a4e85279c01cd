namespace Dti.Reports.Formatting;

/// <summary>The letters that stand for an office in a document's symbol: "Sở Khoa học và Công nghệ" is SKHCN.</summary>
public static class OfficeSymbol
{
    public static string Of(string office) => string.Concat(office
        .Split([' ', ',', '-', '–'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word is not "và")
        .Select(word => word.Length > 1 && word.All(char.IsUpper) ? word : char.ToUpperInvariant(word[0]).ToString()));
}
