using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;

namespace Dti.Assessment.Deadlines;

/// <summary>A report that was due: whether it came in time, and how much of it was filled in when so much time was left.</summary>
/// <param name="Unit">Who owed it.</param>
/// <param name="Due">Until when.</param>
/// <param name="Late">It came after the day, or never.</param>
/// <param name="Progress">How far it had come so long before the day.</param>
public sealed record PastReport(string Unit, DateTimeOffset Due, bool Late, Progress Progress);

/// <summary>Share of the asked cells that were filled in.</summary>
public enum Progress { Nothing, Some, Most }

/// <summary>Deadlines that have passed, from the rows of submissions.</summary>
public static class ReportPast
{
    /// <param name="round">Its quarters that were due before <paramref name="now"/> count.</param>
    /// <param name="submissions">Those of the round by unit and quarter; none where nothing was ever saved.</param>
    /// <param name="asked">How many cells a unit fills in a quarter.</param>
    /// <param name="left">How long before each day progress is looked at: as long as is left now of the open one.</param>
    /// <param name="now">A report due later is not yet past.</param>
    public static IEnumerable<PastReport> Of(
        Round round, IReadOnlyDictionary<(string Unit, string Quarter), Submission> submissions, Func<Participant, int> asked, TimeSpan left, DateTimeOffset now) =>
        from quarter in round.Quarters
        where quarter.Due < now
        from unit in round.Participants
        where unit.LivedThrough(round.Year, quarter.Code)
        let submission = submissions.GetValueOrDefault((unit.Unit, quarter.Code))
        select new PastReport(unit.Unit, quarter.Due, IsLate(submission, quarter.Due), At(submission, quarter.Due - left, asked(unit)));

    /// <summary>What had been entered by a moment. An entry changed later counts from its change, since rows keep the last one only.</summary>
    public static Progress At(Submission? submission, DateTimeOffset moment, int asked) =>
        submission?.Cells.Values.Count(cell => cell.Self is { } self && self.At <= moment) switch
        {
            null or 0 => Progress.Nothing,
            { } filled when 2 * filled >= asked => Progress.Most,
            _ => Progress.Some,
        };

    private static bool IsLate(Submission? submission, DateTimeOffset due) => submission?.FirstSubmittedAt is not { } at || at > due;
}
