using Dti.Scoring.Comparisons;
using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Comparisons;

public sealed class InputMappingTests
{
    private static readonly Node Old = Given.Indicator("1", 10, new LinearRule(new("1", "a"), 0, 10), Given.Number("a"), Given.Number("b"));
    private static readonly Node New = Given.Indicator("N", 10, new LinearRule(new("N", "b"), 0, 10), Given.Number("b"), Given.Number("c"), Given.Number("a"));

    [Fact]
    public void Two_indicators_of_one_input_each_fit_whatever_the_inputs_are_called() =>
        Pairs(Between(One("1", Given.Number("x")), One("N", Given.Number("y")), ("1", "N"))).ShouldBe(["1>N"]);

    [Fact]
    public void Of_several_inputs_those_of_the_same_id_fit_in_the_later_sets_order() =>
        Pairs(Between([Old], [New], ("1", "N"))).ShouldBe(["1.b>N.b", "1.a>N.a"]);

    [Fact]
    public void One_input_meets_several_by_its_id_alone()
    {
        Pairs(Between(One("1", Given.Number("c")), [New], ("1", "N"))).ShouldBe(["1>N.c"]);
        Pairs(Between([Old], One("N", Given.Number("b")), ("1", "N"))).ShouldBe(["1.b>N"]);
        var fault = Between(One("1", Given.Number("x")), [New], ("1", "N")).Faults.ShouldHaveSingleItem();
        (fault.Key, fault.Code, fault.Message).ShouldBe(("1", InputMapping.Mismatch, "'1' and 'N' have no input of the same id; map each input by itself"));
    }

    [Fact]
    public void An_input_named_by_itself_goes_before_its_indicator() =>
        Pairs(Between([Old], [New], ("1", "N"), ("1.a", "N.b"), ("1.b", "N.c"))).ShouldBe(["1.a>N.b", "1.b>N.c", "1.a>N.a"]);

    [Fact]
    public void A_key_the_earlier_set_does_not_have_is_named_with_those_it_has()
    {
        var map = new SetMap("thu", 2024, [new("9", "N"), new("1.a", "N.b")], Nothing, ["8", "1.b"]);
        var mapping = InputMapping.Between(map, Given.Points(Old, Given.Ten("2")), Given.Points(New));
        Pairs(mapping).ShouldBe(["1.a>N.b"]);
        mapping.Faults.Select(fault => (fault.Key, fault.Code, fault.Message)).ShouldBe([
            ("9", InputMapping.UnknownSource, "the set thu 2024 has no '9'"), ("8", InputMapping.UnknownSource, "the set thu 2024 has no '8'")]);
        mapping.Faults[0].Known.ShouldBe(["1", "2", "1.a", "1.b", "2.x"]);
    }

    [Theory]
    [InlineData(InputType.Number, InputType.Number, null)]
    [InlineData(InputType.YesNo, InputType.YesNo, null)]
    [InlineData(InputType.Count, InputType.Number, null)]
    [InlineData(InputType.Percent, InputType.Number, null)]
    [InlineData(InputType.Number, InputType.Count, "'1' cannot become 'N': number is no count")]
    [InlineData(InputType.Number, InputType.Percent, "'1' cannot become 'N': number is no percent")]
    [InlineData(InputType.Count, InputType.Percent, "'1' cannot become 'N': count is no percent")]
    [InlineData(InputType.YesNo, InputType.Number, "'1' cannot become 'N': yes_no is no number")]
    [InlineData(InputType.Number, InputType.YesNo, "'1' cannot become 'N': number is no yes_no")]
    [InlineData(InputType.Choice, InputType.Number, "'1' cannot become 'N': choice is no number")]
    public void A_type_becomes_itself_or_a_wider_one(InputType old, InputType now, string? misfit)
    {
        var mapping = Between(One("1", Given.Input("x", old, "a")), One("N", Given.Input("x", now, "a")), ("1", "N"));
        mapping.Faults.Select(fault => fault.Message).SingleOrDefault().ShouldBe(misfit);
        Pairs(mapping).ShouldBe(misfit is null ? ["1>N"] : []);
    }

    [Fact]
    public void A_normalised_leaf_takes_numbers_counts_and_percentages_and_gives_numbers()
    {
        Node[] leaf = [Given.Leaf("L", new(NormaliseKind.MinMax))];
        foreach (var type in new[] { InputType.Number, InputType.Count, InputType.Percent })
            Pairs(Between(One("1", Given.Input("x", type)), leaf, ("1", "L"))).ShouldBe(["1>L"]);
        Between(One("1", Given.Input("x", InputType.YesNo)), leaf, ("1", "L")).Faults[0].Message.ShouldEndWith("yes_no is no number");
        Pairs(Between(leaf, One("1", Given.Number("x")), ("L", "1"))).ShouldBe(["L>1"]);
        Between(leaf, One("1", Given.Input("x", InputType.Count)), ("L", "1")).Faults[0].Message.ShouldEndWith("number is no count");
        Pairs(Between(leaf, leaf, ("L", "L"))).ShouldBe(["L>L"]);
    }

    [Fact]
    public void Options_keep_their_codes_unless_the_map_says_what_they_become()
    {
        Node[] old = One("1", Given.Input("x", InputType.Choice, "có", "một phần", "chưa")), now = One("N", Given.Input("x", InputType.Choice, "có", "không"));
        var fault = Between(old, now, ("1", "N")).Faults.ShouldHaveSingleItem();
        fault.Message.ShouldBe("'1' cannot become 'N': its option 'một phần' is not among có, không; say under options what it becomes");

        var options = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["N"] = new Dictionary<string, string> { ["một phần"] = "không", ["chưa"] = "không" } };
        var pair = InputMapping.Between(new("thu", 2024, [new("1", "N")], options, []), Given.Points(old), Given.Points(now)).Pairs.ShouldHaveSingleItem();
        (pair.OptionOf("có"), pair.OptionOf("chưa"), pair.OptionOf("2024-03-01")).ShouldBe(("có", "không", "2024-03-01"));
        (pair.OldOptionOf("có"), pair.OldOptionOf("không"), pair.OldOptionOf("lạ")).ShouldBe(("có", "một phần", null));
    }

    [Fact]
    public void What_is_no_choice_is_its_own_old_option() =>
        Between(One("1", Given.Number("x")), One("N", Given.Number("x")), ("1", "N")).Pairs[0].OldOptionOf("12").ShouldBe("12");

    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> Nothing = [];

    private static Node[] One(string code, Input input) => [Given.Indicator(code, 10, new LinearRule(new(code, input.Id), 0, 10), input)];

    private static InputMapping Between(Node[] from, Node[] to, params (string From, string To)[] codes) => InputMapping.Between(
        new("thu", 2024, [.. codes.Select(code => new CodeMap(code.From, code.To))], Nothing, []), SetOf(from), SetOf(to));

    private static IndicatorSet SetOf(Node[] nodes) => nodes[0].Normalised is null ? Given.Points(nodes) : Given.Composite(nodes);

    private static IEnumerable<string> Pairs(InputMapping mapping) => mapping.Pairs.Select(pair => $"{pair.Old.Key}>{pair.New.Key}");
}
