using System.Globalization;
using System.Text;
using Dti.Assessment.Rounds;
using Dti.Scoring.Sets;

namespace Dti.Web.Demo;

/// <summary>
/// Four earlier years' invented totals as the file a department would import (<c>unit,code,year,score,comparable</c>). The first of them was
/// made by another method and stands alone. Units that began later have none.
/// </summary>
internal static class DemoHistory
{
    public const int First = 2019;
    public const int Last = 2022;

    public static string Write(IEnumerable<Participant> participants, IndicatorSet set)
    {
        string folder = Directory.CreateTempSubdirectory("dti-demo-").FullName;
        string file = Path.Combine(folder, "lich-su-minh-hoa.csv");
        var text = new StringBuilder("unit,code,year,score,comparable\n");
        foreach (var participant in participants.Where(unit => unit.From is not { } from || from.Year <= First))
        {
            for (int year = First; year <= Last; year++)
                text.Append(CultureInfo.InvariantCulture, $"{participant.Unit},INDEX,{year},{Math.Round(1000 * Score(participant.Unit, year, set), 2)},{(year == First ? 0 : 1)}\n");
            Families(text, participant, set);
        }
        File.WriteAllText(file, text.ToString());
        return file;
    }

    /// <summary>What the chain makes of such a unit under the set, more or less: the sets of 2023 and 2024 are kinder than the one after them, and the first year's method was kinder still.</summary>
    private static double Score(string unit, int year, IndicatorSet set) =>
        Math.Clamp(DemoStory.Quality(unit, year + 0.75) + 0.02 * (Chance.Of(unit, year, "past") - 0.5) + (year == First ? 0.15 : set.Year <= 2024 ? 0.08 : 0), 0.05, 0.98);

    /// <summary>Points of the set's families that add up to the total, where the total is out of what applies to the unit; the first year's method had none.</summary>
    private static void Families(StringBuilder text, Participant unit, IndicatorSet set)
    {
        double[] points = [.. set.Nodes.Select(family => Points(family, unit))];
        for (int year = First + 1; year <= Last; year++)
        {
            double score = Score(unit.Unit, year, set);
            double[] apart = [.. set.Nodes.Select(family => 0.2 * (Chance.Of(unit.Unit, family.Code, "strength") - 0.5) + 0.04 * (Chance.Of(unit.Unit, family.Code, year, "past") - 0.5))];
            double mean = points.Zip(apart, (most, by) => most * by).Sum() / points.Sum();
            // At the ends of the scale there is no room to stand apart.
            double room = Math.Min(1, 5 * Math.Min(score, 1 - score));
            for (int i = 0; i < points.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $"{unit.Unit},{set.Nodes[i].Code},{year},{Math.Round(points[i] * Math.Clamp(score + room * (apart[i] - mean), 0, 1), 2)},1\n");
        }
    }

    private static double Points(Node node, Participant unit) => node.Children.Sum(child => Points(child, unit))
        + (node.Indicator is { Scored: true } indicator && indicator.AppliesTo(unit.Unit, unit.Group) ? indicator.Points : 0);
}
