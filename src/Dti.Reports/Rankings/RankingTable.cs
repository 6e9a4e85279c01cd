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

    /// <summary>
    /// RFC 4180 with the header <c>group,rank,unit,name,score</c>, and <c>rank_low,rank_median,rank_high,tier</c> after it where the
    /// edition has rank intervals; UTF-8 without a byte order mark.
    /// </summary>
    public static byte[] Csv(Edition edition)
    {
        var names = edition.Units.ToDictionary(unit => unit.Code, unit => unit.NameVi);
        bool intervals = edition.Ranking.Any(row => row.RankLow is not null);
        var text = new StringBuilder("group,rank,unit,name,score").Append(intervals ? ",rank_low,rank_median,rank_high,tier\r\n" : "\r\n");
        foreach (var row in edition.Ranking)
        {
            string[] cells = [row.Group, Plain(row.Rank), row.Unit, names.GetValueOrDefault(row.Unit, row.Unit), Plain(row.Score), .. Interval(row, intervals)];
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
                row.RankMedian,
                row.Tier,
            }),
        }, _json);
    }

    private static string[] Interval(EditionRank row, bool shown) =>
        shown ? [Plain(row.RankLow), Plain(row.RankMedian), Plain(row.RankHigh), row.Tier ?? ""] : [];

    private static string Plain(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
