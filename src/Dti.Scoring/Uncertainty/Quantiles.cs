namespace Dti.Scoring.Uncertainty;

/// <summary>Quantiles of type 7 (Hyndman and Fan 1996; the default of R and of Excel's PERCENTILE.INC): linear between the two order statistics around (n − 1) p.</summary>
internal static class Quantiles
{
    /// <param name="counts">How often each whole number from 0 was seen.</param>
    /// <param name="total">Their sum; above 0.</param>
    /// <param name="p">From 0 to 1.</param>
    public static double OfCounts(ReadOnlySpan<int> counts, int total, double p)
    {
        double place = (total - 1) * p;
        int low = (int)place;
        int below = Order(counts, low);
        double share = place - low;
        return share == 0 ? below : below + share * (Order(counts, low + 1) - below);
    }

    private static int Order(ReadOnlySpan<int> counts, int index)
    {
        int seen = 0, value = 0;
        while ((seen += counts[value]) <= index)
            value++;
        return value;
    }
}
