using System.Security.Cryptography;
using System.Text;
using Dti.Assessment.IndicatorSets;
using Dti.Assessment.Tests.Tables;

namespace Dti.Assessment.Tests.IndicatorSets;

public sealed class SetFileTests : IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public void A_file_is_read_and_hashed_as_it_is_on_disk()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(SetTexts.Points)];
        var reading = SetFile.Read(folder.Write("2025.yaml", bytes));
        reading.Faults.ShouldBeEmpty();
        reading.Set!.Code.ShouldBe("nghe-an-data");
        reading.Yaml.ShouldBe(SetTexts.Points);
        reading.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    [Fact]
    public void Windows_line_ends_are_read() =>
        SetFile.Read(folder.Write("s.yaml", SetTexts.Points.ReplaceLineEndings("\r\n"))).Faults.ShouldBeEmpty();

    [Fact]
    public void A_missing_file_is_a_fault() => Only(folder.At("none.yaml"), SetFaultCodes.MissingFile, 0, 0);

    [Fact]
    public void A_folder_is_no_file() => Only(folder.Path, SetFaultCodes.NotAFile, 0, 0);

    [Fact]
    public void An_empty_file_is_a_fault() => Only(folder.Write("s.yaml", ""), SetFaultCodes.EmptyFile, 1, 1);

    [Fact]
    public void Bytes_that_are_not_utf8_are_named() =>
        Only(folder.Write("s.yaml", [.. "set: s\ntitle: caf"u8, 0xE9, .. "\n"u8]), SetFaultCodes.InvalidUtf8, 2, 11);

    [Fact]
    public void A_file_in_utf16_is_refused() => Only(folder.Write("s.yaml", Encoding.Unicode.GetPreamble()), SetFaultCodes.InvalidUtf8, 1, 1);

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_before_it_is_read()
    {
        string path = folder.At("s.yaml");
        using (var stream = File.Create(path))
            stream.SetLength(100 * 1024 * 1024);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Only(path, SetFaultCodes.TooLarge, 0, 0);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1024 * 1024);
    }

    [Fact]
    public void A_text_of_more_than_five_megabytes_is_refused() =>
        SetFile.Parse(new string('#', SetFile.LargestBytes + 1), "s").Faults.ShouldHaveSingleItem().Code.ShouldBe(SetFaultCodes.TooLarge);

    [Fact]
    public void A_device_without_end_is_refused()
    {
        if (File.Exists("/dev/zero"))
            Only("/dev/zero", SetFaultCodes.TooLarge, 0, 0);
    }

    [Fact]
    public void An_alias_bomb_is_refused_at_its_first_anchor()
    {
        string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i =>
            $"{(char)('a' + (i % 26))}{i}: &n{i} [*{(i == 1 ? "a" : "n" + (i - 1))}, *{(i == 1 ? "a" : "n" + (i - 1))}]\n"));
        Only(folder.Write("s.yaml", bomb), SetFaultCodes.AliasNotAllowed, 1, 4);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{ a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: x\n")]
    [InlineData("\"")]
    [InlineData("%")]
    [InlineData("&a ")]
    [InlineData("- { id: x, typ: count }\n")]
    public void A_megabyte_of_anything_ends_with_faults(string piece) =>
        SetFile.Parse(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)), "s").Faults.ShouldNotBeEmpty();

    [Theory]
    [InlineData(SetTexts.Points, 1)]
    [InlineData(SetTexts.Normalised, 2)]
    public void Garbled_sets_are_answered_with_faults_and_never_an_exception(string yaml, int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["{", "}", "[", "]", ":", ": ", ",", "-", "\n", "\t", " ", "\"", "'", "&a", "*a", "!", "|", ">", "%", "#", "?", "---\n", "1e999", "null", "0", "ạ", "\u0000", "@", "`", "\uD800"];
        for (int i = 0; i < 2000; i++)
        {
            string garbled = yaml;
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                int at = random.Next(garbled.Length), length = Math.Min(random.Next(3), garbled.Length - at);
                garbled = garbled.Remove(at, length).Insert(at, pieces[random.Next(pieces.Length)]);
            }
            var reading = SetFile.Parse(garbled, "s");
            (reading.Set is null).ShouldBe(reading.Faults.Count > 0, garbled);
        }
    }

    public void Dispose() => folder.Dispose();

    private static void Only(string path, string code, int line, int column)
    {
        var reading = SetFile.Read(path);
        reading.Set.ShouldBeNull();
        var fault = reading.Faults.ShouldHaveSingleItem();
        (fault.File, fault.Line, fault.Column, fault.Code).ShouldBe((path, line, column, code));
    }
}
