namespace Dti.Assessment.Storage;

/// <summary>
/// A state whose changes are noted. The entries travel in the state and are written to the journal table in the
/// transaction of the row; the row itself never keeps them.
/// </summary>
public interface IJournaled
{
    IReadOnlyList<JournalEntry> Journal { get; set; }
}

/// <summary>Who did what to which subject (the grain's key) and cell; <paramref name="Before"/> and <paramref name="After"/> are JSON text.</summary>
[GenerateSerializer, Alias("dti.journal-entry"), Immutable]
public sealed record JournalEntry(
    DateTimeOffset At, string Actor, string Action, string Subject, string? Cell = null, string? Before = null, string? After = null);

/// <summary>An entry as kept, with the state it belongs to and the version of the row that it led to.</summary>
public sealed record JournalRecord(
    long Id, DateTimeOffset At, string Actor, string Action, string Subject, string? Cell, string? Before, string? After, string StateName, int Version);

public interface IJournalReader
{
    /// <summary>Entries whose subject begins with the prefix, newest first.</summary>
    Task<IReadOnlyList<JournalRecord>> ReadAsync(string subjectPrefix, int limit, CancellationToken cancellation = default);
}
