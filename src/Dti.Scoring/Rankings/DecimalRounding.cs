namespace Dti.Scoring.Rankings;

/// <summary>Rounding half away from zero, done on the shortest decimal that round-trips (0.716355 at 5 decimals is 0.71636).</summary>
public static class DecimalRounding
{
    public static double Round(double value, int decimals) => throw new NotImplementedException();
}
