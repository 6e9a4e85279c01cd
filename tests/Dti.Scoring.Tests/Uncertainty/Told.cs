namespace Dti.Scoring.Tests.Uncertainty;

/// <summary>Keeps what it was told, in order, from whatever thread.</summary>
internal sealed class Told : IProgress<int>
{
    private readonly Lock _lock = new();

    public List<int> Values { get; } = [];

    public void Report(int value)
    {
        lock (_lock)
            Values.Add(value);
    }
}
