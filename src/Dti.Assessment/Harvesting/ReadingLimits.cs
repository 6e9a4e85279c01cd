namespace Dti.Assessment.Harvesting;

/// <summary>What a portal may cost us at most; a reading that meets a limit is not complete.</summary>
public sealed record ReadingLimits
{
    public static ReadingLimits Default { get; } = new();

    public int Requests { get; init; } = 2_000;
    public int BytesPerAnswer { get; init; } = 32 << 20;
    public long BytesInAll { get; init; } = 512L << 20;
    public int JsonDepth { get; init; } = 64;
}
