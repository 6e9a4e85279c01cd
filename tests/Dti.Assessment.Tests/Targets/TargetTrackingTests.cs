using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Assessment.Targets;
using Dti.Assessment.Tests.Editions;

namespace Dti.Assessment.Tests.Targets;

public sealed class TargetTrackingTests
{
    private const string Yaml = """
        set: t
        year: 2025
        unverified: counts
        nodes:
          - code: "3.1"
            name: { vi: "Kết nối" }
            points: 10
            inputs: [{ id: connected, type: count, unit: "CSDL" }, { id: needed, type: count }]
            rule: { ratio: { of: connected, to: needed } }
            targets:
              - { by: 2030-12-31, value: 100, of: { ratio: [connected, needed] }, source: "142/QĐ-TTg", name: { vi: "Kết nối hết" } }
              - { by: 2026-12-31, value: 90, of: share, source: "mẫu" }
          - code: "3.2"
            name: { vi: "Mở mới" }
            points: 5
            inputs: [{ id: added, type: count, unit: "bộ" }]
            quarters: sum
            rule: { relative: { of: added } }
            targets: [{ by: 2027-12-31, value: 20, source: "mẫu" }]
        """;

    [Fact]
    public void Quarters_give_readings_where_the_last_counts_and_a_year_one_where_they_are_added()
    {
        var targets = TargetTracking.Of(Edition(2025), Set(2025), []).ShouldNotBeNull();
        targets.Select(target => (target.Code, target.Measure, target.NameVi, target.Unit)).ShouldBe(
            [("3.1", "connected/needed", "Kết nối hết", "%"), ("3.1", "share", "Kết nối", "%"), ("3.2", "added", "Mở mới", "bộ")]);
        targets[0].Units[0].Readings.ShouldBe([new("2025-q1", 20), new("2025-q3", 60)]);
        // The rule's own ratio of the last quarter, of 10 points.
        targets[1].Units[0].Readings.ShouldBe([new("2025", 60)]);
        targets[2].Units[0].Readings.ShouldBe([new("2025", 7)]);
        targets[0].Units[1].ShouldBe(new UnitTarget("b", targets[0].Units[1].Readings, null, null, null, TargetState.Unknown, null, "Chưa có số liệu."));
    }

    [Fact]
    public void The_year_before_is_joined_and_carried_on()
    {
        var first = Edition(2025);
        var second = Follow(2026, first);
        var third = Follow(2027, second);
        third.Targets![0].Units[0].Readings.Select(reading => reading.Period).ShouldBe(["2025-q1", "2025-q3", "2026-q1", "2026-q3", "2027-q1", "2027-q3"]);
        third.Targets[2].Units[0].Readings.Select(reading => reading.Period).ShouldBe(["2025", "2026", "2027"]);
        third.Targets[0].Units[0].Chance.ShouldBeNull();
        third.Targets[0].Units[0].Reason!.ShouldStartWith("Chuỗi quá ngắn: có 6 kỳ");
    }

    [Fact]
    public void A_year_further_back_is_read_by_its_own_map_and_what_the_year_before_carries_of_it_is_not_added()
    {
        string Years(string yaml) => yaml.Replace("nodes:", "maps: [{ set: t, year: 2024, codes: { \"3.1\": \"3.1\", \"3.2\": \"3.2\" } }]\nnodes:", StringComparison.Ordinal);
        Edition first = Edition(2024), second = Follow(2025, first), third = Edition(2026);
        var targets = TargetTracking.Of(third, Set(2026, Years), [Past(second), Past(first)]).ShouldNotBeNull();
        targets[0].Units[0].Readings.Select(reading => reading.Period).ShouldBe(["2024-q1", "2024-q3", "2025-q1", "2025-q3", "2026-q1", "2026-q3"]);
        targets[2].Units[0].Readings.ShouldBe([new("2024", 7), new("2025", 7), new("2026", 7)]);
        Differences(third with { Targets = targets }, Set(2026, Years)).ShouldBeEmpty();
    }

    [Fact]
    public void A_year_the_edition_before_knows_nothing_of_is_joined_by_its_own_edition()
    {
        Edition first = Edition(2024), second = Edition(2025) with { Targets = null };
        TargetTracking.Of(Edition(2026), Set(2026), [Past(second)])![0].Units[0].Readings.Count.ShouldBe(4);
        TargetTracking.Of(Edition(2026), Set(2026), [Past(second), Past(first)])![0].Units[0].Readings[0].ShouldBe(new("2024-q1", 20));
    }

    [Fact]
    public void An_input_of_another_type_and_a_code_the_map_leads_away_are_not_joined()
    {
        var first = Edition(2025);
        Follow(2026, first, yaml => yaml.Replace("{ id: needed, type: count }", "{ id: needed, type: number }", StringComparison.Ordinal)).Targets![0].Units[0].Readings.Count.ShouldBe(2);
        var mapped = Follow(2026, first, yaml => yaml.Replace("nodes:", "maps: [{ set: t, year: 2025, codes: { \"3.1\": \"3.1\" }, unmapped: [\"3.2\"] }]\nnodes:", StringComparison.Ordinal));
        mapped.Targets![0].Units[0].Readings.Count.ShouldBe(4);
        mapped.Targets[2].Units[0].Readings.Count.ShouldBe(1);
    }

