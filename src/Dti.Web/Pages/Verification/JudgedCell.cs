using Dti.Assessment.Submissions;
using Dti.Web.Pages.Entering;
using Dti.Web.Pages.Public;

namespace Dti.Web.Pages.Verification;

/// <summary>One cell before the verifier: what was said, and the verdict being given, kept as typed while the post is at fault.</summary>
public sealed class JudgedCell(AskedCell asked, Cell stored, Entry? measured)
{
    public const string Accept = "accept";
    public const string Correct = "correct";
    public const string SendBack = "return";

    public AskedCell Asked => asked;
    public string Key => asked.Key;
    public string Id => Anchors.Of("o", asked.Key);
    public Cell Stored => stored;
    public Entry? Measured => measured;

    /// <summary>"" = leave as it is.</summary>
    public string Choice { get; set; } = "";
    public string Text { get; set; } = FieldText.Of((stored.Verified ?? stored.Self ?? measured)?.Value);
    public string Reason { get; set; } = stored.Reason ?? "";
    public string? Fault { get; set; }

    public bool HasAnswer => stored.Self is not null || measured is not null;

    public bool IsOpen => stored.Self is not null && stored.Verdict is Verdict.None or Verdict.Returned;

    /// <summary>The verdict chosen, or null with <see cref="Fault"/> set; null without a fault when none was chosen.</summary>
    public Judgement? Judge()
    {
        if (Choice is Correct or SendBack && Reason.Count(char.IsLetter) < Judging.ShortestReason)
        {
            Fault = $"Ghi rõ lý do, ít nhất {Judging.ShortestReason} chữ cái.";
            return null;
        }
        switch (Choice)
        {
            case Accept:
                return new(Key, Verdict.Accepted, null, null);
            case SendBack:
                return new(Key, Verdict.Returned, null, Reason.Trim());
            case Correct:
                var (value, fault) = FieldText.Read(asked.Input, Text);
                Fault = fault;
                return fault is null ? new(Key, Verdict.Corrected, value, Reason.Trim()) : null;
            default:
                return null;
        }
    }
}
