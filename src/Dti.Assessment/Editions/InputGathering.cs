using System.Collections.Immutable;
using Dti.Assessment.Indicators;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Editions;

/// <summary>
/// Every cell of a frozen round with its layers. Submissions and indicators are asked through their grains, not read from the store:
/// the call waits for a command still under way, and later ones see the freeze.
/// </summary>
internal static class InputGathering
{
    private const int AtOnce = 64;

    /// <param name="round">Frozen.</param>
    /// <param name="set">Its set.</param>
    /// <param name="at">The moment of the freeze: a report not due by then is not missing.</param>
    /// <param name="grains">Asked for every submission and measurement.</param>
    public static async Task<IReadOnlyList<EditionInput>> GatherAsync(Round round, IndicatorSet set, DateTimeOffset at, IGrainFactory grains)
    {
        var columns = Columns.Of(set).Where(column => column.Input is not null).ToList();
        var measured = await MeasuredAsync(round, columns, grains);
        var inputs = new List<EditionInput>();
        foreach (var chunk in round.Participants.Chunk(AtOnce / 4))
        {
            var answers = await Task.WhenAll(chunk.Select(participant => OfUnitAsync(round, participant, columns, measured, at, grains)));
            inputs.AddRange(answers.SelectMany(answer => answer));
        }
        return inputs;
    }

    private static async Task<Dictionary<(string Unit, string Quarter, string Key), MeasuredValue>> MeasuredAsync(Round round, List<Column> columns, IGrainFactory grains)
    {
        var codes = columns.Where(column => column.Input!.From.Kind is InputSourceKind.Metric or InputSourceKind.Survey).Select(column => column.Node.Code).Distinct();
        var rows = await Task.WhenAll(codes.Select(code => grains.GetGrain<IIndicatorGrain>(IndicatorKey.Of(round.Id, code)).Get()));
        return rows.SelectMany(row => row.Values.Values).ToDictionary(o => (o.Unit, o.Quarter, o.Key));
    }

    private static async Task<List<EditionInput>> OfUnitAsync(
        Round round, Participant participant, List<Column> columns, Dictionary<(string, string, string), MeasuredValue> measured, DateTimeOffset at, IGrainFactory grains)
    {
        var submissions = await Task.WhenAll(round.Quarters.Select(async quarter => (quarter,
            (await grains.GetGrain<ISubmissionGrain>(new SubmissionKey(round.Id, participant.Unit, quarter.Code).ToString()).Get()).Submission)));
        var inputs = new List<EditionInput>();
        foreach (var column in columns.Where(column => column.Node.Indicator!.AppliesTo(participant.Unit, participant.Group)))
        {
            foreach (var (quarter, submission) in submissions)
            {
                var input = column.Input!.From.Kind == InputSourceKind.System
                    ? TimelinessOf(column, quarter, submission, participant.LivedThrough(round.Year, quarter.Code), at)
                    : CellOf(column, quarter, submission, measured.GetValueOrDefault((participant.Unit, quarter.Code, column.Key)));
                if (input is not null)
                    inputs.Add(input);
            }
        }
        return inputs;
    }

    private static EditionInput? CellOf(Column column, Quarter quarter, Submission submission, MeasuredValue? observation)
    {
        var cell = submission.CellOf(column.Key);
        // What a unit typed counts once it is submitted; a draft is not a statement yet.
        var self = submission.FirstSubmittedAt is null ? null : cell.Self;
        if (self is null && cell.Verified is null && observation is null)
            return null;
        var source = cell.Verified ?? (observation is null ? self : new Entry(observation.Value, observation.Source, observation.At));
        // Corrected to nothing: no other layer may step in for the verified one, which has no value to stand before them.
        bool nothing = cell is { Verdict: Verdict.Corrected, Verified.Value: null };
        return new()
        {
            Unit = submission.Unit,
            Key = column.Key,
            Quarter = quarter.Code,
            Self = nothing ? null : self?.Value,
            Measured = nothing ? null : observation?.Value,
            Verified = cell.Verified?.Value,
            Counted = Layer.None,
            By = source?.By,
            At = source?.At,
            Reason = cell.Reason,
            Evidence = [.. cell.Evidence.Select(link => new EditionEvidence(link.Sha256, link.Name, link.Citation))],
        };
    }

    /// <summary>
    /// The system makes a timeliness cell from the first submission's time, in the quarter the column is for. Of a quarter the unit was
    /// not there to report, and of one not due yet, no report is missing.
    /// </summary>
    private static EditionInput? TimelinessOf(Column column, Quarter quarter, Submission submission, bool lived, DateTimeOffset now) =>
        column.Input!.Id != quarter.Code ? null : new()
        {
            Unit = submission.Unit,
            Key = column.Key,
            Quarter = quarter.Code,
            Measured = InputValue.Of(!lived ? "not_due"
                : submission.FirstSubmittedAt is { } at ? (at <= quarter.Due ? "on_time" : "late")
                : now <= quarter.Due ? "not_due" : "none"),
            Counted = Layer.Measured,
            By = "system",
            At = submission.FirstSubmittedAt,
        };
}
