namespace Dti.Assessment.Editions;

/// <summary>Where an edition says something else than what its own inputs give; the first place of each part, numbers compared exactly.</summary>
internal static class EditionDifferences
{
    internal static IEnumerable<string> Of(Edition found, Edition computed) => new[]
    {
        Header(found, computed),
        First("inputs", found.Inputs, computed.Inputs, cell => $"{cell.Unit} {cell.Key} {cell.Quarter}", (there, here) => Named("layer that counts", there.Counted, here.Counted)),
        First("scores", found.Scores, computed.Scores, row => $"{row.Unit} {row.Code}", (there, here) =>
            Named("depth", there.Depth, here.Depth) ?? Numbers("score", there.Score, here.Score) ?? Numbers("maximum", there.Maximum, here.Maximum)),
        First("ranking", found.Ranking, computed.Ranking, row => row.Unit, (there, here) =>
            Named("group", there.Group, here.Group) ?? Named("pool", there.Pool, here.Pool) ?? Numbers("rank", there.Rank, here.Rank) ?? Numbers("score", there.Score, here.Score)
            ?? (found.Uncertainty is null ? null : Interval(there, here))),
        found.Uncertainty == computed.Uncertainty ? null : "uncertainty: it is said to be drawn, but these inputs cannot be drawn from",
    }.OfType<string>();

    private static string? Interval(EditionRank there, EditionRank here) =>
        Numbers("low rank", there.RankLow, here.RankLow)
        ?? Numbers("median rank", there.RankMedian, here.RankMedian)
        ?? Numbers("high rank", there.RankHigh, here.RankHigh)
        ?? Named("tier", there.Tier, here.Tier);

    private static string? Header(Edition found, Edition computed) =>
        Named("id", found.Id, computed.Id)
        ?? Named("year", found.Year, computed.Year)
        ?? Named("set code", found.Set.Code, computed.Set.Code)
        ?? Named("set year", found.Set.Year, computed.Set.Year)
        ?? Named("set title", found.Set.TitleVi, computed.Set.TitleVi)
        ?? Named("set title in English", found.Set.TitleEn, computed.Set.TitleEn)
        ?? Named("set decision", found.Set.Issued, computed.Set.Issued);

    private static string? First<T>(string part, IReadOnlyList<T> found, IReadOnlyList<T> computed, Func<T, string> place, Func<T, T, string?> compare)
    {
        for (int i = 0; i < Math.Min(found.Count, computed.Count); i++)
        {
            if (place(found[i]) != place(computed[i]))
                return $"{part}: row {i + 1} is of {place(found[i])}, where {place(computed[i])} belongs";
            if (compare(found[i], computed[i]) is { } difference)
                return $"{part}: {place(found[i])}: {difference}";
        }
        return found.Count == computed.Count ? null : $"{part}: {found.Count} rows, where {computed.Count} belong";
    }

    private static string? Numbers(string name, double? found, double? computed) => found == computed ? null : Named(name, Text(found), Text(computed));

    private static string? Named<T>(string name, T found, T computed) =>
        EqualityComparer<T>.Default.Equals(found, computed) ? null : $"{name} is {Shown(found)}, where {Shown(computed)} belongs";

    private static string Text(double? value) => value is { } number ? EcmaScriptNumber.Format(number) : "none";

    private static string Shown<T>(T value) => value is null ? "none" : FormattableString.Invariant($"{value}");
}
