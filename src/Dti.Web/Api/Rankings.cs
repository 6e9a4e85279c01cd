using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Dti.Assessment.Editions;

namespace Dti.Web.Api;

/// <summary>Rankings of published editions by the hash of their file, so each file is read once a server.</summary>
internal sealed class Rankings(EditionQueries editions)
{
    private readonly ConcurrentDictionary<string, RankingDocument> _read = new(StringComparer.Ordinal);

    public async Task<RankingDocument?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await editions.FindAsync(id, cancellation) is not { } published)
            return null;
        if (_read.TryGetValue(published.Sha256, out var known))
            return known;
        byte[] bytes = await editions.BytesAsync(published, cancellation)
            ?? throw new InvalidOperationException($"The store lacks the file {published.Sha256} of edition {id}; restore it from a backup.");
        var edition = EditionFile.Read(bytes).Edition
            ?? throw new InvalidOperationException($"The file {published.Sha256} of edition {id} no longer reads; restore it from a backup.");
        return _read[published.Sha256] = RankingDocument.Of(edition, published.Sha256);
    }
}

internal sealed record RankingDocument(string Edition, string Sha256, int Year, string Set, string? Notice, IReadOnlyList<RankDocument> Ranking)
{
    public static RankingDocument Of(Edition edition, string sha256)
    {
        var names = edition.Units.ToDictionary(unit => unit.Code, unit => unit.NameVi);
        return new(edition.Id, sha256, edition.Year, edition.Set.Code, edition.Notice,
            [.. edition.Ranking.Select(row => new RankDocument(row.Group, row.Pool, row.Rank, row.Unit, names.GetValueOrDefault(row.Unit, row.Unit), row.Score, row.RankLow, row.RankHigh, row.RankMedian, row.Tier))]);
    }

    /// <summary>As <c>compute</c> writes it, with the unit's name and pool at the end.</summary>
    public string Csv()
    {
        bool intervals = Ranking.Any(row => row.RankLow is not null);
        var text = new StringBuilder("group,rank,unit,score,").Append(intervals ? "rank_low,rank_median,rank_high,tier," : "").Append("name,pool\n");
        foreach (var row in Ranking)
        {
            string[] drawn = intervals ? [Number(row.RankLow), Number(row.RankMedian), Number(row.RankHigh), Cell(row.Tier ?? "")] : [];
            text.AppendJoin(',', [Cell(row.Group), Number(row.Rank), Cell(row.Unit), Number(row.Score), .. drawn, Cell(row.Name), Cell(row.Pool)]).Append('\n');
        }
        return text.ToString();
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string text) => text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

internal sealed record RankDocument(string Group, string Pool, double? Rank, string Unit, string Name, double? Score, double? RankLow, double? RankHigh, double? RankMedian, string? Tier);
