namespace Dti.Assessment.Storage.Sqlite;

/// <summary>One row to write (or, without payload, to delete) if it still has the expected version; none expected means no row.</summary>
internal sealed record RowWrite(string StateName, string Key, string? Payload, int? Expected, IReadOnlyList<JournalEntry> Entries)
{
    private readonly TaskCompletionSource<int?> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The row's new version once it is on the disk; null when the expected version was not there.</summary>
    public Task<int?> Done => done.Task;

    public void Answer(int? version) => done.TrySetResult(version);

    public void Refuse(Exception fault) => done.TrySetException(fault);
}
