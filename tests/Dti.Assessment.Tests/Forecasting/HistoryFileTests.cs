using System.Text;
using Dti.Assessment.Editions;
using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class HistoryFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dti-history").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private HistoryFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private HistoryFile Read(byte[] bytes)
    {
        string path = Path.Combine(_folder, "ket-qua.csv");
        File.WriteAllBytes(path, bytes);
        return HistoryFile.Read(path, ["so-nv", "so-yt"]);
    }

    private string Fault(string text)
    {
        HistoryFile file = Read(text);
        file.Rows.ShouldBeEmpty();
        return file.Faults.ShouldHaveSingleItem().ToString()[(_folder.Length + 1)..];
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void A_year_of_another_method_is_marked(string cell, bool? comparable) =>
        Read($"unit,code,year,score,comparable\nso-nv,INDEX,2023,612.5,{cell}\n").Rows.Single().Comparable.ShouldBe(comparable);

    [Fact]
    public void Comparable_is_one_or_nought() =>
        Fault("unit,code,comparable,year,score\nso-nv,INDEX,yes,2023,612.5\n").ShouldStartWith("ket-qua.csv:2:13 comparable 'yes' is neither 1");

    [Fact]
    public void Rows_are_read_in_any_order_of_columns_with_quotes_and_marked_as_imported()
    {
        (IReadOnlyList<HistoryScore> rows, IReadOnlyList<HistoryFault> faults) = Read("\uFEFFyear,unit,\"code\",score\r\n2023,\"so-nv\",INDEX,612.5\r\n\r\n2024,so-yt,INDEX,7e2\r\n");

        faults.ShouldBeEmpty();
        rows.ShouldBe([
            new HistoryScore("so-nv", "INDEX", 2023, 612.5, "imported:ket-qua.csv"),
            new HistoryScore("so-yt", "INDEX", 2024, 700, "imported:ket-qua.csv"),
        ]);
    }

    [Fact]
    public void A_missing_column_is_named() =>
        Fault("unit,code,year\nso-nv,INDEX,2023\n").ShouldBe("ket-qua.csv:1:1 missing-column there is no column 'score'; the columns are unit,code,year,score");

    [Fact]
    public void A_column_that_is_not_one_of_ours_is_named() => Fault("unit,code,year,score,diem\n").ShouldStartWith("ket-qua.csv:1:22 unknown-column 'diem'");

    [Fact]
    public void A_column_named_twice_is_a_fault() => Fault("unit,code,year,score,year\n").ShouldStartWith("ket-qua.csv:1:22 duplicate-column");

    [Fact]
    public void An_unknown_unit_is_named_with_its_place() =>
        Fault("unit,code,year,score\nso-nv,INDEX,2023,1\nso-la,INDEX,2023,1\n").ShouldStartWith("ket-qua.csv:3:1 unknown-unit 'so-la'");

    [Fact]
    public void Blank_lines_and_line_breaks_in_cells_are_counted() =>
        Fault("unit,code,year,score\r\n\r\nso-nv,\"IN\r\nDEX\",2023,1\r\nso-la,INDEX,2023,1\r\n").ShouldStartWith("ket-qua.csv:5:1 unknown-unit 'so-la'");

    [Fact]
    public void The_column_counts_characters_behind_quoted_cells() =>
        Fault("unit,code,year,score\n\"so-nv\",INDEX,2023,x\n").ShouldStartWith("ket-qua.csv:2:20 score 'x'");

    [Fact]
    public void A_duplicate_row_names_the_first_line() =>
        Fault("unit,code,year,score\nso-nv,INDEX,2023,1\nso-nv,INDEX,2023,1\n").ShouldStartWith("ket-qua.csv:3:1 duplicate 'so-nv' INDEX 2023 stands already in line 2");

    [Theory]
    [InlineData("NaN")]
    [InlineData("1e999")]
    [InlineData("Infinity")]
    [InlineData("-1")]
    [InlineData("\"12,5\"")]
    [InlineData("")]
    public void A_score_that_is_not_a_number_is_a_fault(string score) => Fault($"unit,code,year,score\nso-nv,INDEX,2023,{score}\n").ShouldStartWith("ket-qua.csv:2:18 score ");

    [Theory]
    [InlineData("1999")]
    [InlineData("2101")]
    [InlineData("2023.0")]
    [InlineData("٢٠٢٣")]
    public void A_year_outside_2000_to_2100_is_a_fault(string year) => Fault($"unit,code,year,score\nso-nv,INDEX,{year},1\n").ShouldStartWith("ket-qua.csv:2:13 year ");

    [Fact]
    public void A_line_with_too_few_cells_is_a_fault() => Fault("unit,code,year,score\nso-nv,INDEX,2023\n").ShouldBe("ket-qua.csv:2:1 columns the line has 3 cells, the header 4");

    [Fact]
    public void A_quote_that_does_not_close_is_a_fault() => Fault("unit,code,year,score\nso-nv,INDEX,2023,\"1\n").ShouldStartWith("ket-qua.csv:2:18 score ");

    [Fact]
    public void All_faults_are_collected() =>
        Read("unit,code,year,score\nx,INDEX,1,NaN\nso-nv,,2023,1\n").Faults.Select(f => f.Code).ShouldBe(["unknown-unit", "year", "score", "code"]);

    [Fact]
    public void An_empty_file_is_a_fault() => Fault("").ShouldStartWith("ket-qua.csv:1:1 empty ");

    [Fact]
    public void A_header_alone_is_a_fault() => Fault("unit,code,year,score\n").ShouldStartWith("ket-qua.csv:1:1 empty ");

    [Fact]
    public void A_folder_for_a_file_is_a_fault() => HistoryFile.Read(_folder, []).Faults.ShouldHaveSingleItem().Code.ShouldBe("not-a-file");

    [Fact]
    public void A_file_that_is_not_there_is_a_fault() => HistoryFile.Read(Path.Combine(_folder, "khong-co.csv"), []).Faults.ShouldHaveSingleItem().Code.ShouldBe("unreadable");

    [Fact]
    public void Bytes_that_are_not_utf_8_are_placed()
    {
        byte[] bytes = [.. "unit,code,year,score\nso-"u8, 0xD0, .. "nv,INDEX,2023,1\n"u8];

        HistoryFault fault = Read(bytes).Faults.ShouldHaveSingleItem();

        (fault.Line, fault.Column, fault.Code).ShouldBe((2, 4, "encoding"));
    }

    [Fact]
    public void A_cell_of_ten_megabytes_is_refused() => Fault("unit,code,year,score\n" + new string('x', 10 << 20)).ShouldStartWith("ket-qua.csv:1:1 too-large ");

    [Fact]
    public void A_long_cell_is_cut_in_the_message() => Fault($"unit,code,year,score\n{new string('x', 100_000)},INDEX,2023,1\n").Length.ShouldBeLessThan(150);
}
