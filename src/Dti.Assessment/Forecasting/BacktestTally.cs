using Dti.Assessment.Editions;

namespace Dti.Assessment.Forecasting;

/// <summary>What a method's back-test adds up to; two panels' tallies add.</summary>
internal readonly record struct BacktestTally(int Series, int Origins, double Errors, int Cases, double Scaled, int ScaledCases, int Inside, int Judged)
{
    public static BacktestTally operator +(BacktestTally a, BacktestTally b) => new(
        a.Series + b.Series, a.Origins + b.Origins, a.Errors + b.Errors, a.Cases + b.Cases, a.Scaled + b.Scaled, a.ScaledCases + b.ScaledCases, a.Inside + b.Inside, a.Judged + b.Judged);

    internal double? Mae => Cases > 0 ? Errors / Cases : null;

    /// <summary>Each error over the mean change of the same series up to its origin (Hyndman and Koehler 2006); series flat until then are left out.</summary>
    internal double? Mase => ScaledCases > 0 ? Scaled / ScaledCases : null;

    /// <summary>Share of one-step cases inside the 80 % interval made from earlier origins' errors alone.</summary>
    internal double? Coverage => Judged > 0 ? (double)Inside / Judged : null;

    internal BacktestRow Row(string method, bool chosen) => new(method, Series, Origins, Mae ?? 0, Mase, Coverage, chosen);
}
