using MathNet.Numerics.LinearAlgebra;

namespace Dti.Assessment.Forecasting;

/// <summary>
/// Singular spectrum analysis of one series: its trajectory matrix (window L by N − L + 1, each column the series one period later) taken
/// apart by singular values, and the recurrent forecast of the leading ones (Golyandina and Zhigljavsky 2013, Singular Spectrum Analysis
/// for Time Series, sections 2.1 and 3.2).
/// </summary>
internal sealed class SingularSpectrum
{
    /// <summary>From there on the last coordinate of the window lies in the signal's space and nothing can be foreseen from the others.</summary>
    private const double MostVertical = 1 - 1e-6;

    private readonly Matrix<double> _left;
    private readonly Matrix<double> _right;
    private readonly double[] _singular;
    private readonly int _length;
    private readonly int _window;

    /// <param name="values">Without gaps.</param>
    /// <param name="window">From 2 to one less than there are values.</param>
    internal SingularSpectrum(ReadOnlySpan<double> values, int window)
    {
        (_length, _window) = (values.Length, window);
        int columns = _length - window + 1;
        var trajectory = Matrix<double>.Build.Dense(window, columns);
        for (int row = 0; row < window; row++)
        {
            for (int column = 0; column < columns; column++)
                trajectory[row, column] = values[row + column];
        }
        var svd = trajectory.Svd(computeVectors: true);
        (_left, _right, _singular) = (svd.U, svd.VT, svd.S.ToArray());
    }

    /// <summary>
    /// How many singular values stand out from noise of unknown size: those above the median times 0.56β³ − 0.95β² + 1.82β + 1.43, where β is
    /// the matrix' shorter side over its longer (Gavish and Donoho 2014); never more than half of them.
    /// </summary>
    internal int SignalRank()
    {
        double beta = (double)Math.Min(_window, _length - _window + 1) / Math.Max(_window, _length - _window + 1);
        // The lower median: of few values the upper one may be signal.
        double threshold = _singular.Order().ElementAt((_singular.Length - 1) / 2) * (((0.56 * beta - 0.95) * beta + 1.82) * beta + 1.43);
        // An exact recurrence leaves rounding where noise would be.
        threshold = Math.Max(threshold, 1e-9 * _singular[0]);
        return Math.Min(_singular.Count(s => s > threshold), _singular.Length / 2);
    }

    /// <summary>The signal of the leading <paramref name="rank"/> components continued by its linear recurrence; null where there is none.</summary>
    internal double[]? Forecast(int rank, int horizon)
    {
        if (Recurrence(rank) is not { } recurrence)
            return null;
        double[] signal = [.. Signal(rank), .. new double[horizon]];
        for (int at = _length; at < signal.Length; at++)
        {
            double next = 0;
            for (int back = 0; back < recurrence.Length; back++)
                next += recurrence[back] * signal[at - recurrence.Length + back];
            signal[at] = next;
        }
        return signal[_length..];
    }

    /// <summary>Coefficients of the L − 1 values before, oldest first: R = Σ πⱼ Uⱼ∇ / (1 − ν²), π the vectors' last coordinates and ν² the sum of their squares.</summary>
    internal double[]? Recurrence(int rank)
    {
        double vertical = 0;
        double[] recurrence = new double[_window - 1];
        for (int j = 0; j < rank; j++)
        {
            double last = _left[_window - 1, j];
            vertical += last * last;
            for (int i = 0; i < recurrence.Length; i++)
                recurrence[i] += last * _left[i, j];
        }
        return vertical < MostVertical ? [.. recurrence.Select(r => r / (1 - vertical))] : null;
    }

    /// <summary>The leading components summed and averaged along the antidiagonals back to a series.</summary>
    internal double[] Signal(int rank)
    {
        double[] sums = new double[_length];
        int[] counts = new int[_length];
        for (int row = 0; row < _window; row++)
        {
            for (int column = 0; column < _length - _window + 1; column++)
            {
                double value = 0;
                for (int j = 0; j < rank; j++)
                    value += _singular[j] * _left[row, j] * _right[j, column];
                sums[row + column] += value;
                counts[row + column]++;
            }
        }
        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }
}
