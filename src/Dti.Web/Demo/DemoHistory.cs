using System.Globalization;
using System.Text;
using Dti.Assessment.Rounds;

namespace Dti.Web.Demo;

/// <summary>Five earlier years' invented totals as the file a department would import (<c>unit,code,year,score</c>).</summary>
internal static class DemoHistory
{
    public const int First = 2020;
    public const int Last = 2024;

    public static string Write(IEnumerable<Participant> participants)
    {
        string folder = Directory.CreateTempSubdirectory("dti-demo-").FullName;
        string file = Path.Combine(folder, "lich-su-minh-hoa.csv");
        var text = new StringBuilder("unit,code,year,score\n");
        foreach (var participant in participants)
        {
            for (int year = First; year <= Last; year++)
            {
                double score = 1000 * Math.Clamp(DemoFigures.Quality(participant.Unit, year) + 0.05 * (Chance.Of(participant.Unit, year, "past") - 0.5), 0.05, 0.98);
                text.Append(CultureInfo.InvariantCulture, $"{participant.Unit},INDEX,{year},{Math.Round(score, 2)}\n");
            }
        }
        File.WriteAllText(file, text.ToString());
        return file;
    }
}
