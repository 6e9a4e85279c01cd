using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>
/// Follows a set's targets from year to year. An edition carries the readings of the years before, so that its own file is all it takes to
/// follow them again. Readings are joined only where the earlier set measures the same thing (<see cref="EarlierMeasures"/>). A unit that ends
/// before the target's day is not followed.
/// </summary>
public static class TargetTracking
{
    private const int Seed = 142;

    /// <summary>For a published year; null when its set has no targets.</summary>
    /// <param name="edition">Its inputs are read by the layer that counted.</param>
    /// <param name="set">The edition's set.</param>
    /// <param name="past">The editions of past years, newest first; the newest has readings it carries besides.</param>
    public static IReadOnlyList<TargetProgress>? Of(Edition edition, IndicatorSet set, IReadOnlyList<PreviousEdition> past) =>
        Track(set, edition.Units, edition.Inputs, (_, cell) => cell.Counted, Before(set, [.. past.Select(year => (year.Edition, year.Set))]));

    /// <summary>Made again: years of which the edition is at hand from that edition, others from the readings the file itself carries.</summary>
    /// <param name="edition">A published one.</param>
    /// <param name="set">Its set.</param>
    /// <param name="past">Those of the editions it was laid beside that are at hand, newest first.</param>
    internal static IReadOnlyList<TargetProgress>? Again(Edition edition, IndicatorSet set, IReadOnlyList<PreviousEdition> past)
    {
        // An earlier version followed more units than are asked now, and never fewer.
        var followed = (edition.Targets ?? []).SelectMany(target => target.Units, (target, unit) => (target.Code, target.Measure, target.By, unit.Unit)).ToHashSet();
        int[] beside = [.. PastYears.Of(edition).Select(year => year.PreviousYear)];
        var atHand = past.Select(year => year.Edition.Year).ToHashSet();
        // What lies further back than the years beside came with the newest of them.
        bool carries = beside.Length > 0 && atHand.Contains(beside[0]);
        var own = Own(edition.Targets ?? [], year => year < edition.Year && (beside.Contains(year) ? !atHand.Contains(year) : !carries));
        var read = Before(set, [.. past.Select(year => (year.Edition, year.Set))], year => carries && !beside.Contains(year));
        return Track(set, edition.Units, edition.Inputs, (_, cell) => cell.Counted,
            (node, target, unit) => own(node, target, unit).Concat(read(node, target, unit)).OrderBy(reading => TargetPace.EndOf(reading.Period)),
            followed: (node, target, unit) => IsAsked(node, target, unit) || followed.Contains((node.Code, target.Of.Key, target.By, unit.Code)));
    }

    /// <summary>For a round under way: by the layers a unit itself is shown, with the readings of the year before's edition.</summary>
    internal static IReadOnlyList<TargetProgress> SoFar(
        IndicatorSet set, IReadOnlyList<EditionUnit> units, IReadOnlyList<EditionInput> cells, Edition? previous, IndicatorSet? previousSet, Func<Target, bool> only) =>
        Track(set, units, cells, LayerChoice.Provisional, Before(set, previous is null || previousSet is null ? [] : [(previous, previousSet)]), only) ?? [];

    private static List<TargetProgress>? Track(
        IndicatorSet set, IReadOnlyList<EditionUnit> units, IReadOnlyList<EditionInput> cells, Func<Column, EditionInput, Layer> choose, EarlierReadings earlier,
        Func<Target, bool>? only = null, Func<Node, Target, EditionUnit, bool>? followed = null)
    {
        if (set.Kind is not SetKind.Points || set.Indicators().All(node => node.Indicator!.Targets.Count == 0))
            return null;
        var readings = new TargetReadings(set, units, cells, choose);
        return [.. from node in set.Indicators() from target in node.Indicator!.Targets where only?.Invoke(target) ?? true select Follow(set, node, target, units, readings, earlier, followed ?? IsAsked)];
    }

