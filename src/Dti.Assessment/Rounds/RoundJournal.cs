using System.Text.Json;
using Dti.Assessment.Storage;

namespace Dti.Assessment.Rounds;

/// <summary>What of a round a write changes: an entry each with the value before and after. None means there is nothing to write.</summary>
internal static class RoundJournal
{
    private static readonly (string Name, Func<Round, object?> Value)[] Parts =
    [
        ("state", round => round.State),
        ("set", round => round.SetSha256),
        ("participants", round => round.Participants),
        ("quarters", round => round.Quarters),
        ("history", round => round.History),
        ("notice", round => round.Notice),
        ("office", round => round.Office),
        ("editions", round => round.Editions),
        // The standings themselves can be computed again; the slot says which they are.
        ("standings", round => round.StandingsSlot),
    ];

    public static List<JournalEntry> Entries(Round before, Round after, DateTimeOffset now, string actor, string action, string subject)
    {
        var entries = new List<JournalEntry>();
        foreach (var (name, value) in Parts)
        {
            string old = Json(value(before)), next = Json(value(after));
            if (old != next)
                entries.Add(new(now, actor, action, subject, name, old, next));
        }
        return entries;
    }

    private static string Json(object? value) => JsonSerializer.Serialize(value, StoreJson.Options);
}
