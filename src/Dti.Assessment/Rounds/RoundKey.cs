namespace Dti.Assessment.Rounds;

/// <summary>Grain keys always hold a slash: a key that reads as a number would take other columns of the AdoNet store.</summary>
public static class RoundKey
{
    public static string Of(string round) => $"round/{round}";
}
