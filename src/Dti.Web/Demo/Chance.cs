namespace Dti.Web.Demo;

/// <summary>Invented but repeatable: the same words give the same number on every machine (FNV-1a, 64 bits).</summary>
internal static class Chance
{
    /// <returns>In [0, 1).</returns>
    public static double Of(params ReadOnlySpan<object> words)
    {
        ulong hash = 14695981039346656037;
        foreach (object word in words)
        {
            foreach (char c in FormattableString.Invariant($"{word}|"))
                hash = (hash ^ c) * 1099511628211;
        }
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccd;
        hash ^= hash >> 33;
        return (hash >> 11) / (double)(1UL << 53);
    }
}
