using System.Collections.Immutable;

namespace Dti.Assessment.Submissions;

/// <summary>The unit enters: what is named changes, what is not stays, null clears.</summary>
public static class Saving
{
    public static Change Save(this Submission submission, SubmissionForm form, SubmissionChange change, Actor actor, DateTimeOffset now)
    {
        var broken = ImmutableArray.CreateBuilder<BrokenRule>();
        var cells = submission.Cells.ToBuilder();
        foreach (var (key, value) in change.Values)
        {
            if (Editable(submission, form, key, broken) is not { } cell)
                continue;
            if (value is { } given && SubmissionForm.Misfit(cell, given) is { } misfit)
                broken.Add(misfit);
            else if (submission.CellOf(key) is var old && old.Self?.Value != value)
                cells[key] = (cells.GetValueOrDefault(key) ?? Cell.Empty) with { Self = value is null ? null : new Entry(value, actor.Name, now) };
        }
        foreach (var (key, links) in change.Evidence)
        {
            if (Editable(submission, form, key, broken) is not null)
                cells[key] = (cells.GetValueOrDefault(key) ?? Cell.Empty) with { Evidence = links };
        }
        if (broken.Count > 0)
            return Change.Refuse(broken.ToImmutable());
        return Change.To(submission with { Cells = cells.ToImmutable(), Version = submission.Version + 1 });
    }

    private static AskedCell? Editable(Submission submission, SubmissionForm form, string key, ImmutableArray<BrokenRule>.Builder broken)
    {
        var cell = form.Find(key);
        if (cell is null)
            broken.Add(new(key, "unknown-key", $"Đơn vị không được hỏi mục “{key}”. Danh sách mục nằm trong “values” của phiếu."));
        else if (!cell.Typed)
            broken.Add(new(key, "measured-by-system", $"Mục “{key}” do hệ thống đo ({cell.Input.From}); đơn vị không nhập."));
        else if (submission.State == SubmissionState.Returned && !submission.Reopened.Contains(key))
            broken.Add(new(key, "not-reopened", $"Mục “{key}” không bị trả lại nên không sửa được; chỉ sửa các mục: {string.Join(", ", submission.Reopened.Order(StringComparer.Ordinal))}."));
        else
            return cell;
        return null;
    }

    /// <summary>What stands in the way of submitting: a claim whose evidence is required and missing. "No", 0 and "none" claim nothing.</summary>
    public static ImmutableArray<BrokenRule> Faults(this Submission submission, SubmissionForm form) =>
        [.. form.Cells
            .Where(cell => cell.Typed && cell.Input.Evidence == Scoring.Sets.EvidenceRule.Required
                && submission.CellOf(cell.Key) is { Self.Value: { } value, Evidence.Length: 0 } && Claims(value))
            .Select(cell => new BrokenRule(cell.Key, "evidence-missing", $"Mục “{cell.Key}” đã có số liệu nhưng thiếu minh chứng; hãy đính kèm ít nhất một văn bản."))];

    private static bool Claims(InputValue value) => value.Number is not (null or 0) || value.Flag == true || value.Word is not (null or "none");
}

/// <summary>A new state, or every rule that stood in the way.</summary>
public sealed record Change(Submission? Next, ImmutableArray<BrokenRule> Broken)
{
    public static Change To(Submission next) => new(next, []);
    public static Change Refuse(params ImmutableArray<BrokenRule> broken) => new(null, broken);
}
