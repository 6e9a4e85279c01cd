using System.Text.Json;
using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.Forecasting;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Targets;

/// <summary>
/// Follows an edition's targets again from its own inputs and those of the past editions at hand; earlier readings of other years are taken as
/// the file carries them. Readings, distances and paces must come out the same; a chance rests on a model that may be learnt, whose last digits differ between machines, so it may be off by one error in a hundred.
/// </summary>
internal static class TargetCheck
{
    private const double Rounding = 1e-9;
    private const double Learning = 0.01;

    public static IEnumerable<string> Differences(Edition edition, IndicatorSet set, IReadOnlyList<PreviousEdition> past, List<string> remarks)
    {
        if (edition.Targets is not { } found)
            return [];
        if (found.SelectMany(target => target.Units).FirstOrDefault(unit => !InOrder(unit.Readings)) is { } wild)
            return [$"targets: {wild.Unit}: its readings are not all of years, or all of quarters such as 2025-q3, one a period in their order"];
        if (TargetTracking.Again(edition, set, past) is not { } computed)
            return ["targets: there are some, where the set it carries has none"];
        if (JsonDifference.First(WithoutChances(found), WithoutChances(computed), Rounding) is { } difference)
            return [$"targets: {difference}"];
        foreach (var (said, made) in found.Zip(computed))
            if (JsonDifference.First(Chances(said), Chances(made), ForecastCheck.IsLearnt(said.Method) || ForecastCheck.IsLearnt(made.Method) ? Learning : Rounding) is { } chance)
                return [$"targets: {said.Code} {said.Measure} {chance}"];
        foreach (var (said, made) in found.Zip(computed).Where(pair => pair.First.Method != pair.Second.Method))
            remarks.Add($"targets: {said.Code} {said.Measure}: its chances say method {said.Method ?? "none"}, where this machine chooses {made.Method ?? "none"} with the same chances");
        return [];
    }

    private static bool InOrder(IReadOnlyList<TargetReading> readings)
    {
        var periods = readings.Select(reading => Period.Read(reading.Period)).ToList();
        return periods.TrueForAll(period => period is not null && period.Value.Season == periods[0]!.Value.Season)
            && periods.Zip(periods.Skip(1)).All(pair => pair.First!.Value.Place < pair.Second!.Value.Place);
    }

    private static JsonElement WithoutChances(IReadOnlyList<TargetProgress> targets) => JsonSerializer.SerializeToElement(
        targets.Select(target => target with { Method = null, Units = [.. target.Units.Select(unit => unit with { Chance = null })] }), EditionFile.Options);

    private static JsonElement Chances(TargetProgress target) => JsonSerializer.SerializeToElement(
        new { Units = target.Units.Select(unit => new { unit.Unit, unit.Chance }) }, JsonSerializerOptions.Web);
}
