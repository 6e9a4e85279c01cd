using System.Text;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tables;
using Dti.Scoring.Sets;
using Dti.Scoring.Tables;

namespace Dti.Assessment.Tests.Tables;

public sealed class TableFileTests : IDisposable
{
    private static readonly IndicatorSet Set = Load("""
        set: s
        year: 2025
        groups: [{ code: so }, { code: huyen }]
        nodes:
          - code: "1"
            points: 10
            inputs: [{ id: published, type: count }, { id: listed, type: count }]
            rule: { ratio: { of: published, to: listed } }
          - code: "2"
            points: 5
            inputs: [{ id: plan, type: yes_no }]
            rule: { yes_no: { of: plan } }
          - { code: "3", points: 5, rule: { timeliness: {} } }
          - code: "4"
            points: 5
            inputs: [{ id: level, type: choice, options: [low, high] }]
            rule: { choice: { of: level, shares: { low: 0.5, high: 1 } } }
        """);

    private static readonly IndicatorSet Composite = Load("""
        set: tai
        year: 2001
        nodes:
          - { code: Goods, normalise: min_max, denominator: GDP, impute: group_mean, impute_by: region }
          - { code: Flights, normalise: min_max, impute: group_mean }
        """);

    private const string Header = "unit,group,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4,4\n";

    private readonly Folder folder = new();

    [Fact]
    public void A_table_is_read_in_the_order_of_its_rows()
    {
        var table = Read(Header + "b,so,98,120,1,on_time,late,none,,high\na,huyen,0,,false,,,,,low\n");
        table.Units.ShouldBe([new("b", "so"), new("a", "huyen")]);
        table.Columns.Keys.ShouldBe(["1.published", "1.listed", "2", "3.q1", "3.q2", "3.q3", "3.q4", "4"]);
        table.Columns["1.published"].ShouldBe([98, 0]);
        table.Columns["1.listed"].ShouldBe([120, double.NaN]);
        table.Columns["2"].ShouldBe([1, 0]);
        table.Columns["3.q1"].ShouldBe([Timeliness.OnTime, double.NaN]);
        table.Columns["3.q2"].ShouldBe([Timeliness.Late, double.NaN]);
        table.Columns["4"].ShouldBe([1, 0]);
    }

    [Fact]
    public void Ranked_and_pool_may_stand_anywhere_after_the_group()
    {
        var table = Read("unit,group,ranked,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4,4,pool\na,so,0,1,1,1,,,,,,x\nb,so,1,1,1,1,,,,,,\nc,so,,1,1,1,,,,,,\n");
        table.Units.ShouldBe([new("a", "so", "x", false), new("b", "so"), new("c", "so")]);
    }

    [Fact]
    public void Quotes_line_ends_blank_lines_and_a_byte_order_mark_are_read()
    {
        string text = "\uFEFF\"unit\",group,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4,4\r\n\"a \"\"x\"\",\r\ny\",so,\" 1 \",2,TRUE,,,,,\r\n\r\nb,so,1,2,1,,,,,\r\n\r\n";
        var table = Read(text);
        table.Units.Select(unit => unit.Code).ShouldBe(["a \"x\",\r\ny", "b"]);
        table.Columns["1.published"].ShouldBe([1, 1]);
    }

    [Fact]
    public void One_group_alone_can_be_kept()
    {
        var reading = TableFile.Read(folder.Write("t.csv", Header + "a,so,1,1,1,,,,,\nb,huyen,2,2,1,,,,,\n"), Set, "huyen");
        reading.Table!.Units.ShouldBe([new("b", "huyen")]);
        reading.Table.Columns["1.published"].ShouldBe([2]);
    }

    [Fact]
    public void A_composite_reads_denominators_and_the_words_that_impute_by()
    {
        var table = Read("unit,group,Flights,Goods,region,GDP\nVN,Asia,1.5,2,SEA,300\nNO,Europe,,3,North,1e3\n", Composite);
        table.Units.Select(unit => unit.Group).ShouldBe(["Asia", "Europe"]);
        table.Columns["GDP"].ShouldBe([300, 1000]);
        table.Columns["Flights"].ShouldBe([1.5, double.NaN]);
        table.Labels["region"].ShouldBe(["SEA", "North"]);
    }