    [Fact]
    public void Readings_follow_the_codes_and_inputs_the_map_leads_from()
    {
        var first = Edition(2025);
        string Renamed(string yaml) => yaml
            .Replace("\"3.1\"", "\"4.7\"", StringComparison.Ordinal).Replace("connected", "joined", StringComparison.Ordinal).Replace("\"3.2\"", "\"3.1\"", StringComparison.Ordinal)
            .Replace("nodes:", "maps: [{ set: t, year: 2025, codes: { \"3.1.connected\": \"4.7.joined\", \"3.1.needed\": \"4.7.needed\", \"3.2\": \"3.1\" } }]\nnodes:", StringComparison.Ordinal);
        var second = Follow(2026, first, Renamed, new() { ["3.1.connected"] = "4.7.joined", ["3.1.needed"] = "4.7.needed", ["3.2"] = "3.1" });
        second.Targets!.Select(target => (target.Code, target.Measure)).ShouldBe([("4.7", "joined/needed"), ("4.7", "share"), ("3.1", "added")]);
        second.Targets![0].Units[0].Readings.ShouldBe([new("2025-q1", 20), new("2025-q3", 60), new("2026-q1", 20), new("2026-q3", 60)]);
        // Its points are no longer those of one indicator: the map leads from inputs only.
        second.Targets[1].Units[0].Readings.ShouldBe([new("2026", 60)]);
        second.Targets[2].Units[0].Readings.ShouldBe([new("2025", 7), new("2026", 7)]);
        Differences(second, Set(2026, Renamed)).ShouldBeEmpty();
    }

