using Dti.Assessment.Editions;

namespace Dti.Web.Pages.Public.Robustness;

/// <summary>
/// How firm editions' ranks are, computed once an edition (what lies under a hash never changes), one edition at a time, on half of
/// the processors and never on the thread of a request: a reader waits a few seconds at most and is then told to come back.
/// </summary>
public sealed class RobustnessShelf : IDisposable
{
    private const int Kept = 8;
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(8);
    private readonly Dictionary<string, Task<EditionRobustness?>> _made = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly SemaphoreSlim _one = new(1);
    private readonly CancellationTokenSource _stop = new();

    /// <returns>Not ready = still being computed; a value of null = the edition has no rank intervals.</returns>
    public async Task<(bool Ready, EditionRobustness? Value)> FindAsync(OpenEdition open, CancellationToken cancellation)
    {
        var making = Making(open);
        await Task.WhenAny(making, Task.Delay(_patience, cancellation));
        return making.IsCompleted ? (true, await making) : (false, null);
    }

    private Task<EditionRobustness?> Making(OpenEdition open)
    {
        lock (_made)
        {
            if (_made.TryGetValue(open.Sha256, out var known) && !known.IsFaulted && !known.IsCanceled)
                return known;
            if (_order.Count == Kept)
                _made.Remove(_order.Dequeue());
            if (!_order.Contains(open.Sha256))
                _order.Enqueue(open.Sha256);
            return _made[open.Sha256] = Task.Run(() => MakeAsync(open));
        }
    }

    private async Task<EditionRobustness?> MakeAsync(OpenEdition open)
    {
        await _one.WaitAsync(_stop.Token);
        try
        {
            return EditionRobustness.Compute(open.Edition, open.Set, Math.Max(1, Environment.ProcessorCount / 2), _stop.Token);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
