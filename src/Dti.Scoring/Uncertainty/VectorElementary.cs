using System.Numerics;
using System.Runtime.CompilerServices;
using Dti.Scoring.Composites;

namespace Dti.Scoring.Uncertainty;

/// <summary><see cref="Elementary"/> on several numbers at once: the same operations in the same order, so the same bits.</summary>
internal static class VectorElementary
{
    private const double SmallestNormal = 2.2250738585072014e-308;
    private const double Magic = 6755399441055744.0; // 1.5 × 2^52: adding it leaves a whole number in the low bits

    /// <param name="x">Above 0 and finite.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Ln(Vector<double> x)
    {
        if (Vector.LessThanAny(x, new Vector<double>(SmallestNormal)))
            return Each(x, Elementary.Ln);
        var bits = Vector.AsVectorInt64(x);
        var mantissa = Vector.AsVectorDouble((bits & new Vector<long>(0xFFFFFFFFFFFFF)) | new Vector<long>(0x3FF0000000000000));
        // The biased exponent as a double: its bits under those of 2^52, less 2^52 and the bias.
        var exponent = Vector.AsVectorDouble(Vector.ShiftRightLogical(bits, 52) | new Vector<long>(0x4330000000000000)) - new Vector<double>(4503599627370496.0 + 1023);
        var large = Vector.GreaterThan(mantissa, new Vector<double>(1.4142135623730951));
        mantissa = Vector.ConditionalSelect(large, mantissa * 0.5, mantissa);
        exponent += Vector.ConditionalSelect(large, Vector<double>.One, Vector<double>.Zero);

        var s = (mantissa - Vector<double>.One) / (mantissa + Vector<double>.One);
        var square = s * s;
        var sum = Vector<double>.Zero;
        foreach (double coefficient in Elementary.OddReciprocals)
            sum = square * (new Vector<double>(coefficient) + sum);
        return exponent * Elementary.Ln2High + (2 * s + (2 * s * sum + exponent * Elementary.Ln2Low));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Vector<double> Exp(Vector<double> x)
    {
        if (!Vector.LessThanAll(Vector.Abs(x), new Vector<double>(700)))
            return Each(x, Elementary.Exp);
        var shifted = x / new Vector<double>(0.693147180559945309417) + new Vector<double>(Magic);
        var k = shifted - new Vector<double>(Magic);
        var r = x - k * Elementary.Ln2High - k * Elementary.Ln2Low;
        var sum = Vector<double>.Zero;
        foreach (double coefficient in Elementary.FactorialReciprocals)
            sum = new Vector<double>(coefficient) + r * sum;
        var power = Vector.ShiftLeft(Vector.AsVectorInt64(shifted) - new Vector<long>(BitConverter.DoubleToInt64Bits(Magic) - 1023), 52);
        return sum * Vector.AsVectorDouble(power);
    }

    private static Vector<double> Each(Vector<double> x, Func<double, double> function)
    {
        Span<double> lanes = stackalloc double[Vector<double>.Count];
        for (int lane = 0; lane < lanes.Length; lane++)
            lanes[lane] = function(x[lane]);
        return new(lanes);
    }
}
