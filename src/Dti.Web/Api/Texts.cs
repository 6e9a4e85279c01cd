namespace Dti.Web.Api;

internal static class Texts
{
    public const int Longest = 2000;

    /// <summary>Text that can be kept and shown: no control characters but line breaks and tabs (a NUL no jsonb takes), not endless.</summary>
    public static bool IsPlain(string text) => text.Length <= Longest && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));
}
