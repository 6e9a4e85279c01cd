using System.Collections.Concurrent;
using Dti.Assessment;
using Dti.Assessment.Deadlines;
using Dti.Assessment.Rounds;
using Dti.Assessment.Submissions;
using Dti.Assessment.Targets;
using Dti.Scoring.Sets;
using Dti.Web.Pages.Public;

namespace Dti.Web.Pages.Deadlines;

/// <summary>
/// What lies before a unit: the quarter that is open, its chance of coming late, and the targets that fall due before the year ends. The
/// unit sees it from the day the quarter opens; those who run rounds see who is at risk only in the last <see cref="DaysForSoict"/> days, when
/// every unit has had its own warning. Read from rows, and kept a few minutes: the past changes with deadlines only.
/// </summary>
public sealed class DeadlineOutlook(RoundQueries rounds, SetLibrary sets, IGrainFactory grains, EditionShelf editions, DomainClock time)
{
    public const int DaysForSoict = 7;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string Round, string Quarter, int Days), (DateTimeOffset At, DeadlineForecast Forecast)> _forecasts = new();
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<TargetProgress> Targets)> _targets = new(StringComparer.Ordinal);

    /// <summary>The open quarter that is due next; null when none takes entries or all are past their day.</summary>
    public async Task<OpenQuarter?> NextAsync(Round round, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (round.State is not RoundState.Open || round.Quarters.Where(q => q.State == QuarterState.Open && q.Due > now).MinBy(q => q.Due) is not { } quarter)
            return null;
        int days = (int)(quarter.Due - now).TotalDays;
        return new(quarter, days, await ForecastAsync(round, quarter, days, now, cancellation), now);
    }

    /// <summary>How much of what the unit fills in has been entered.</summary>
    public async Task<UnitOutlook> OfAsync(Round round, Participant unit, OpenQuarter open, Submission? submission, CancellationToken cancellation)
    {
        int asked = Asked((await sets.FindAsync(round.SetSha256, cancellation)).Set, unit);
        var progress = ReportPast.At(submission, open.Now, asked);
        var (late, all) = open.Forecast.PastOf(unit.Unit);
        return new(unit, submission?.Cells.Values.Count(cell => cell.Self is not null) ?? 0, asked, late, all, open.Forecast.Chance(unit.Unit, progress));
    }

    /// <summary>Targets that fall due before the round's year ends.</summary>
    public async Task<IReadOnlyList<TargetProgress>> TargetsAsync(Round round, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_targets.TryGetValue(round.Id, out var kept) && now - kept.At < Kept && now >= kept.At)
            return kept.Targets;
        var set = (await sets.FindAsync(round.SetSha256, cancellation)).Set;
        var before = (await editions.ListAsync(cancellation)).Where(edition => edition.Year == round.Year - 1 && edition.Id.StartsWith($"{set.Code}-", StringComparison.Ordinal)).MaxBy(edition => edition.Number);
        var previous = before is null ? null : await editions.OpenAsync(before, cancellation);
        var targets = await RoundTargets.DueThisYearAsync(round, set, now, grains, previous?.Edition, previous?.Set);
        _targets[round.Id] = (now, targets);
        return targets;
    }

    private async Task<DeadlineForecast> ForecastAsync(Round round, Quarter quarter, int days, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = (round.Id, quarter.Code, days);
        if (_forecasts.TryGetValue(key, out var kept) && now - kept.At < Kept && now >= kept.At)
            return kept.Forecast;
        List<PastReport> past = [];
        foreach (var earlier in (await rounds.RoundsAsync(cancellation)).Where(other => other.SetCode == round.SetCode))
        {
            var set = (await sets.FindAsync(earlier.SetSha256, cancellation)).Set;
            past.AddRange(ReportPast.Of(earlier, await rounds.SubmissionsAsync(earlier.Id, cancellation), unit => Asked(set, unit), TimeSpan.FromDays(days), now));
        }
        var forecast = DeadlineForecast.Of(past);
        // Yesterday's are of no use to anybody.
        foreach (var old in _forecasts.Where(one => now - one.Value.At >= Kept).Select(one => one.Key))
            _forecasts.TryRemove(old, out _);
        _forecasts[key] = (now, forecast);
        return forecast;
    }

    private static int Asked(IndicatorSet set, Participant unit) => new SubmissionForm(set, unit.Unit, unit.Group).Cells.Count(cell => cell.Typed);
}

/// <summary>The quarter whose day comes next.</summary>
public sealed record OpenQuarter(Quarter Quarter, int DaysLeft, DeadlineForecast Forecast, DateTimeOffset Now)
{
    /// <summary>From this moment those who run the round see who is at risk.</summary>
    public DateTimeOffset SoictFrom => Quarter.Due.AddDays(-DeadlineOutlook.DaysForSoict);
    public bool IsShownToSoict => Now >= SoictFrom;
}

/// <summary>A unit before the day: how many of its cells are filled in, how often it was late, and its chance of being late; null where none is given.</summary>
public sealed record UnitOutlook(Participant Unit, int Filled, int Asked, int Late, int Reports, double? Chance);
