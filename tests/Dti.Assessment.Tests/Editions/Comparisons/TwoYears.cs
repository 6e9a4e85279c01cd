using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Comparisons;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;

namespace Dti.Assessment.Tests.Editions.Comparisons;

/// <summary>Two years and two methods, worked out by hand in <see cref="ComparingTests"/>.</summary>
internal static class TwoYears
{
    internal const string Old = """
        set: s
        year: 2024
        groups: [{ code: so }]
        nodes:
          - code: "1"
            children:
              - { code: "1.1", points: 40, inputs: [{ id: published, type: count, from: metric:datasets_published }, { id: listed, type: count }], rule: { ratio: { of: published, to: listed } } }
              - { code: "1.2", points: 20, inputs: [{ id: plan, type: yes_no }], rule: { yes_no: { of: plan } } }
              - { code: "1.3", points: 40, inputs: [{ id: staff, type: count }], rule: { linear: { of: staff, from: 0, to: 4 } } }
        """;

    internal const string Maps = """maps: [{ set: s, year: 2024, codes: { "1.1.published": 1.1.done, "1.1.listed": 1.1.listed, "1.2": "2.1" }, unmapped: ["1.3"] }]""";

    internal const string New = """
        set: s
        year: 2025
        groups: [{ code: so }]
        #maps
        nodes:
          - code: "1"
            children:
              - { code: "1.1", points: 100, inputs: [{ id: done, type: count }, { id: listed, type: count }], rule: { ratio: { of: done, to: listed } } }
          - code: "2"
            children:
              - { code: "2.1", points: 50, inputs: [{ id: plan, type: yes_no }], rule: { yes_no: { of: plan } } }
              - { code: "2.2", points: 50, inputs: [{ id: hours, type: number }], rule: { linear: { of: hours, from: 0, to: 10 } } }
        """;

    /// <summary>Three units: 90, 40 and 60 of 100 points.</summary>
    internal static Edition Before() => Of(Old, [.. new[] { "a", "b", "c" }.Select(unit => new EditionUnit(unit, unit.ToUpperInvariant(), null, "so", "", true))],
        ("a", 30, 40, true, 4), ("b", 40, 40, false, 0), ("c", 20, 40, true, 2));

    /// <summary>a goes on; d is b and c merged, weighted 1 : 3; e is new; f has its past in a part of a unit that was split.</summary>
    internal static Edition After(string maps = Maps) => Of(New.Replace("#maps", maps, StringComparison.Ordinal),
        [
            new("a", "A", null, "so", "", true),
            new("d", "D", null, "so", "", true) { Lineage = new(new(2025, 3, 1), LineageKind.Merged, [new("b", 1), new("c", 3)]) },
            new("e", "E", null, "so", "", true) { Lineage = new(new(2025, 1, 1), LineageKind.New, []) },
            new("f", "F", null, "so", "", true) { Lineage = new(new(2025, 7, 1), LineageKind.Split, []), Quarters = ["q3", "q4"] },
        ],
        ("a", 20, 40, true, 10), ("d", 40, 40, true, 0), ("e", 0, 40, false, 5), ("f", 10, 40, false, 0));

    internal static PreviousEdition Previous(Edition edition) =>
        PreviousEdition.Read(EditionFile.Write(edition), out string? fault) ?? throw new InvalidOperationException(fault);

    internal static Edition Compared(Edition now, Edition before) => now with { Comparison = Compare(now, before), PreviousSha256 = Previous(before).Sha256 };

    internal static EditionComparison Compare(Edition now, Edition before) =>
        Comparing.Of(now, SetFile.Parse(now.Set.Yaml, "s").Set!, Previous(before));

    internal static Edition Of(string yaml, EditionUnit[] units, params (string Unit, double Done, double Listed, bool Plan, double Last)[] rows)
    {
        var reading = SetFile.Parse(yaml, "s.yaml");
        string[] keys = reading.Set!.Year < 2025 ? ["1.1.published", "1.1.listed", "1.2", "1.3"] : ["1.1.done", "1.1.listed", "2.1", "2.2"];
        return EditionCompute.Compute(SmallRound.Frozen() with
        {
            Set = reading.Set,
            SetYaml = reading.Yaml,
            SetSha256 = reading.Sha256,
            Units = units,
            History = [],
            Cells = [.. rows.SelectMany(row => keys.Zip([InputValue.Of(row.Done), InputValue.Of(row.Listed), InputValue.Of(row.Plan), InputValue.Of(row.Last)],
                (key, value) => new EditionInput { Unit = row.Unit, Key = key, Quarter = "q4", Verified = value, Counted = Layer.None }))],
        });
    }
}
