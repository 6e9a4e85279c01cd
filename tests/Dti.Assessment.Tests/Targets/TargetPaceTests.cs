using Dti.Assessment.Forecasting;
using Dti.Assessment.Targets;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tests.Targets;

public sealed class TargetPaceTests
{
    private static readonly Target All = new() { By = new(2030, 12, 31), Value = 100, Of = new RatioMeasure(new("3.1", "connected"), new("3.1", "needed")), Source = "142/QĐ-TTg" };

    [Fact]
    public void Paces_are_per_year_between_the_ends_of_periods()
    {
        // 31 March to 31 December 2025 is 275 days; the five years to 31 December 2030 are 1,826.
        var unit = TargetPace.Of(All, "so-a", [new("2025-q1", 40), new("2025-q2", 90), new("2025-q4", 55)]);
        unit.Now().ShouldBe(55);
        unit.Missing.ShouldBe(45);
        unit.Pace!.Value.ShouldBe(15 * 365.25 / 275, 1e-12);
        unit.Required!.Value.ShouldBe(45 * 365.25 / 1826, 1e-12);
        unit.State.ShouldBe(TargetState.OnTrack);
    }

    [Fact]
    public void A_pace_below_the_required_one_is_behind()
    {
        var unit = TargetPace.Of(All, "so-a", [new("2025-q1", 40), new("2025-q4", 41)]);
        unit.State.ShouldBe(TargetState.Behind);
        unit.Pace!.Value.ShouldBeLessThan(unit.Required!.Value);
    }

    [Fact]
    public void What_is_reached_misses_nothing_and_requires_nothing()
    {
        // 100 × 0.7 / 0.7 in floating point may lie a hair below 100.
        var unit = TargetPace.Of(All, "so-a", [new("2025", 100 - 1e-11)]);
        (unit.Missing, unit.Required, unit.State).ShouldBe((0, 0, TargetState.Reached));
    }

    [Fact]
    public void Less_is_better_turns_distance_and_pace()
    {
        // 365 days a year, 730 to the end of 2027: from 12 to 9 months, 3 to go.
        var months = All with { By = new(2027, 12, 31), Value = 6, Direction = -1 };
        var unit = TargetPace.Of(months, "so-a", [new("2024", 12), new("2025", 9)]);
        unit.Missing.ShouldBe(3);
        unit.Pace!.Value.ShouldBe(3 * 365.25 / 365, 1e-12);
        unit.Required!.Value.ShouldBe(3 * 365.25 / 730, 1e-12);
        unit.State.ShouldBe(TargetState.OnTrack);
        TargetPace.Of(months, "so-a", [new("2025", 5)]).State.ShouldBe(TargetState.Reached);
    }

    [Fact]
    public void A_day_that_has_passed_is_missed_and_one_value_says_no_pace()
    {
        var past = TargetPace.Of(All with { By = new(2025, 12, 31) }, "so-a", [new("2025-q3", 80), new("2025-q4", 90)]);
        (past.Required, past.State).ShouldBe((null, TargetState.Missed));
        var single = TargetPace.Of(All, "so-a", [new("2025", 80)]);
        (single.Pace, single.State).ShouldBe((null, TargetState.Unknown));
        TargetPace.Of(All, "so-a", []).ShouldBe(new UnitTarget("so-a", [], null, null, null, TargetState.Unknown, null, null));
    }

    [Theory]
    [InlineData("2025-q4", "2030-12-31", 20)]
    [InlineData("2025-q4", "2030-12-30", 19)]
    [InlineData("2025-q4", "2026-01-01", 0)]
    [InlineData("2026-q3", "2026-12-31", 1)]
    [InlineData("2025", "2030-12-31", 5)]
    [InlineData("2025", "2030-06-30", 4)]
    [InlineData("2025-q4", "2025-09-30", -1)]
    public void The_steps_to_a_day_end_with_the_last_whole_period(string last, string by, int steps) =>
        TargetPace.Steps(Period.Read(last)!.Value, DateOnly.Parse(by, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(steps);
}