    [Fact]
    public void A_unit_that_ends_before_the_day_is_asked_for_nothing()
    {
        var edition = Edition(2025);
        edition = edition with { Units = [edition.Units[0] with { Until = new(2026, 12, 30) }, edition.Units[1]] };
        var targets = TargetTracking.Of(edition, Set(2025), []).ShouldNotBeNull();
        targets[0].Units.Select(unit => unit.Unit).ShouldBe(["b"]);
        targets[1].Units.Select(unit => unit.Unit).ShouldBe(["b"]);
        var day = edition with { Units = [edition.Units[0] with { Until = new(2026, 12, 31) }, edition.Units[1]] };
        TargetTracking.Of(day, Set(2025), [])![1].Units.Select(unit => unit.Unit).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Targets_that_an_earlier_version_followed_for_more_units_are_checked_as_they_were()
    {
        var edition = Edition(2025);
        var ended = edition with { Units = [edition.Units[0] with { Until = new(2025, 12, 31) }, edition.Units[1]] };
        Differences(ended, Set(2025)).ShouldBeEmpty();
        var forged = ended with { Targets = [ended.Targets![0] with { Units = [ended.Targets[0].Units[0] with { Pace = 99 }, .. ended.Targets[0].Units.Skip(1)] }, .. ended.Targets.Skip(1)] };
        Differences(forged, Set(2025)).Single().ShouldContain("pace");
    }

    [Fact]
    public void A_unit_that_merged_begins_anew()
    {
        var edition = Edition(2026);
        var merged = edition with
        {
            Units = [edition.Units[0] with { Lineage = new(new(2026, 4, 15), LineageKind.Merged, [new("a", 0.5), new("c", 0.5)]) }, edition.Units[1]],
        };
        var targets = TargetTracking.Of(merged, Set(2026), [Past(Edition(2025))]).ShouldNotBeNull();
        targets[0].Units[0].Readings.Select(reading => reading.Period).ShouldBe(["2026-q3"]);
        Differences(merged with { Targets = targets }, Set(2026)).ShouldBeEmpty();
    }

    [Fact]
    public void An_edition_s_own_file_is_enough_to_check_its_targets()
    {
        var edition = Follow(2026, Edition(2025));
        Differences(edition, Set(2026)).ShouldBeEmpty();
        var read = EditionFile.Read(EditionFile.Write(edition)).Edition.ShouldNotBeNull();
        Differences(read, Set(2026)).ShouldBeEmpty();
        var forged = edition with { Targets = [edition.Targets![0] with { Units = [edition.Targets[0].Units[0] with { Missing = 1 }, .. edition.Targets[0].Units.Skip(1)] }, .. edition.Targets.Skip(1)] };
        Differences(forged, Set(2026)).Single().ShouldContain("missing");
        var surer = edition with { Targets = [edition.Targets![0] with { Units = [edition.Targets[0].Units[0] with { Chance = 0.9 }, .. edition.Targets[0].Units.Skip(1)] }, .. edition.Targets.Skip(1)] };
        Differences(surer, Set(2026)).Single().ShouldContain("0.9");
        var wild = edition with { Targets = [edition.Targets![0] with { Units = [edition.Targets[0].Units[0] with { Readings = [new("2025-q9", 1)] }] }] };
        Differences(wild, Set(2026)).Single().ShouldContain("readings");
        Differences(edition with { Targets = null }, Set(2026)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2024-q1", 2)]
    [InlineData("2025-q3", 1)]
    [InlineData("2023", 1)]
    public void Earlier_readings_are_made_again_from_the_editions_at_hand(string period, int needed)
    {
        string Years(string yaml) => yaml.Replace("nodes:", "maps: [{ set: t, year: 2025, codes: { \"3.1\": \"3.1\", \"3.2\": \"3.2\" } }, { set: t, year: 2024, codes: { \"3.1\": \"3.1\", \"3.2\": \"3.2\" } }]\nnodes:", StringComparison.Ordinal);
        Edition first = Follow(2024, Edition(2023)), second = Follow(2025, first);
        PreviousEdition[] past = [Past(second), Past(first)];
        var third = PastYears.LaidBeside(Edition(2026, Years), Set(2026, Years), past);
        third = third with { Targets = TargetTracking.Of(third, Set(2026, Years), past) };
        third.Targets![2].Units[0].Readings.Select(reading => reading.Period).ShouldBe(["2023", "2024", "2025", "2026"]);
        for (int atHand = 0; atHand <= 2; atHand++)
            Differences(third, Set(2026, Years), past[..atHand]).ShouldBeEmpty();
        Differences(third, Set(2026, Years), past[1..]).ShouldBeEmpty();

        // A reading changed, and all that follows from it made to fit.
        var changed = third with
        {
            Targets = [.. third.Targets.Select(target => target with { Units = [.. target.Units.Select(unit => unit with { Readings = [.. unit.Readings.Select(reading => reading.Period == period ? reading with { Value = 1 } : reading)] })] })],
        };
        changed = changed with { Targets = TargetTracking.Again(changed, Set(2026, Years), []) };
        Differences(changed, Set(2026, Years), past[..(needed - 1)]).ShouldBeEmpty();
        Differences(changed, Set(2026, Years), past[..needed]).Single().ShouldContain($"units a readings {period} value is 1, where ");
    }

    [Fact]
    public void A_unit_taken_out_of_a_target_is_missed()
    {
        var edition = Follow(2026, Edition(2025));
        Differences(edition with { Targets = [edition.Targets![0] with { Units = [] }, .. edition.Targets.Skip(1)] }, Set(2026)).Single().ShouldBe("targets: 3.1 units: 0 rows, where 2 belong");
    }

    [Fact]
    public void Another_method_with_the_same_chances_is_remarked()
    {
        var edition = Follow(2026, Edition(2025));
        var remarks = new List<string>();
        TargetCheck.Differences(edition with { Targets = [edition.Targets![0] with { Method = "drift" }, .. edition.Targets.Skip(1)] }, Set(2026), [], remarks).ShouldBeEmpty();
        remarks.ShouldBe(["targets: 3.1 connected/needed: its chances say method drift, where this machine chooses none with the same chances"]);
    }

    [Fact]
    public void A_set_without_targets_is_not_followed() =>
        TargetTracking.Of(EditionCompute.Compute(SmallRound.Frozen()), SmallRound.Set, []).ShouldBeNull();

    private static IEnumerable<string> Differences(Edition edition, Dti.Scoring.Sets.IndicatorSet set, params PreviousEdition[] past) => TargetCheck.Differences(edition, set, past, []);

    private static Edition Follow(int year, Edition before, Func<string, string>? change = null, Dictionary<string, string>? keys = null)
    {
        var edition = Edition(year, change, keys);
        return edition with { Targets = TargetTracking.Of(edition, Set(year, change), [Past(before)]) };
    }

    private static Edition Edition(int year, Func<string, string>? change = null, Dictionary<string, string>? keys = null)
    {
        EditionInput Cell(string key, string quarter, double value) => SmallRound.Cell("a", keys?[key] ?? key, quarter, self: InputValue.Of(value));
        var reading = Reading(year, change);
        var edition = EditionCompute.Compute(SmallRound.Frozen() with
        {
            Set = reading.Set!, SetYaml = reading.Yaml, SetSha256 = reading.Sha256,
            Units = [new("a", "A", null, "", "", true), new("b", "B", null, "", "", true)],
            Cells =
            [
                Cell("3.1.connected", "q1", 1), Cell("3.1.needed", "q1", 5), Cell("3.1.connected", "q2", 2), Cell("3.1.needed", "q2", 0),
                Cell("3.1.connected", "q3", 3), Cell("3.1.needed", "q3", 5), Cell("3.2", "q1", 3), Cell("3.2", "q2", 4),
            ],
            History = [],
        });
        return edition with { Targets = TargetTracking.Of(edition, reading.Set!, []) };
    }

    private static PreviousEdition Past(Edition edition) => PreviousEdition.Read(EditionFile.Write(edition), out _).ShouldNotBeNull();

    private static Dti.Scoring.Sets.IndicatorSet Set(int year, Func<string, string>? change = null) => Reading(year, change).Set!;

    private static SetReading Reading(int year, Func<string, string>? change) =>
        SetFile.Parse((change ?? (yaml => yaml))(Yaml.Replace("year: 2025\n", FormattableString.Invariant($"year: {year}\n"), StringComparison.Ordinal)), "t.yaml");
}
