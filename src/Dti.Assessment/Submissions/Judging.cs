using System.Collections.Immutable;

namespace Dti.Assessment.Submissions;

/// <summary>Verification: a verdict a cell. Nothing the unit said is overwritten; the verified value stands beside it.</summary>
public static class Judging
{
    /// <summary>Fewest letters a reason has; verifiers used to save empty ones (domain: what hurts today).</summary>
    public const int ShortestReason = 10;

    public static Change Judge(this Submission submission, SubmissionForm form, ImmutableArray<Judgement> judgements, Func<string, Entry?> measured, Actor actor, DateTimeOffset now)
    {
        var broken = ImmutableArray.CreateBuilder<BrokenRule>();
        var cells = submission.Cells.ToBuilder();
        foreach (var judgement in judgements)
        {
            if (form.Find(judgement.Key) is not { } asked)
            {
                broken.Add(new(judgement.Key, "unknown-key", $"Đơn vị không được hỏi mục “{judgement.Key}”."));
                continue;
            }
            var cell = cells.GetValueOrDefault(judgement.Key) ?? Cell.Empty;
            if (judgement.Verdict == Verdict.Corrected)
            {
                if (judgement.Value is { } value && SubmissionForm.Misfit(asked, value) is { } misfit)
                    broken.Add(misfit);
                if (Reasonless(judgement) is { } reasonless)
                    broken.Add(reasonless);
                cells[judgement.Key] = cell with { Verified = new(judgement.Value, actor.Name, now), Verdict = Verdict.Corrected, Reason = judgement.Reason?.Trim() };
            }
            else if (judgement.Verdict == Verdict.Accepted)
            {
                var accepted = asked.Typed ? cell.Self?.Value : measured(judgement.Key)?.Value;
                cells[judgement.Key] = cell with { Verified = new(accepted, actor.Name, now), Verdict = Verdict.Accepted, Reason = null };
            }
            else
            {
                broken.Add(new(judgement.Key, "verdict-unknown", $"Mục “{judgement.Key}”: chọn chấp nhận hoặc sửa; muốn trả lại thì dùng “trả lại”."));
            }
        }
        if (judgements.IsEmpty)
            broken.Add(new(null, "nothing-judged", "Chưa chọn mục nào để thẩm định."));
        return broken.Count > 0
            ? Change.Refuse(broken.ToImmutable())
            : Change.To(submission with { Cells = cells.ToImmutable(), State = SubmissionState.Verifying, Version = submission.Version + 1 });
    }

    /// <summary>Sends the named cells back; only they reopen.</summary>
    public static Change Return(this Submission submission, SubmissionForm form, ImmutableArray<Judgement> items)
    {
        var broken = ImmutableArray.CreateBuilder<BrokenRule>();
        var cells = submission.Cells.ToBuilder();
        foreach (var item in items)
        {
            if (form.Find(item.Key) is not { Typed: true })
                broken.Add(new(item.Key, "unknown-key", $"Mục “{item.Key}” không do đơn vị nhập nên không trả lại được."));
            else if (Reasonless(item) is { } reasonless)
                broken.Add(reasonless);
            else
                cells[item.Key] = (cells.GetValueOrDefault(item.Key) ?? Cell.Empty) with { Verdict = Verdict.Returned, Verified = null, Reason = item.Reason!.Trim() };
        }
        if (items.IsEmpty)
            broken.Add(new(null, "nothing-returned", "Chọn ít nhất một mục để trả lại."));
        return broken.Count > 0
            ? Change.Refuse(broken.ToImmutable())
            : Change.To(submission with
            {
                Cells = cells.ToImmutable(),
                State = SubmissionState.Returned,
                Version = submission.Version + 1,
                Reopened = [.. items.Select(item => item.Key)],
            });
    }

    /// <summary>Every answered cell has a verdict.</summary>
    public static Change Accept(this Submission submission, SubmissionForm form)
    {
        var open = form.Cells
            .Where(cell => cell.Typed && submission.CellOf(cell.Key) is { Self: not null, Verdict: not (Verdict.Accepted or Verdict.Corrected) })
            .Select(cell => new BrokenRule(cell.Key, "verdict-missing", $"Mục “{cell.Key}” chưa có kết luận thẩm định."))
            .ToImmutableArray();
        return open.Length > 0
            ? Change.Refuse(open)
            : Change.To(submission with { State = SubmissionState.Accepted, Version = submission.Version + 1 });
    }

    /// <summary>Marks what was published, cell by cell; the submission is final.</summary>
    public static Submission Finish(this Submission submission, string edition, DateTimeOffset now) => submission with
    {
        State = SubmissionState.Final,
        Version = submission.Version + 1,
        Cells = submission.Cells.ToImmutableDictionary(
            pair => pair.Key,
            pair => pair.Value with { Published = new((pair.Value.Verified ?? pair.Value.Self)?.Value, edition, now) }),
    };

    private static BrokenRule? Reasonless(Judgement judgement) =>
        (judgement.Reason?.Count(char.IsLetter) ?? 0) >= ShortestReason ? null
            : new(judgement.Key, "reason-missing", $"Mục “{judgement.Key}”: ghi rõ lý do (ít nhất {ShortestReason} chữ cái).");
}
