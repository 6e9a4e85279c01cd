using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dti.Assessment.Editions;

namespace Dti.Reports.Rankings;

/// <summary>The ranking for machines: invariant numbers in shortest round-trip form, rows in the edition's order.</summary>
public static class RankingTable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>RFC 4180 with the header <c>group,rank,unit,name,score</c>; UTF-8 without a byte order mark.</summary>
    public static byte[] Csv(Edition edition)
    {
        var names = edition.Units.ToDictionary(unit => unit.Code, unit => unit.NameVi);
        var text = new StringBuilder("group,rank,unit,name,score\r\n");
        foreach (var row in edition.Ranking)
        {
            string[] cells = [row.Group, Plain(row.Rank), row.Unit, names.GetValueOrDefault(row.Unit, row.Unit), Plain(row.Score)];
            text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
        }
        return new UTF8Encoding(false).GetBytes(text.ToString());
    }

    public static byte[] Json(Edition edition)
    {
        var names = edition.Units.ToDictionary(unit => unit.Code, unit => unit.NameVi);
        return JsonSerializer.SerializeToUtf8Bytes(new
        {
            Edition = edition.Id,
            edition.Year,
            edition.Notice,
            Rows = edition.Ranking.Select(row => new
            {
                row.Group,
                row.Pool,
                row.Rank,
                row.Unit,
                Name = names.GetValueOrDefault(row.Unit, row.Unit),
                row.Score,
                row.RankLow,
                row.RankHigh,
            }),
        }, _json);
    }

    private static string Plain(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
