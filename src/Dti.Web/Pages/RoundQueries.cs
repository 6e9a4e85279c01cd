using Dti.Assessment.Rounds;
using Dti.Assessment.Storage;
using Dti.Assessment.Submissions;

namespace Dti.Web.Pages;

/// <summary>Rounds and submissions read from the grains' own rows.</summary>
public sealed class RoundQueries(IStateReader rows)
{
    /// <summary>Newest year first.</summary>
    public async Task<IReadOnlyList<Round>> RoundsAsync(CancellationToken cancellation)
    {
        var rounds = new List<Round>();
        await foreach (var row in rows.ListAsync<Round>("round", "round/", cancellation))
            rounds.Add(row.Value);
        return [.. rounds.OrderByDescending(round => round.Year).ThenBy(round => round.Id, StringComparer.Ordinal)];
    }

    public async Task<Round?> FindAsync(string round, CancellationToken cancellation) =>
        (await rows.ReadAsync<Round>("round", RoundKey.Of(round), cancellation))?.Value;

    /// <summary>What was saved at least once in the round, by unit and quarter.</summary>
    public async Task<IReadOnlyDictionary<(string Unit, string Quarter), Submission>> SubmissionsAsync(string round, CancellationToken cancellation)
    {
        var submissions = new Dictionary<(string, string), Submission>();
        await foreach (var row in rows.ListAsync<Submission>("submission", $"{round}/", cancellation))
            submissions[(row.Value.Unit, row.Value.Quarter)] = row.Value;
        return submissions;
    }
}
