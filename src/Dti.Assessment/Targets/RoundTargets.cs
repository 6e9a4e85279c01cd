using Dti.Assessment.Editions;
using Dti.Assessment.Rounds;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>Targets of a round under way that fall due before its year ends, as units themselves report: submitted values where nobody has verified.</summary>
public static class RoundTargets
{
    /// <param name="round">The round under way.</param>
    /// <param name="set">Its set.</param>
    /// <param name="now">Reports not due by then are not missing.</param>
    /// <param name="grains">Where its cells are asked for.</param>
    /// <param name="previous">The edition of the year before, whose readings come first; null when there is none.</param>
    /// <param name="previousSet">The set of that edition.</param>
    public static async Task<IReadOnlyList<TargetProgress>> DueThisYearAsync(Round round, IndicatorSet set, DateTimeOffset now, IGrainFactory grains, Edition? previous, IndicatorSet? previousSet)
    {
        if (!set.Indicators().Any(node => node.Indicator!.Targets.Any(IsDue)))
            return [];
        return TargetTracking.SoFar(
            set, [.. round.Participants.Select(unit => RoundUnits.Frozen(unit, round.Year))], await InputGathering.GatherAsync(round, set, now, grains), previous, previousSet, IsDue);

        bool IsDue(Target target) => target.By.Year == round.Year;
    }
}
