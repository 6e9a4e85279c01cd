using Dti.Scoring.Explanations;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Scoring.Tests.Explanations;

/// <summary>
/// The decomposition written out: every coalition's table is made whole, scored and ranked by the plan, and the contributions
/// are means over the twenty-four orders in which the four players can arrive. Columns are the same in both sets.
/// </summary>
internal static class PlainRankChange
{
    private static readonly int[][] Orders = [.. Permutations([0, 1, 2, 3])];

    /// <summary>Contributions to the rank and to the root score for one unit that is in both years; NaN where a world gives none.</summary>
    public static (double[] Rank, double[] Score) Of(IndicatorSet old, IndicatorSet now, UnitTable before, UnitTable after, string unit)
    {
        var worlds = Enumerable.Range(0, 16).Select(coalition => World(old, now, before, after, unit, coalition)).ToArray();
        return (Means([.. worlds.Select(world => world.Rank)]), Means([.. worlds.Select(world => world.Score)]));
    }

    public static (double Rank, double Score) World(IndicatorSet old, IndicatorSet now, UnitTable before, UnitTable after, string unit, int coalition)
    {
        bool own = (coalition & 1) != 0, others = (coalition & 2) != 0, method = (coalition & 4) != 0, units = (coalition & 8) != 0;
        var members = (units ? after : before).Units;
        var rows = members.Select(member =>
        {
            int o = Row(before, member.Code), n = Row(after, member.Code);
            bool isNew = o < 0 || (n >= 0 && (member.Code == unit ? own : others));
            return (Table: isNew ? after : before, Row: isNew ? n : o);
        }).ToList();
        var table = new UnitTable
        {
            Units = members,
            Columns = before.Columns.Keys.ToDictionary(key => key, key => rows.Select(row => row.Table.Columns[key][row.Row]).ToArray()),
        };
        var set = method ? now : old;
        var roots = ScoringPlan.Compile(set).Score(table).Values[0];
        var ranked = Ranking.Rank(set, table, roots).Single(row => members[row.Unit].Code == unit);
        return (ranked.Rank ?? double.NaN, roots[ranked.Unit]);
    }

    private static int Row(UnitTable table, string code) => table.Units.ToList().FindIndex(unit => unit.Code == code);

    private static double[] Means(double[] values)
    {
        var sums = new double[4];
        foreach (int[] order in Orders)
        {
            int arrived = 0;
            foreach (int player in order)
            {
                sums[player] += values[arrived | (1 << player)] - values[arrived];
                arrived |= 1 << player;
            }
        }
        return [.. sums.Select(sum => sum / Orders.Length)];
    }

    private static IEnumerable<int[]> Permutations(int[] of) => of.Length <= 1
        ? [of]
        : of.SelectMany(first => Permutations([.. of.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));
}
