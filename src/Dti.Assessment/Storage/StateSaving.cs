using Dti.Assessment.Storage.Postgres;
using Npgsql;

namespace Dti.Assessment.Storage;

public static class StateSaving
{
    /// <summary>
    /// Writes the next state with its journal entries in one transaction. When the write is refused the grain keeps the
    /// state it had, so that it never serves what is not stored.
    /// </summary>
    /// <exception cref="Orleans.Storage.InconsistentStateException">Another writer was first; Orleans starts the grain afresh.</exception>
    /// <exception cref="StoreFault">The store refused the write: the disk is full, the database is away.</exception>
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
        catch (Exception fault)
        {
            state.State = previous;
            if (Refusal(fault) is { } refusal)
            {
                throw refusal;
            }

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

    /// <summary>Orleans wraps what the storage throws, all but version conflicts.</summary>
    private static StoreFault? Refusal(Exception fault) => fault switch
    {
        OrleansException { InnerException: StoreFault refused } => refused,
        OrleansException { InnerException: NpgsqlException refused } => PostgresFaults.From(refused, "PostgreSQL"),
        _ => null,
    };
}
