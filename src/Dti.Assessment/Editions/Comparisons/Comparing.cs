using Dti.Scoring.Explanations;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions.Comparisons;

/// <summary>Two editions of one series laid beside each other. Pure: the same two give the same comparison, which is how a file's own is checked.</summary>
public static class Comparing
{
    /// <param name="now">The later edition; a comparison it may already carry plays no part.</param>
    /// <param name="set">Its set.</param>
    /// <param name="previous">The edition of the year before.</param>
    public static EditionComparison Of(Edition now, IndicatorSet set, PreviousEdition previous) => Beside(now, set, previous, causes: true);

    /// <summary>The same for a year further back, without the causes of changes: what happened in the years between belongs to their own comparisons.</summary>
    public static EditionComparison Earlier(Edition now, IndicatorSet set, PreviousEdition past) => Beside(now, set, past, causes: false);

    private static EditionComparison Beside(Edition now, IndicatorSet set, PreviousEdition previous, bool causes)
    {
        var old = ScoringPlan.Compile(previous.Set).Score(TranslatedCells.Own(previous.Edition, previous.Set));
        var cast = BackCast.Make(previous, set, out string? why);
        var pairs = new NodePairs(cast?.Mapping, previous.Set, set);
        double scale = Scale(previous.Set, set);
        string? undecomposed = null;
        var changes = cast is null || !causes
            ? new Dictionary<string, RankChange>()
            : ChangeDecomposition.Of(now, cast.Plan.Score(TranslatedCells.Own(now, set)), previous, old, cast, out undecomposed);
        return new()
        {
            PreviousId = previous.Edition.Id,
            PreviousSha256 = previous.Sha256,
            PreviousYear = previous.Edition.Year,
            PreviousSetSha256 = previous.Edition.Set.Sha256,
            Rescored = cast?.Partial.Share ?? 0,
            Scale = scale,
            NotRescored = why,
            NotDecomposed = undecomposed,
            Unmapped = cast?.Partial.Left ?? [],
            Dropped = cast is null ? [] : [.. pairs.Dropped(previous.Set).Select(node => new DroppedIndicator(node.Code, node.Name.Vi))],
            Units = Units(now, set, previous.Edition, cast, pairs, changes),
            BackCast = cast is null ? [] : [.. OldUnits(previous.Edition, cast, new(old, cast.Scores, pairs, scale))],
        };
    }

    private static ComparedUnit[] Units(
        Edition now, IndicatorSet set, Edition previous, BackCast? cast, NodePairs pairs, IReadOnlyDictionary<string, RankChange> changes)
    {
        var published = previous.Scores.ToDictionary(score => (score.Unit, score.Code), score => score.Score);
        var known = previous.Units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var ranks = previous.Ranking.ToDictionary(row => row.Unit, StringComparer.Ordinal);
        double full = FullPoints(set) ?? 1;
        string[] codes = [ScoringPlan.RootCode, .. set.AllNodes().Select(node => node.Code)];
        return [.. now.Units.Select(One)];

        ComparedUnit One(EditionUnit unit)
        {
            var past = UnitPast.Of(unit, previous.Year);
            ComparedNode[] nodes = [.. codes.Select(code => Node(past, code)).Where(node => node.Score is not null || node.BackCast is not null)];
            double? score = past.Mean(source => published.GetValueOrDefault((source, ScoringPlan.RootCode)));
            var was = past.Computed || past.Sources is not [var only] ? null : ranks.GetValueOrDefault(only.Unit);
            bool same = was is not null && was.Group == unit.Group && was.Pool == unit.Pool;
            var change = past.Computed ? null : changes.GetValueOrDefault(unit.Code);
            return new()
            {
                Unit = unit.Code,
                Computed = past.Computed && past.Sources.Count > 0,
                Predecessors = past.IsItself ? null : past.Sources,
                Score = score,
                Rank = same ? was!.Rank : null,
                BackCastScore = past.Mean(source => cast?.Score(source, ScoringPlan.RootCode)),
                BackCastRank = same ? cast?.Rank(was!.Unit) : null,
                Reason = score is null ? Reason(past, unit) : null,
                Nodes = nodes,
                ScoreChange = Parts(change?.Score, full),
                RankChange = same ? Parts(change?.Rank, 1) : null,
            };
        }

        ComparedNode Node(UnitPast past, string code) => new(
            code, pairs.OldOf(code),
            pairs.OldOf(code) is { } from ? past.Mean(source => published.GetValueOrDefault((source, from))) : null,
            past.Mean(source => cast?.Score(source, code)));

        string Reason(UnitPast past, EditionUnit unit)
        {
            if (past.Kind is { } lineage && past.Sources.Count == 0)
                return FormattableString.Invariant($"{Became(lineage.Kind)} từ ngày {lineage.Since:dd'/'MM'/'yyyy}, không có số liệu năm {previous.Year} để so sánh.");
            string[] missing = [.. past.Sources.Select(source => source.Unit).Where(source => !known.Contains(source))];
            return missing.Length == 0 ? $"Ấn bản {previous.Id} không có điểm của {(past.IsItself ? "đơn vị" : "đơn vị tiền thân")}."
                : past.IsItself ? $"Đơn vị không có trong ấn bản {previous.Id}."
                : $"Đơn vị tiền thân {string.Join(", ", missing)} không có trong ấn bản {previous.Id}.";
        }
    }

    private static string Became(LineageKind kind) => kind switch
    {
        LineageKind.Split => "Đơn vị hình thành do chia tách",
        LineageKind.Merged => "Đơn vị hợp nhất",
        LineageKind.Renamed => "Đơn vị thay cho đơn vị cũ",
        _ => "Đơn vị mới hoạt động",
    };

    private static IEnumerable<BackCastUnit> OldUnits(Edition previous, BackCast cast, IndicatorDifferences differences)
    {
        var ranks = previous.Ranking.ToDictionary(row => row.Unit, StringComparer.Ordinal);
        var published = previous.Scores.Where(score => score.Depth == 0).ToDictionary(score => score.Unit, score => score.Score, StringComparer.Ordinal);
        for (int row = 0; row < previous.Units.Count; row++)
        {
            var unit = previous.Units[row];
            yield return new()
            {
                Unit = unit.Code,
                NameVi = unit.NameVi,
                Group = ranks[unit.Code].Group,
                Pool = unit.Pool,
                Score = published[unit.Code],
                Rank = ranks[unit.Code].Rank,
                BackCastScore = cast.Score(unit.Code, ScoringPlan.RootCode),
                BackCastRank = cast.Rank(unit.Code),
                Differences = cast.Knows(row) ? differences.Of(row) : [],
            };
        }
    }

    private static ChangeParts? Parts(Contributions? parts, double full) => parts is not { } of ? null
        : new(of.Sum * full, of.Own * full, of.Others * full, of.Method * full, of.EntryAndExit * full);

    private static double Scale(IndicatorSet from, IndicatorSet to) => FullPoints(from) is > 0 and var old && FullPoints(to) is > 0 and var now ? now / old : 1;

    private static double? FullPoints(IndicatorSet set) =>
        set.Kind == SetKind.Points ? set.Indicators().Where(node => node.Indicator!.Scored).Sum(node => node.Indicator!.Points) : null;
}