    private static TargetProgress Follow(IndicatorSet set, Node node, Target target, IReadOnlyList<EditionUnit> units, TargetReadings readings, EarlierReadings earlier,
        Func<Node, Target, EditionUnit, bool> followed)
    {
        int[] asked = [.. Enumerable.Range(0, units.Count).Where(unit => followed(node, target, units[unit]))];
        bool quarterly = readings.IsQuarterly(target);
        var series = asked.ToDictionary(unit => units[unit].Code, unit => (IReadOnlyList<TargetReading>)
            [.. earlier(node, target, units[unit].Code).Where(reading => reading.Period.Contains('q', StringComparison.Ordinal) == quarterly)
                .Concat(readings.Of(node, target, unit)).Where(reading => IsOfThisForm(units[unit], reading))]);
        var chances = new TargetChances(target, series, Seed);
        return new()
        {
            Code = node.Code,
            Measure = target.Of.Key,
            By = target.By,
            Value = target.Value,
            Direction = target.Direction,
            Source = target.Source,
            NameVi = target.Name?.Vi ?? node.Name.Vi,
            Unit = UnitOf(set, target.Of),
            Method = chances.Method,
            Units = [.. asked.Select(unit =>
            {
                var (chance, reason) = chances.Of(units[unit].Code);
                return TargetPace.Of(target, units[unit].Code, series[units[unit].Code]) with { Chance = chance, Reason = reason };
            })],
        };
    }

    private static bool IsAsked(Node node, Target target, EditionUnit unit) => node.Indicator!.AppliesTo(unit.Code, unit.Group) && !(unit.Until < target.By);

    /// <summary>A merger, split or renaming breaks a unit's series: what ended before it is of another unit.</summary>
    private static bool IsOfThisForm(EditionUnit unit, TargetReading reading) => unit.Lineage is not { } lineage || TargetPace.EndOf(reading.Period) >= lineage.Since;

    private static string? UnitOf(IndicatorSet set, TargetMeasure measure) => measure is InputMeasure { IsPercent: false, Of: var of }
        ? set.Indicators().First(node => node.Code == of.Indicator).Indicator!.Inputs.First(input => input.Id == of.Input).Unit
        : "%";

    private delegate IEnumerable<TargetReading> EarlierReadings(Node node, Target target, string unit);

    private static EarlierReadings Own(IReadOnlyList<TargetProgress> targets, Func<int, bool> counts)
    {
        var known = targets.SelectMany(target => target.Units, (target, unit) => (target, unit))
            .DistinctBy(pair => (pair.target.Code, pair.target.Measure, pair.unit.Unit))
            .ToDictionary(pair => (pair.target.Code, pair.target.Measure, pair.unit.Unit), pair => pair.unit.Readings);
        return (node, target, unit) => known.GetValueOrDefault((node.Code, target.Of.Key, unit), []).Where(reading => counts(TargetPace.EndOf(reading.Period).Year));
    }

    /// <summary>What the past editions hold themselves; years that none of them is of come from what the newest carries.</summary>
    private static EarlierReadings Before(IndicatorSet set, IReadOnlyList<(Edition Edition, IndicatorSet Set)> past)
    {
        var years = past.Select(year => year.Edition.Year).ToHashSet();
        return Before(set, past, year => !years.Contains(year));
    }

    private static EarlierReadings Before(IndicatorSet set, IReadOnlyList<(Edition Edition, IndicatorSet Set)> past, Func<int, bool> carries)
    {
        var series = past.Where(year => year.Set.Code == set.Code && year.Edition.Year < set.Year);
        EarlierReadings[] found = [.. series.Select((year, i) => Before(set, year.Edition, year.Set, carries: past => i == 0 && carries(past))).Reverse()];
        return (node, target, unit) => found.SelectMany(year => year(node, target, unit)).OrderBy(reading => TargetPace.EndOf(reading.Period));
    }

    private static EarlierReadings Before(IndicatorSet set, Edition previous, IndicatorSet old, Func<int, bool> carries)
    {
        var measures = new EarlierMeasures(old, set);
        var carried = Own(previous.Targets ?? [], carries);
        var readings = new TargetReadings(old, previous.Units, previous.Inputs, (_, cell) => cell.Counted);
        var places = previous.Units.Select((unit, i) => (unit.Code, i)).ToDictionary(StringComparer.Ordinal);
        return (node, target, unit) => measures.Of(node, target.Of) is { } earlier && places.TryGetValue(unit, out int place)
            ? [.. carried(earlier.Node, target with { Of = earlier.Measure }, unit), .. readings.Of(earlier.Node, target with { Of = earlier.Measure }, place)]
            : [];
    }
}
