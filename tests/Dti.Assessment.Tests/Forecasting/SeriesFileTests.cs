using System.Text;
using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class SeriesFileTests : IDisposable
{
    private const string Header = "unit,code,period,value\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("dti-series").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SeriesFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private SeriesFile Read(byte[] bytes)
    {
        string path = Path.Combine(_folder, "chuoi.csv");
        File.WriteAllBytes(path, bytes);
        return SeriesFile.Read(path);
    }

    private string Fault(string text)
    {
        SeriesFile file = Read(text);
        file.Points.ShouldBeEmpty();
        return file.Faults.ShouldHaveSingleItem().ToString()[(_folder.Length + 1)..];
    }

    [Fact]
    public void Years_and_quarters_are_read_in_any_order_of_columns()
    {
        SeriesFile file = Read("\uFEFFvalue,period,unit,code\r\n1.5,2024,\"a,b\",1.1\r\n-2e3,2024-q4,c,1.1\r\n,2025Q1,c,1.1\r\n");

        file.Faults.ShouldBeEmpty();
        file.Points.ShouldBe([
            new SeriesPoint("a,b", "1.1", new Period(2024, 1, false), 1.5),
            new SeriesPoint("c", "1.1", new Period(2024 * 4 + 3, 4, true), -2000),
            new SeriesPoint("c", "1.1", new Period(2025 * 4, 4, false), null),
        ]);
        file.Points.Select(p => p.Period.Plus(1).ToString()).ShouldBe(["2025", "2025-q1", "2025q2"]);
    }

    [Fact]
    public void An_optional_column_says_where_a_series_starts_anew_and_why()
    {
        SeriesFile file = Read("unit,code,period,value,break\na,x,2021,1,\na,x,2022,2,0\na,x,2023,3,1\na,x,2024,4,Đơn vị hợp nhất\n");

        file.Faults.ShouldBeEmpty();
        file.Points.Select(p => p.Break).ShouldBe([null, null, "", "Đơn vị hợp nhất"]);
    }

    [Fact]
    public void A_reason_of_a_break_is_not_a_book() => Fault("unit,code,period,value,break\na,x,2021,1," + new string('x', 201) + "\n").ShouldStartWith("chuoi.csv:2:12 break ");

    [Theory]
    [InlineData("unit,code,value\na,x,1\n", "chuoi.csv:1:1 missing-column there is no column 'period'")]
    [InlineData("unit,code,period,value,note\n", "chuoi.csv:1:24 unknown-column 'note'")]
    [InlineData(Header + "a,x,2024,NaN\n", "chuoi.csv:2:10 value 'NaN' is not a number")]
    [InlineData(Header + "a,x,2024,1e999\n", "chuoi.csv:2:10 value '1e999' is beyond")]
    [InlineData(Header + "a,x,2024,1e300\n", "chuoi.csv:2:10 value '1e300' is beyond")]
    [InlineData(Header + "a,x,2024,\"1,5\"\n", "chuoi.csv:2:10 value '\"1,5\"' is not a number")]
    [InlineData(Header + "a,x,2024-q5,1\n", "chuoi.csv:2:5 period '2024-q5' is not a year")]
    [InlineData(Header + "a,x,2024-01,1\n", "chuoi.csv:2:5 period ")]
    [InlineData(Header + "a,x,24,1\n", "chuoi.csv:2:5 period ")]
    [InlineData(Header + "a,x,2101,1\n", "chuoi.csv:2:5 period ")]
    [InlineData(Header + "a,x,٢٠٢٤,1\n", "chuoi.csv:2:5 period ")]
    [InlineData(Header + "a,x,2024,1\na,x,2024,1\n", "chuoi.csv:3:1 duplicate 'a' 'x' 2024 stands already in line 2")]
    [InlineData(Header + "a,x,2024-q1,1\na,x,2024Q1,1\n", "chuoi.csv:3:1 duplicate ")]
    [InlineData(Header + "a,x,2024,1\na,x,2024-q1,1\n", "chuoi.csv:3:5 mixed-periods '2024-q1' is a quarter, but line 2 of the same series is a year")]
    [InlineData(Header + ",x,2024,1\n", "chuoi.csv:2:1 unit ")]
    [InlineData(Header + "a,,2024,1\n", "chuoi.csv:2:3 code ")]
    [InlineData(Header + "a,x,2024\n", "chuoi.csv:2:1 columns the line has 3 cells, the header 4")]
    [InlineData(Header + "a,x,2024,\"1\n", "chuoi.csv:2:10 value ")]
    [InlineData(Header, "chuoi.csv:1:1 empty ")]
    [InlineData("", "chuoi.csv:1:1 empty ")]
    [InlineData("  \n\n", "chuoi.csv:1:1 empty ")]
    public void A_fault_names_its_place_and_what_is_wrong(string text, string start) => Fault(text).ShouldStartWith(start);

    [Fact]
    public void All_faults_are_collected() =>
        Read(Header + "a,x,2024x,NaN\n,x,2024,1\na,x,2024,1e999\n").Faults.Select(f => (f.Line, f.Code)).ShouldBe([(2, "period"), (2, "value"), (3, "unit"), (4, "value")]);

    [Fact]
    public void Beyond_two_hundred_faults_reading_stops()
    {
        IReadOnlyList<HistoryFault> faults = Read(Header + string.Concat(Enumerable.Repeat("a,x,2024,y\n", 5000))).Faults;

        faults.Count.ShouldBeInRange(200, 205);
        faults[^1].Code.ShouldBe("too-many-faults");
    }

    [Theory]
    [InlineData(SeriesRows.MostRows, 4)]
    [InlineData(SeriesRows.MostSeries, 1)]
    public void Rows_and_series_beyond_what_memory_is_kept_for_are_refused_at_the_first_of_them(int most, int years)
    {
        string rows = string.Concat(Enumerable.Range(0, most).Select(i => $"{i / years},x,{2020 + i % years},1\n"));

        Read(Header + rows).Points.Count.ShouldBe(most);
        Fault(Header + rows + "b,x,2024,1\n").ShouldStartWith($"chuoi.csv:{most + 2}:1 too-many-rows more than 1200000 rows or 1000000 series");
    }

    [Fact]
    public void A_quote_that_swallows_the_file_is_named_where_it_opens() =>
        Fault(Header + "\"a,x,2024,1\n" + string.Concat(Enumerable.Repeat("b,x,2024,1\n", 20_000))).ShouldStartWith("chuoi.csv:2:1 row-too-long ");

    [Fact]
    public void Text_of_another_encoding_is_refused() => Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Header)).ToArray()).Faults.ShouldHaveSingleItem().Code.ShouldBe("invalid-utf8");

    [Fact]
    public void A_folder_for_a_file_is_a_fault() => SeriesFile.Read(_folder).Faults.ShouldHaveSingleItem().Code.ShouldBe("not-a-file");

    [Fact]
    public void A_file_that_is_not_there_is_a_fault() => SeriesFile.Read(Path.Combine(_folder, "khong-co.csv")).Faults.ShouldHaveSingleItem().Code.ShouldBe("missing-file");
}
