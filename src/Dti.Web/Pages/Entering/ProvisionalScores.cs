using Dti.Assessment.Editions;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;
using Dti.Scoring.Scores;
using Dti.Scoring.Sets;

namespace Dti.Web.Pages.Entering;

/// <summary>
/// What the unit's answers earn as things stand, by the same plan as the official score: its own values where nobody verified. Rules that
/// compare with the peer group see this unit alone, so the page calls the figure provisional.
/// </summary>
public sealed class ProvisionalScores
{
    private readonly SetScores _scores;
    private readonly Dictionary<string, int> _index;

    private ProvisionalScores(SetScores scores)
    {
        _scores = scores;
        _index = scores.Plan.Nodes.ToDictionary(node => node.Code, node => node.Index, StringComparer.Ordinal);
    }

    public double Total => _scores.Root(0);

    public double? Of(string code) => _index.TryGetValue(code, out int node) && _scores.Values[node][0] is var score && !double.IsNaN(score) ? score : null;

    public double? MaximumOf(string code) =>
        _index.TryGetValue(code, out int node) && _scores.Maxima?[node][0] is { } most && !double.IsNaN(most) ? most : null;

    public static ProvisionalScores Compute(Round round, Participant unit, IndicatorSet set, IEnumerable<(Quarter Quarter, SubmissionView View)> quarters)
    {
        var columns = Columns.Of(set).Where(column => column.Input is not null && column.Node.Indicator!.AppliesTo(unit.Unit, unit.Group)).ToList();
        EditionInput[] cells = [.. quarters.SelectMany(quarter => columns.Select(column => CellOf(round.Year, unit, column, quarter.Quarter, quarter.View)).OfType<EditionInput>())];
        var table = YearTable.Build(
            set, [new(unit.Unit, unit.NameVi, unit.NameEn, unit.Group, unit.Pool, unit.Ranked)], cells, LayerChoice.Provisional).Table;
        return new(ScoringPlan.Compile(set).Score(table));
    }

    private static EditionInput? CellOf(int year, Participant unit, Column column, Quarter quarter, SubmissionView view)
    {
        var cell = view.Submission.CellOf(column.Key);
        var measured = view.Measured.GetValueOrDefault(column.Key)?.Value;
        if (column.Input!.From.Kind == InputSourceKind.System)
            measured = column.Input.Id != quarter.Code ? null
                : !unit.LivedThrough(year, quarter.Code) ? InputValue.Of("not_due")
                : view.Submission.FirstSubmittedAt is { } at ? InputValue.Of(at <= quarter.Due ? "on_time" : "late") : null;
        if (measured is null && cell is { Self: null, Verified: null })
            return null;
        return new()
        {
            Unit = unit.Unit,
            Key = column.Key,
            Quarter = quarter.Code,
            Self = cell.Self?.Value,
            Measured = measured,
            Verified = cell.Verified?.Value,
            Counted = Layer.None,
        };
    }
}
