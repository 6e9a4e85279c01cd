using System.Globalization;
using System.Text;
using Dti.Assessment.Rounds;

namespace Dti.Web.Demo;

/// <summary>
/// Five earlier years' invented totals as the file a department would import (<c>unit,code,year,score,comparable</c>). The first of them was
/// made by another method and stands alone. Units that began later have none.
/// </summary>
internal static class DemoHistory
{
    public const int First = 2019;
    public const int Last = 2023;

    public static string Write(IEnumerable<Participant> participants)
    {
        string folder = Directory.CreateTempSubdirectory("dti-demo-").FullName;
        string file = Path.Combine(folder, "lich-su-minh-hoa.csv");
        var text = new StringBuilder("unit,code,year,score,comparable\n");
        foreach (var participant in participants.Where(unit => unit.From is not { } from || from.Year <= First))
        {
            for (int year = First; year <= Last; year++)
                text.Append(CultureInfo.InvariantCulture, $"{participant.Unit},INDEX,{year},{Math.Round(1000 * Score(participant.Unit, year), 2)},{(year == First ? 0 : 1)}\n");
        }
        File.WriteAllText(file, text.ToString());
        return file;
    }

    /// <summary>What the chain makes of such a unit, more or less; the first year's method was kinder.</summary>
    private static double Score(string unit, int year) =>
        Math.Clamp(DemoStory.Quality(unit, year + 0.75) + 0.02 * (Chance.Of(unit, year, "past") - 0.5) + (year == First ? 0.15 : 0), 0.05, 0.98);
}
