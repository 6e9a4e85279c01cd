using System.Collections.Immutable;

namespace Dti.Assessment.Submissions;

/// <summary>The leader submits; an Idempotency-Key seen before answers its receipt again and changes nothing.</summary>
public static class Submitting
{
    public static Receipt? ReceiptOf(this Submission submission, string key) =>
        submission.Receipts.FirstOrDefault(receipt => receipt.Key == key);

    public static Change Submit(this Submission submission, SubmissionForm form, string key, DateTimeOffset due, Actor actor, DateTimeOffset now)
    {
        var faults = submission.Faults(form);
        if (submission.Cells.Values.All(cell => cell.Self is null) && form.Cells.Any(cell => cell.Typed))
            faults = faults.Add(new(null, "nothing-entered", "Phiếu chưa có số liệu nào; hãy nhập ít nhất một mục rồi trình."));
        if (faults.Length > 0)
            return Change.Refuse(faults);
        var receipt = new Receipt(key, submission.Version + 1, now, now <= due, actor.Name);
        var receipts = submission.Receipts.Add(receipt);
        return Change.To(submission with
        {
            State = SubmissionState.Submitted,
            Version = submission.Version + 1,
            FirstSubmittedAt = submission.FirstSubmittedAt ?? now,
            SubmittedBy = actor.Name,
            Reopened = [],
            Receipts = receipts.Length > Submission.ReceiptsKept ? receipts.RemoveAt(0) : receipts,
        });
    }
}
