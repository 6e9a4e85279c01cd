using System.Reflection;
using Dti.Assessment.IndicatorSets;

namespace Dti.Assessment.Tests.IndicatorSets;

public sealed class SetFaultTests
{
    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        for (int i = 0; i < SetFaultCases.All.Length; i++)
            data.Add(i, SetFaultCases.All[i].Code);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_fault_is_named_at_its_line_and_column(int index, string code)
    {
        var (_, marked, says) = SetFaultCases.All[index];
        var before = marked[..marked.IndexOf(SetFaultCases.Mark, StringComparison.Ordinal)];
        int line = before.Count(c => c == '\n') + 1, column = before.Length - before.LastIndexOf('\n');

        var reading = SetFile.Parse(marked.Remove(before.Length, 1), "s.yaml");

        reading.Set.ShouldBeNull();
        var fault = reading.Faults.ShouldHaveSingleItem();
        fault.ToString().ShouldStartWith($"s.yaml:{line}:{column} {code} ");
        fault.Message.ShouldContain(says);
    }

    [Fact]
    public void Every_code_has_a_case()
    {
        string[] ofFiles = [SetFaultCodes.MissingFile, SetFaultCodes.NotAFile, SetFaultCodes.Unreadable, SetFaultCodes.TooLarge, SetFaultCodes.InvalidUtf8, SetFaultCodes.TooManyFaults];
        string[] ofTwoSets = [SetFaultCodes.UnknownMapSource, SetFaultCodes.MapTypeMismatch];
        var codes = typeof(SetFaultCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetValue(null)!);
        codes.Except(SetFaultCases.All.Select(item => item.Code)).Except(ofFiles).Except(ofTwoSets).ShouldBeEmpty();
    }

    [Fact]
    public void All_faults_are_found_in_one_pass_in_the_order_of_the_file()
    {
        var faults = SetFile.Parse("""
            set: s
            yaer: 2025
            ranking: { ties: mni }
            nodes:
              - code: "1"
                points: -5
                rule: { ratio: { of: a, to: b } }
              - code: "1"
                points: x
                rule: { yes_no: { } }
            """, "s.yaml").Faults;
        faults.Select(fault => (fault.Line, fault.Code)).ShouldBe([
            (1, "missing-key"), (2, "unknown-key"), (3, "unknown-word"), (6, "points-negative"), (7, "unknown-operand"), (7, "unknown-operand"),
            (8, "duplicate-code"), (9, "unknown-parameter"), (10, "missing-key")]);
    }

    [Fact]
    public void A_ring_of_three_is_named_once_and_a_chain_is_none()
    {
        static string Leaf(string code, string to) => $"- {{ code: {code}, points: 1, inputs: [{{ id: x, type: count }}], rule: {{ ratio: {{ of: x, to: {to}.x }} }} }}\n";
        string start = "set: s\nyear: 2025\nnodes:\n";
        SetFile.Parse(start + Leaf("a", "b") + Leaf("b", "c") + Leaf("c", "a"), "s").Faults.ShouldHaveSingleItem().Message.ShouldContain("a → b → c → a");
        SetFile.Parse(start + Leaf("a", "b") + Leaf("b", "c") + Leaf("c", "c"), "s").Faults.ShouldBeEmpty();
    }

    [Fact]
    public void A_fault_in_an_inputs_type_does_not_make_its_operand_unknown() =>
        SetFile.Parse("set: s\nyear: 2025\nnodes: [{ code: a, points: 1, inputs: [{ id: x, type: cuont }], rule: { relative: { of: x } } }]", "s")
            .Faults.ShouldHaveSingleItem().Code.ShouldBe(SetFaultCodes.UnknownWord);

    [Fact]
    public void Beyond_two_hundred_faults_the_rest_is_counted()
    {
        string yaml = "set: s\nyear: 2025\n" + string.Concat(Enumerable.Range(0, 250).Select(i => $"key{i}: 1\n")) + "nodes: [{ code: a, points: 1, rule: { timeliness: {} } }]";
        var faults = SetFile.Parse(yaml, "s").Faults;
        faults.Count.ShouldBe(201);
        faults[^1].Message.ShouldStartWith("50 more faults");
        faults.Take(200).ShouldAllBe(fault => fault.Code == SetFaultCodes.UnknownKey);
    }
}
