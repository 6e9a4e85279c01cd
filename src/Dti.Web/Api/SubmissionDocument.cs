using System.Globalization;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;

namespace Dti.Web.Api;

/// <summary>A submission as contract §4 has it.</summary>
internal sealed record SubmissionDocument(
    string Unit, int Year, string Quarter, string State, int Version, string? Due,
    IReadOnlyDictionary<string, CellDocument> Values, IReadOnlyDictionary<string, IReadOnlyList<EvidenceDocument>> Evidence, IReadOnlyList<Fault> Faults)
{
    public static SubmissionDocument Of(SubmissionView view, IndicatorSet set)
    {
        var submission = view.Submission;
        var sources = Columns.Of(set).ToDictionary(column => column.Key, column => column.Input?.From.Kind ?? InputSourceKind.Self);
        return new(
            submission.Unit, submission.Year, submission.Quarter, submission.State.ToString().ToLowerInvariant(), submission.Version, Local(view.Due),
            view.Asked.ToDictionary(key => key, key => CellDocument.Of(submission.CellOf(key), view.Measured.GetValueOrDefault(key), sources.GetValueOrDefault(key))),
            view.Asked.Where(key => submission.CellOf(key).Evidence.Length > 0)
                .ToDictionary(key => key, key => (IReadOnlyList<EvidenceDocument>)[.. submission.CellOf(key).Evidence.Select(EvidenceDocument.Of)]),
            [.. view.Faults.Select(Fault.Of)]);
    }

    /// <summary>Vietnam's time, which has had one offset since 1975.</summary>
    public static string? Local(DateTimeOffset? at) =>
        at?.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}

/// <summary>
/// The layers of one answer. <see cref="Source"/> is the layer that counts by now (<c>verified</c>, <c>measured</c>, <c>self</c>; null
/// where nothing is known), <see cref="At"/> and <see cref="By"/> are that layer's.
/// </summary>
internal sealed record CellDocument(
    InputValue? Self, InputValue? Measured, InputValue? Verified, string? Source, string? At, string? By, string? Reason)
{
    public static CellDocument Of(Cell cell, Entry? measured, InputSourceKind from)
    {
        var layer = OfficialValue.Provisional(from, cell.Verified is not null, measured is not null, cell.Self is not null);
        var entry = layer switch
        {
            Layer.Verified => cell.Verified,
            Layer.Measured => measured,
            Layer.Self => cell.Self,
            _ => null,
        };
        return new(
            cell.Self?.Value, measured?.Value, cell.Verified?.Value, layer == Layer.None ? null : layer.ToString().ToLowerInvariant(),
            SubmissionDocument.Local(entry?.At), entry?.By, cell.Reason);
    }
}

internal sealed record EvidenceDocument(string Sha256, string Name, long Bytes, string Type, string? Citation)
{
    public static EvidenceDocument Of(EvidenceLink link) => new(link.Sha256, link.Name, link.Bytes, link.Type, link.Citation);
}

/// <summary>What <c>/submit</c> answers: made of the receipt alone, so that the same key always gets the same answer.</summary>
internal sealed record ReceiptDocument(string Unit, string Quarter, string State, int Version, string SubmittedAt, bool OnTime, string By)
{
    public static ReceiptDocument Of(Submission submission, Receipt receipt) => new(
        submission.Unit, submission.Quarter, "submitted", receipt.Version, SubmissionDocument.Local(receipt.At)!, receipt.OnTime, receipt.By);
}
