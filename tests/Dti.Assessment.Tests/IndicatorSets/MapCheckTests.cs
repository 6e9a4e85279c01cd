using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tests.Tables;
using Dti.Scoring.Comparisons;

namespace Dti.Assessment.Tests.IndicatorSets;

/// <summary>What of a map shows only beside the earlier set.</summary>
public sealed class MapCheckTests : IDisposable
{
    private const string Earlier = """
        set: s
        year: 2024
        nodes:
          - { code: "1", points: 5, inputs: [{ id: done, type: count }, { id: planned, type: count }], rule: { ratio: { of: done, to: planned } } }
          - { code: "2", points: 5, inputs: [{ id: stage, type: choice, options: [none, begun, over] }], rule: { choice: { of: stage, shares: { none: 0, begun: 0.5, over: 1 } } } }
          - { code: "3", points: 5, rule: { timeliness: { } } }
        """;

    private readonly Folder folder = new();

    [Fact]
    public void A_whole_indicator_maps_every_input_of_the_same_id_and_a_single_one_says_more()
    {
        var mapping = Mapping("""codes: { "1": "9", "1.planned": 9.needed, "2": "8", "3": "7" }, options: { "8": { begun: draft, over: issued } }""");
        mapping.Faults.ShouldBeEmpty();
        mapping.Pairs.Select(pair => (pair.Old.Key, pair.New.Key)).ShouldBe([
            ("1.done", "9.done"), ("1.planned", "9.needed"), ("2", "8"), ("3.q1", "7.q1"), ("3.q2", "7.q2"), ("3.q3", "7.q3"), ("3.q4", "7.q4")]);
        mapping.Pairs[2].OptionOf("begun").ShouldBe("draft");
        mapping.Pairs[2].OptionOf("none").ShouldBe("none");
    }

    [Fact]
    public void One_input_of_an_indicator_may_have_no_source() =>
        Mapping("""codes: { "1": "9" }""").Pairs.Select(pair => pair.New.Key).ShouldBe(["9.done"]);

    [Fact]
    public void Codes_types_and_options_that_do_not_fit_are_named_where_they_stand()
    {
        folder.Write("2024.yaml", Earlier);
        string later = folder.Write("2025.yaml", Later("""codes: { "1.doen": 9.done, "1.planned": "8", "2": "7", "3": "9" }, unmapped: ["4"]"""));
        var output = new StringWriter();
        CheckReport.Check([later], output).ShouldBe(1);
        output.ToString().Split(output.NewLine, StringSplitOptions.RemoveEmptyEntries).ShouldBe([
            $"{later}:3:39 unknown-map-source the set s 2024 has no '1.doen'; did you mean '1.done'?",
            $"{later}:3:57 map-type-mismatch '1.planned' cannot become '8': count is no choice",
            $"{later}:3:75 map-type-mismatch '2' and '7' have no input of the same id; map each input by itself",
            $"{later}:3:85 map-type-mismatch '3' and '9' have no input of the same id; map each input by itself",
            $"{later}:3:108 unknown-map-source the set s 2024 has no '4'; did you mean '1'?",
            "1 set, 5 faults"]);
    }

    [Fact]
    public void An_option_that_is_gone_and_not_said_is_named() =>
        Mapping("""codes: { "2": "8" }""").Faults.Single().Message.ShouldBe("'2' cannot become '8': its option 'begun' is not among none, draft, issued; say under options what it becomes");

    [Fact]
    public void A_set_whose_earlier_one_is_not_at_hand_is_checked_alone() =>
        CheckReport.Check([folder.Write("2025.yaml", Later("""codes: { "77": "9" }"""))], new StringWriter()).ShouldBe(0);

    public void Dispose() => folder.Dispose();

    private static InputMapping Mapping(string map)
    {
        var later = SetFile.Parse(Later(map), "s").Set.ShouldNotBeNull();
        return InputMapping.Between(later.Maps.Single(), SetFile.Parse(Earlier, "s").Set!, later);
    }

    private static string Later(string map) => $$"""
        set: s
        year: 2025
        maps: [{ set: s, year: 2024, {{map}} }]
        nodes:
          - { code: "9", points: 5, inputs: [{ id: done, type: count }, { id: needed, type: count }], rule: { ratio: { of: done, to: needed } } }
          - { code: "8", points: 5, inputs: [{ id: level, type: choice, options: [none, draft, issued] }], rule: { choice: { of: level, shares: { none: 0, draft: 0.5, issued: 1 } } } }
          - { code: "7", points: 5, rule: { timeliness: { } } }
        """;
}
