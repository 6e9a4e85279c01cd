namespace Dti.Assessment.Storage;

public static class StateSaving
{
    /// <summary>
    /// Writes the next state with its journal entries in one transaction. When the write is refused the grain keeps the
    /// state it had, so that it never serves what is not stored.
    /// </summary>
    public static async Task SaveAsync<T>(this IPersistentState<T> state, T next, params IReadOnlyList<JournalEntry> entries)
        where T : IJournaled
    {
        var previous = state.State;
        next.Journal = entries;
        state.State = next;
        try
        {
            await state.WriteStateAsync();
        }
        catch
        {
            state.State = previous;
            throw;
        }
        finally
        {
            next.Journal = [];
        }
    }

    /// <summary>Writes the state as it stands in memory with its journal entries.</summary>
    public static Task SaveAsync<T>(this IPersistentState<T> state, params IReadOnlyList<JournalEntry> entries)
        where T : IJournaled => state.SaveAsync(state.State, entries);
}
