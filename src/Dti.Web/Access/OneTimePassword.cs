using System.Security.Cryptography;

namespace Dti.Web.Access;

/// <summary>A password that can be read out and typed: four groups of four without letters that look alike (about 78 bits).</summary>
public static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string Make() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 4)));
}
