using System.Numerics;
using System.Runtime.CompilerServices;
using Dti.Scoring.Composites;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Uncertainty;

/// <summary>
/// <see cref="Means"/> over a short block of units, several at once: the same operations in the same order, so that a draw
/// gives the bits the plan gives for the same weights. Optimised at once: unoptimised, vectors are slower than plain numbers, and
/// a small run would be over before the runtime sees that it matters.
/// </summary>
internal static class BlockMeans
{
    /// <summary>Children of one node: where each one's scores start, its weight.</summary>
    public ref struct Operands
    {
        public Span<double[]> Values;
        public Span<double[]?> Logs;
        public Span<int> Starts;
        public Span<double> Weights;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(Operands of, Span<double> sums)
    {
        for (int v = 0; v < sums.Length; v += Vector<double>.Count)
        {
            var sum = Vector<double>.Zero;
            for (int child = 0; child < of.Values.Length; child++)
                sum += new Vector<double>(of.Weights[child]) * new Vector<double>(of.Values[child], of.Starts[child] + v);
            sum.CopyTo(sums[v..]);
        }
    }

    /// <summary>Arithmetic means where every child has a score and the weights' sum is above 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Arithmetic(Operands of, double total, Span<double> means)
    {
        var by = new Vector<double>(total);
        for (int v = 0; v < means.Length; v += Vector<double>.Count)
        {
            Vector<double> sum = Vector<double>.Zero, least = new(double.PositiveInfinity), most = new(double.NegativeInfinity);
            for (int child = 0; child < of.Values.Length; child++)
            {
                if (of.Weights[child] == 0)
                    continue;
                var x = new Vector<double>(of.Values[child], of.Starts[child] + v);
                sum += new Vector<double>(of.Weights[child]) * x;
                least = Vector.MinNative(least, x);
                most = Vector.MaxNative(most, x);
            }
            Finish(sum / by, least, most).CopyTo(means[v..]);
        }
    }

    /// <summary>Any mean, with missing scores.</summary>
    /// <param name="kind">Which mean.</param>
    /// <param name="of">The children.</param>
    /// <param name="threshold">Least share of children with data.</param>
    /// <param name="means">Where the means go; NaN = too little data.</param>
    /// <param name="refuse">The fault of a mean, a child, a place in the block and a value that the mean cannot take.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mean(Aggregation kind, Operands of, double threshold, Span<double> means, Func<Aggregation, int, int, double, ScoringException> refuse)
    {
        Vector<double> one = Vector<double>.One, zero = Vector<double>.Zero, nan = new(double.NaN);
        for (int v = 0; v < means.Length; v += Vector<double>.Count)
        {
            Vector<double> have = zero, total = zero, sum = zero, least = new(double.PositiveInfinity), most = new(double.NegativeInfinity);
            for (int child = 0; child < of.Values.Length; child++)
            {
                int start = of.Starts[child] + v;
                var x = new Vector<double>(of.Values[child], start);
                var known = Vector.Equals(x, x);
                have += Vector.ConditionalSelect(known, one, zero);
                if (of.Weights[child] == 0)
                    continue;
                if (kind != Aggregation.Arithmetic && Vector.LessThanOrEqualAny(x, zero))
                    throw refuse(kind, child, v + Lane(x), x[Lane(x)]);
                var term = kind switch
                {
                    Aggregation.Geometric when of.Logs[child] is { } logs => new Vector<double>(logs, start),
                    Aggregation.Geometric => VectorElementary.Ln(x),
                    Aggregation.Harmonic => one / x,
                    _ => x,
                };
                var weight = new Vector<double>(of.Weights[child]);
                total += Vector.ConditionalSelect(known, weight, zero);
                sum += Vector.ConditionalSelect(known, weight * term, zero);
                least = Vector.MinNative(least, Vector.ConditionalSelect(known, x, least));
                most = Vector.MaxNative(most, Vector.ConditionalSelect(known, x, most));
            }
            var enough = Vector.GreaterThanOrEqual(have / new Vector<double>(of.Values.Length), new Vector<double>(threshold))
                & Vector.GreaterThan(total, zero);
            var mean = kind switch
            {
                Aggregation.Geometric => VectorElementary.Exp(Vector.ConditionalSelect(enough, sum / total, zero)),
                Aggregation.Harmonic => total / sum,
                _ => sum / total,
            };
            mean = Vector.ConditionalSelect(enough, mean, zero);
            Vector.ConditionalSelect(enough, Finish(mean, least, most), nan).CopyTo(means[v..]);
        }
    }

    private static Vector<double> Finish(Vector<double> mean, Vector<double> least, Vector<double> most) =>
        Vector.LessThanOrEqualAll(Vector.Abs(mean), new Vector<double>(double.MaxValue))
            ? Vector.MinNative(Vector.MaxNative(mean, least), most)
            : throw new ScoringException("overflow", "With the weights of a draw a mean is larger than a number can be; give the columns in larger units.");

    private static int Lane(Vector<double> x)
    {
        int lane = 0;
        while (!(x[lane] <= 0))
            lane++;
        return lane;
    }
}
