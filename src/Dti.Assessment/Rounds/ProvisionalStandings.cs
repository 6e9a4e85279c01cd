using System.Collections.Immutable;
using Dti.Assessment.Editions;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;

namespace Dti.Assessment.Rounds;

/// <summary>Scores and ranks from what is known today: the same plan as the official score, with each unit's own values where nobody verified.</summary>
internal static class ProvisionalStandings
{
    public static async Task<ImmutableArray<Standing>> ComputeAsync(Round round, StoredSet stored, DateTimeOffset now, IGrainFactory grains)
    {
        var cells = await InputGathering.GatherAsync(round, stored.Set, now, grains);
        IReadOnlyList<EditionUnit> units = [.. round.Participants.Select(p => new EditionUnit(p.Unit, p.NameVi, p.NameEn, p.Group, p.Pool, p.Ranked))];
        var table = YearTable.Build(stored.Set, units, cells, LayerChoice.Provisional).Table;
        var scores = ScoringPlan.Compile(stored.Set).Score(table);
        double[] roots = [.. Enumerable.Range(0, table.Units.Count).Select(scores.Root)];
        return [.. Ranking.Rank(stored.Set, table, roots).Select(row => new Standing(table.Units[row.Unit].Code, row.Score, row.Rank))];
    }
}
