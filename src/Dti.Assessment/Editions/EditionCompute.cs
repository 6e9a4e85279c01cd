using Dti.Scoring.Quarters;
using Dti.Scoring.Rankings;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;
using Dti.Scoring.Uncertainty;

namespace Dti.Assessment.Editions;

/// <summary>
/// Frozen inputs → edition: choose the layer that counts in every cell, make the year from its quarters, score, rank. Pure: the same
/// inputs give the same edition, which is how <see cref="EditionCheck"/> checks one.
/// </summary>
public static class EditionCompute
{
    /// <exception cref="EditionException">The inputs cannot be published as they are; every reason found is named.</exception>
    public static Edition Compute(EditionInputs frozen)
    {
        var set = frozen.Set;
        Refuse([.. EditionFaults.Of(frozen)]);

        var official = LayerChoice.Official(set);
        var columns = YearColumns.Of(set);
        EditionInput[] cells = [.. frozen.Cells.Select(cell => cell with { Counted = columns.Find(cell.Key) is { } column ? official(column, cell) : Layer.None })];
        var year = YearTable.Build(set, frozen.Units, cells, (_, cell) => cell.Counted);
        Refuse(year.Faults);

        var scores = Score(set, year);
        var ranking = Ranking.Rank(set, year.Table, [.. Enumerable.Range(0, frozen.Units.Count).Select(scores.Root)]);
        var uncertainty = RankIntervals.Draw(scores, ranking, frozen.Uncertainty);
        return new()
        {
            Id = Id(set, frozen.Number),
            Year = set.Year,
            Number = frozen.Number,
            PublishedAt = frozen.PublishedAt,
            PublishedBy = frozen.PublishedBy,
            Publisher = frozen.Publisher,
            SoftwareVersion = frozen.SoftwareVersion,
            Notice = frozen.Notice,
            Set = new(set.Code, set.Year, set.Title.Vi, set.Title.En, Issued(set.Issued), frozen.SetSha256, frozen.SetYaml),
            Units = frozen.Units,
            Inputs = InOrder(cells, frozen.Units, columns),
            Scores = [.. Rows(frozen.Units, scores)],
            Ranking = [.. ranking.Select(row => Row(row, frozen.Units[row.Unit].Code, uncertainty?.Units[row.Unit]))],
            Uncertainty = uncertainty is null ? null : frozen.Uncertainty,
            Forecast = frozen.Forecast,
            History = frozen.History,
            Notes = frozen.Notes,
            Errata = frozen.Errata,
            PreviousSha256 = frozen.PreviousSha256,
        };
    }

    /// <summary><c>nghe-an-data-2025.1</c>.</summary>
    public static string Id(IndicatorSet set, int number) => FormattableString.Invariant($"{set.Code}-{set.Year}.{number}");

    private static SetScores Score(IndicatorSet set, YearTable year)
    {
        try
        {
            return ScoringPlan.Compile(set).Score(year.Table);
        }
        catch (ScoringException fault)
        {
            throw new EditionException([new(fault.Code, "", fault.Message)]);
        }
    }

    private static EditionInput[] InOrder(EditionInput[] cells, IReadOnlyList<EditionUnit> units, YearColumns columns)
    {
        var order = units.Select((unit, i) => (unit.Code, i)).ToDictionary(unit => unit.Code, unit => unit.i, StringComparer.Ordinal);
        return [.. cells.OrderBy(cell => order[cell.Unit]).ThenBy(cell => columns.IndexOf(cell.Key)).ThenBy(cell => YearTable.IndexOf(cell.Quarter))];
    }

    private static IEnumerable<EditionScore> Rows(IReadOnlyList<EditionUnit> units, SetScores scores)
    {
        for (int unit = 0; unit < units.Count; unit++)
            foreach (var node in scores.Plan.Nodes)
                yield return new(units[unit].Code, node.Code, node.Depth, Known(scores.Values[node.Index][unit], unit, node), Known(scores.Maxima?[node.Index][unit], unit, node));

        double? Known(double? value, int unit, PlanNode node) => value switch
        {
            null or double.NaN => null,
            double.PositiveInfinity or double.NegativeInfinity =>
                throw new EditionException([new("not-finite", $"{units[unit].Code} {node.Code}", "the score is larger than a number can be")]),
            _ => value,
        };
    }

    /// <summary>A unit that had a rank in no draw has no interval.</summary>
    private static EditionRank Row(RankedUnit row, string code, RankInterval? drawn) => drawn is null or { Low: double.NaN }
        ? new(row.Group, row.Pool, row.Rank, code, row.RoundedScore)
        : new(row.Group, row.Pool, row.Rank, code, row.RoundedScore, drawn.Low, drawn.High, drawn.Median, drawn.Tier);

    private static string? Issued(Issue? issue) => issue is null ? null : FormattableString.Invariant($"{issue.Number}, {issue.Date:dd'/'MM'/'yyyy}");

    private static void Refuse(IReadOnlyList<EditionFault> faults)
    {
        if (faults.Count > 0)
            throw new EditionException(faults);
    }
}
