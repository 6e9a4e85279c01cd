namespace Dti.Scoring.Uncertainty;

/// <summary>
/// Philox 4x32-10 (Salmon et al., SC 2011): random numbers by their place, not by their turn. The same seed, draw and item give
/// the same number whatever was drawn before and on whatever thread.
/// </summary>
public readonly struct Philox(ulong seed)
{
    /// <summary>The 128 bits at a place of four counters.</summary>
    public (ulong First, ulong Second) Bits(uint a, uint b, uint c, uint d)
    {
        uint key0 = (uint)seed, key1 = (uint)(seed >> 32);
        for (int round = 0; round < 10; round++)
        {
            ulong left = 0xD2511F53UL * a, right = 0xCD9E8D57UL * c;
            (a, b, c, d) = ((uint)(right >> 32) ^ b ^ key0, (uint)right, (uint)(left >> 32) ^ d ^ key1, (uint)left);
            key0 += 0x9E3779B9;
            key1 += 0xBB67AE85;
        }
        return (a | ((ulong)b << 32), c | ((ulong)d << 32));
    }

    /// <summary>Uniform strictly between 0 and 1; numbers of another purpose, draw or item are independent of it.</summary>
    public double Uniform(uint purpose, int draw, ulong item)
    {
        var (first, second) = Bits((uint)draw, purpose, (uint)(item >> 1), (uint)(item >> 33));
        return ToUniform((item & 1) == 0 ? first : second);
    }

    internal double Uniform(Stream stream, int draw, ulong item) => Uniform((uint)stream, draw, item);

    /// <summary>Uniform factors 1 ± halfWidth for items 0, 1, 2 …, two from every 128 bits.</summary>
    internal void Factors(Stream stream, int draw, double halfWidth, Span<double> factors)
    {
        for (int item = 0; item < factors.Length; item += 2)
        {
            var (first, second) = Bits((uint)draw, (uint)stream, (uint)(item >> 1), 0);
            factors[item] = Factor(halfWidth, ToUniform(first));
            if (item + 1 < factors.Length)
                factors[item + 1] = Factor(halfWidth, ToUniform(second));
        }
    }

    /// <summary>Exactly 1 when the half-width is 0.</summary>
    internal static double Factor(double halfWidth, double uniform) => 1 + halfWidth * (2 * uniform - 1);

    private static double ToUniform(ulong bits) => ((bits >> 12) + 0.5) * (1.0 / (1UL << 52));
}

/// <summary>What a random number is for; each has numbers of its own.</summary>
internal enum Stream
{
    Weights,
    Normalise,
    Aggregate,
    Drop,

    /// <summary>The first varied column; the others follow.</summary>
    Inputs = 16,
}