    [Fact]
    public void A_set_with_one_group_or_none_lets_the_cell_be_empty()
    {
        var one = Load("set: s\nyear: 2025\ngroups: [{ code: so }]\nnodes: [{ code: a, points: 1, inputs: [{ id: x, type: yes_no }], rule: { yes_no: { of: x } } }]");
        Read("unit,group,a\nu,,1\n", one).Units.ShouldBe([new("u", "so")]);
        var none = Load("set: s\nyear: 2025\nnodes: [{ code: a, points: 1, inputs: [{ id: x, type: yes_no }], rule: { yes_no: { of: x } } }]");
        Read("unit,group,a\nu,,1\n", none).Units.ShouldBe([new("u", "")]);
    }

    [Theory]
    [InlineData("unit,group,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4\na,so,1,1,1,,,,\n", 1, "4", TableFaultCodes.MissingColumn, "add it")]
    [InlineData("unit,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4,4\na,1,1,1,,,,,\n", 1, "group", TableFaultCodes.MissingColumn, "'group' is missing")]
    [InlineData("unit,group,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4,4,pol\na,so,1,1,1,,,,,,\n", 1, "pol", TableFaultCodes.UnknownColumn, "did you mean 'pool'?")]
    [InlineData("unit,group,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4,4,4\na,so,1,1,1,,,,,,\n", 1, "4", TableFaultCodes.DuplicateColumn, "stands twice")]
    [InlineData("unit,group,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4,4,\na,so,1,1,1,,,,,,\n", 1, "#11", TableFaultCodes.UnknownColumn, "without a name")]
    [InlineData("unit;group;2\na;so;1\n", 1, "", TableFaultCodes.WrongSeparator, "commas")]
    [InlineData(Header, 1, "", TableFaultCodes.NoUnits, "no unit")]
    [InlineData("", 1, "", TableFaultCodes.EmptyFile, "unit,group")]
    [InlineData(" \n\n", 1, "", TableFaultCodes.EmptyFile, "unit,group")]
    [InlineData(Header + ",so,1,1,1,,,,,\n", 2, "unit", TableFaultCodes.EmptyUnit, "no code")]
    [InlineData(Header + "a,so,1,1,1,,,,,\n\nb,so,1,1,1,,,,,\na,so,1,1,1,,,,,\n", 5, "unit", TableFaultCodes.DuplicateUnit, "line 2")]
    [InlineData(Header + "a,s0,1,1,1,,,,,\n", 2, "group", TableFaultCodes.UnknownGroup, "did you mean 'so'?")]
    [InlineData(Header + "a,,1,1,1,,,,,\n", 2, "group", TableFaultCodes.UnknownGroup, "one of so, huyen")]
    [InlineData(Header + "a,so,1,1,1,,,,\n", 2, "", TableFaultCodes.RaggedRow, "9 cells where the header has 10")]
    [InlineData(Header + "a,so,1,1,1,,,,,,\n", 2, "", TableFaultCodes.RaggedRow, "11 cells")]
    [InlineData(Header + "a,so,NaN,1,1,,,,,\n", 2, "1.published", TableFaultCodes.InvalidValue, "NaN")]
    [InlineData(Header + "a,so,1e999,1,1,,,,,\n", 2, "1.published", TableFaultCodes.InvalidValue, "1e999")]
    [InlineData(Header + "a,so,\"1,5\",1,1,,,,,\n", 2, "1.published", TableFaultCodes.InvalidValue, "comma")]
    [InlineData(Header + "a,so,1,1,yes,,,,,\n", 2, "2", TableFaultCodes.InvalidValue, "1, 0, true or false")]
    [InlineData(Header + "\"a\nb\",so,1,1,1,,,,,\nc,so,1,1,1,early,,,,\n", 4, "3.q1", TableFaultCodes.InvalidValue, "on_time, late or none")]
    [InlineData(Header + "a,so,1,1,1,,,,,\nb,so,1,1,\"1,,,,,\n", 3, "#5", TableFaultCodes.UnterminatedQuote, "never closed")]
    [InlineData(Header + "a,so,1,1\",1,,,,,\n", 2, "#4", TableFaultCodes.MisplacedQuote, "quote the whole cell")]
    [InlineData(Header + "\"a\"b,so,1,1,1,,,,,\n", 2, "#1", TableFaultCodes.MisplacedQuote, "follows the closing quote")]
    [InlineData(Header + "a\0,so,1,1,1,,,,,\n", 2, "@2", TableFaultCodes.ControlCharacter, "U+0000")]
    public void A_fault_is_named_at_its_line_and_column(string text, int line, string column, string code, string says)
    {
        string path = folder.Write("t.csv", text);
        var reading = TableFile.Read(path, Set);
        reading.Table.ShouldBeNull();
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code).ShouldBe((line, column, code));
        fault.Message.ShouldContain(says);
        fault.ToString().ShouldStartWith(column.Length == 0 ? $"{path}:{line} {code} " : $"{path}:{line}:{column} {code} ");
    }

    [Fact]
    public void A_ranked_cell_is_one_or_zero() =>
        Fault("unit,group,ranked,1.published,1.listed,2,3.q1,3.q2,3.q3,3.q4,4\na,so,x,1,1,1,,,,,\n").ShouldBe((2, "ranked", TableFaultCodes.InvalidValue));

    [Fact]
    public void All_faults_are_found_in_one_pass()
    {
        var faults = TableFile.Read(folder.Write("t.csv", Header + "a,so,-1,x,2,,,,,\na,s,1,1,1,,,,,medium\n"), Set).Faults;
        faults.Select(fault => (fault.Line, fault.Column)).ShouldBe([(2, "1.published"), (2, "1.listed"), (2, "2"), (3, "unit"), (3, "group"), (3, "4")]);
    }

    [Fact]
    public void Beyond_two_hundred_faults_the_rest_is_counted()
    {
        var faults = TableFile.Read(folder.Write("t.csv", Header + string.Concat(Enumerable.Range(0, 300).Select(i => $"u{i},so,x,1,1,,,,,\n"))), Set).Faults;
        faults.Count.ShouldBe(201);
        faults[^1].Code.ShouldBe(TableFaultCodes.TooManyFaults);
        faults[^1].Message.ShouldStartWith("100 more");
    }

    [Fact]
    public void A_cell_of_ten_megabytes_is_a_fault() =>
        Fault(Header + "a,so,1,1,1,,,,," + new string('x', 10_000_000) + "\n").ShouldBe((2, "#10", TableFaultCodes.CellTooLarge));

    [Fact]
    public void A_quoted_cell_of_ten_megabytes_of_lines_is_a_fault() =>
        Fault(Header + "\"" + new string('\n', 10_000_000) + "\",so,1,1,1,,,,,\n").ShouldBe((2, "#1", TableFaultCodes.CellTooLarge));

    [Fact]
    public void A_cell_of_exactly_the_largest_size_is_read() =>
        Read(Header + new string('u', 64 * 1024) + ",so,1,1,1,,,,,\n").Units.Count.ShouldBe(1);

    [Fact]
    public void Bytes_that_are_not_utf8_are_named()
    {
        string path = folder.Write("t.csv", [.. Encoding.UTF8.GetBytes(Header), .. "caf"u8, 0xE9, .. ",so,1,1,1,,,,,\n"u8]);
        var fault = TableFile.Read(path, Set).Faults.ShouldHaveSingleItem();
        (fault.Line, fault.Column, fault.Code).ShouldBe((2, "@4", TableFaultCodes.InvalidUtf8));
    }

    [Fact]
    public void A_folder_a_missing_file_and_a_huge_file_are_faults()
    {
        TableFile.Read(folder.Path, Set).Faults.ShouldHaveSingleItem().Code.ShouldBe(TableFaultCodes.NotAFile);
        TableFile.Read(folder.At("none.csv"), Set).Faults.ShouldHaveSingleItem().Code.ShouldBe(TableFaultCodes.MissingFile);
        using (var stream = File.Create(folder.At("huge.csv")))
            stream.SetLength(1L << 31);
        TableFile.Read(folder.At("huge.csv"), Set).Faults.ShouldHaveSingleItem().Code.ShouldBe(TableFaultCodes.TooLarge);
    }

    [Fact]
    public void A_group_asked_for_must_exist_and_have_units()
    {
        string path = folder.Write("t.csv", Header + "a,so,1,1,1,,,,,\n");
        TableFile.Read(path, Set, "s0").Faults.ShouldHaveSingleItem().Message.ShouldContain("did you mean 'so'?");
        TableFile.Read(path, Set, "huyen").Faults.ShouldHaveSingleItem().Message.ShouldContain("no unit of the table");
    }

    [Fact]
    public void A_composite_without_its_denominator_or_words_is_a_fault() =>
        TableFile.Read(folder.Write("t.csv", "unit,group,Goods,Flights\nVN,,1,1\n"), Composite).Faults.Select(fault => (fault.Column, fault.Code))
            .ShouldBe([("GDP", TableFaultCodes.MissingColumn), ("region", TableFaultCodes.MissingColumn)]);

    /// <summary>The bound is told at once, and the rest of the file is not read.</summary>
    [Fact]
    public void More_units_than_are_held_are_refused_with_the_bound()
    {
        var text = new System.Text.StringBuilder("unit,group,Goods,Flights,GDP,region\n");
        for (int unit = 0; unit <= 1_000_000; unit++)
            text.Append(unit).Append(",,,,,\n");
        var faults = TableFile.Read(folder.Write("t.csv", text.ToString()), Composite).Faults;
        faults.ShouldHaveSingleItem();
        (faults[0].Line, faults[0].Code).ShouldBe((1_000_002, TableFaultCodes.TooManyUnits));
        faults[0].Message.ShouldContain("more than 1000000 units");
    }

    [Fact]
    public void More_cells_than_are_held_are_refused_with_the_units_that_fit()
    {
        const int Leaves = 1_998, Fit = 10_000;
        var set = Load("set: wide\nyear: 2025\nnodes:\n" + string.Concat(Enumerable.Range(0, Leaves).Select(leaf => $"  - {{ code: c{leaf}, normalise: none }}\n")));
        var text = new System.Text.StringBuilder("unit,group").AppendJoin("", Enumerable.Range(0, Leaves).Select(leaf => $",c{leaf}")).Append('\n');
        string empty = new(',', Leaves + 1);
        for (int unit = 0; unit <= Fit; unit++)
            text.Append('u').Append(unit).Append(empty).Append('\n');
        var fault = TableFile.Read(folder.Write("t.csv", text.ToString()), set).Faults.ShouldHaveSingleItem();
        fault.Code.ShouldBe(TableFaultCodes.TooManyUnits);
        fault.Message.ShouldContain("at most 10000 units");
    }

    public void Dispose() => folder.Dispose();

    private UnitTable Read(string text, IndicatorSet? set = null)
    {
        var reading = TableFile.Read(folder.Write("t.csv", text), set ?? Set);
        reading.Faults.ShouldBeEmpty();
        return reading.Table.ShouldNotBeNull();
    }

    private (int, string, string) Fault(string text)
    {
        var fault = TableFile.Read(folder.Write("t.csv", text), Set).Faults.ShouldHaveSingleItem();
        return (fault.Line, fault.Column, fault.Code);
    }

    private static IndicatorSet Load(string yaml)
    {
        var reading = SetFile.Parse(yaml, "s.yaml");
        reading.Faults.ShouldBeEmpty();
        return reading.Set!;
    }
}
