using Dti.Scoring.Scores;

namespace Dti.Scoring.Uncertainty;

/// <summary>Runs draws on several threads: scores, ranks, and what each unit's rank was in each draw.</summary>
internal sealed class RankDraws(DrawnModel model, IDraws draws, RankPools pools)
{
    private const int Batch = 16;
    private const int LargestBatch = 1 << 20;

    private int _next;
    private int _done;
    private (int Batch, ScoringException Fault)? _fault;
    private readonly Lock _lock = new();

    /// <param name="ranks">Slot by slot, one number a draw (<see cref="PoolRanks.Scale"/>); 0 = no rank.</param>
    /// <param name="threads">How many; the ranks do not depend on it.</param>
    /// <param name="progress">Told how many draws are done.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public void Fill(ushort[] ranks, int threads, IProgress<int>? progress, CancellationToken cancellation)
    {
        int size = Math.Clamp(LargestBatch / (model.Padded * (model.Errors.Any ? model.Leaves.Length : 1)), 1, Batch);
        Parallel.For(0, threads, new() { MaxDegreeOfParallelism = threads }, _ => Work(ranks, size, progress, cancellation));
        cancellation.ThrowIfCancellationRequested();
        if (_fault is { } fault)
            throw fault.Fault;
    }

    /// <summary>Batches are taken in rising order and finished once taken, so that of several faults the same one is told whatever the threads did.</summary>
    private void Work(ushort[] ranks, int size, IProgress<int>? progress, CancellationToken cancellation)
    {
        var batch = new DrawBatch(model, draws, pools, size);
        while (!cancellation.IsCancellationRequested && !HasFault())
        {
            int number = Interlocked.Increment(ref _next) - 1;
            if (number * (long)size >= draws.Count)
                return;
            int first = number * size, count = Math.Min(size, draws.Count - first);
            try
            {
                batch.Fill(first, count, ranks);
            }
            catch (ScoringException fault)
            {
                lock (_lock)
                    if (_fault is null || number < _fault.Value.Batch)
                        _fault = (number, fault);
            }
            progress?.Report(Interlocked.Add(ref _done, count));
        }
    }

    private bool HasFault()
    {
        lock (_lock)
            return _fault is not null;
    }
}
