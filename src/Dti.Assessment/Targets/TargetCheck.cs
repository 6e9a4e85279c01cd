using System.Text.Json;
using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Forecasting;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>
/// Follows an edition's targets again from its own inputs and the earlier readings it carries. Distances and paces must come out the same;
/// a chance rests on a model that may be learnt, whose last digits differ between machines, so it may be off by one error in a hundred.
/// </summary>
internal static class TargetCheck
{
    private const double Rounding = 1e-9;
    private const double Learning = 0.01;

    public static IEnumerable<string> Differences(Edition edition, IndicatorSet set)
    {
        if (edition.Targets is not { } found)
            return [];
        if (found.SelectMany(target => target.Units).FirstOrDefault(unit => !InOrder(unit.Readings)) is { } wild)
            return [$"targets: {wild.Unit}: its readings are not all of years, or all of quarters such as 2025-q3, one a period in their order"];
        if (TargetTracking.Again(edition, set) is not { } computed)
            return ["targets: there are some, where the set it carries has none"];
        if (JsonDifference.First(Json(found, exact: true), Json(computed, exact: true), Rounding) is { } difference)
            return [$"targets: {difference}"];
        return JsonDifference.First(Json(found, exact: false), Json(computed, exact: false), Learning) is { } chance ? [$"targets: {chance}"] : [];
    }

    private static bool InOrder(IReadOnlyList<TargetReading> readings)
    {
        var periods = readings.Select(reading => Period.Read(reading.Period)).ToList();
        return periods.TrueForAll(period => period is not null && period.Value.Season == periods[0]!.Value.Season)
            && periods.Zip(periods.Skip(1)).All(pair => pair.First!.Value.Place < pair.Second!.Value.Place);
    }

    /// <summary>Exact: all but the chances. Else: the chances alone, where both have one.</summary>
    private static JsonElement Json(IReadOnlyList<TargetProgress> targets, bool exact) => exact
        ? JsonSerializer.SerializeToElement(targets.Select(target => target with { Method = null, Units = [.. target.Units.Select(unit => unit with { Chance = null })] }), EditionFile.Options)
        : JsonSerializer.SerializeToElement(targets.Select(target => target.Units.Select(unit => unit.Chance ?? -1)), EditionFile.Options);
}
