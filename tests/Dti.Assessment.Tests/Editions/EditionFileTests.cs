using System.Text;
using Dti.Assessment.Editions;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;

namespace Dti.Assessment.Tests.Editions;

public sealed class EditionFileTests
{
    [Fact]
    public void An_edition_reads_back_to_the_same_bytes_and_the_same_values()
    {
        var edition = Given.Edition();
        byte[] bytes = EditionFile.Write(edition);
        var read = EditionFile.Read(bytes);
        read.Fault.ShouldBeNull();
        EditionFile.Write(read.Edition!).ShouldBe(bytes);
        read.Edition!.Inputs[0].Verified.ShouldBe(InputValue.Of(98.5));
        read.Edition.Inputs[0].At.ShouldBe(edition.Inputs[0].At);
        read.Edition.Set.ShouldBe(edition.Set);
        read.Edition.Publisher.ShouldBe(edition.Publisher);
        read.Edition.Units.ShouldBe(edition.Units);
        read.Edition.Scores.ShouldBe(edition.Scores);
        read.Edition.Ranking.ShouldBe(edition.Ranking);
        read.Edition.Uncertainty.ShouldBe(edition.Uncertainty);
        read.Edition.Forecast.Units.ShouldBe(edition.Forecast.Units);
        read.Edition.History.ShouldBe(edition.History);
    }

    [Fact]
    public void The_file_is_canonical_and_its_hash_is_of_its_bytes()
    {
        byte[] bytes = EditionFile.Write(Given.Edition());
        CanonicalJson.Canonicalise(bytes).ShouldBe(bytes);
        EditionFile.Read(bytes).Sha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Fact]
    public void Names_are_camel_case_layers_are_words_times_keep_their_offset_and_nulls_are_left_out()
    {
        string text = Encoding.UTF8.GetString(EditionFile.Write(Given.Edition()));
        text.ShouldContain("\"counted\":\"verified\"");
        text.ShouldContain("\"publishedAt\":\"2026-02-03T08:30:00+07:00\"");
        text.ShouldContain("\"verified\":98.5");
        text.ShouldContain("\"measured\":\"2025-06-30\"");
        text.ShouldContain("\"self\":true");
        text.ShouldContain("Sở Thông tin và Truyền thông");
        text.ShouldNotContain("null");
    }

    [Fact]
    public void A_value_without_a_JSON_form_is_refused_on_writing()
    {
        var scores = Given.Edition() with { Scores = [new("u", "INDEX", 0, double.NaN, null)] };
        Should.Throw<EditionException>(() => EditionFile.Write(scores)).Faults[0].Code.ShouldBe("not-writable");
    }

    [Fact]
    public void Half_of_a_surrogate_pair_is_refused_on_writing() =>
        Should.Throw<EditionException>(() => EditionFile.Write(Given.Edition() with { Notes = ["\ud800"] })).Faults[0].Code.ShouldBe("not-writable");

    [Fact]
    public void A_minus_zero_is_written_as_zero()
    {
        var edition = Given.Edition() with { Inputs = [new() { Unit = "u", Key = "1", Quarter = "q1", Self = InputValue.Of(-0.0), Counted = Layer.Self }] };
        Encoding.UTF8.GetString(EditionFile.Write(edition)).ShouldContain("\"self\":0,");
    }

    [Theory]
    [InlineData("", "empty", "")]
    [InlineData("not json", "not-json", "")]
    [InlineData("PK\u0003\u0004", "not-json", "")]
    [InlineData("[]", "wrong-shape", "")]
    [InlineData("{}", "wrong-shape", "")]
    [InlineData("null", "wrong-shape", "")]
    public void What_is_not_an_edition_is_refused(string text, string code, string place) => Refused(text, code, place);

    [Theory]
    [InlineData("\"number\":2,", "\"number\":2.5,", "wrong-shape", "number")]
    [InlineData("\"number\":2,", "\"number\":\"2\",", "wrong-shape", "number")]
    [InlineData("\"number\":2,", "", "wrong-shape", "")]
    [InlineData("\"number\":2,", "\"number\":2,\"numbers\":2,", "wrong-shape", "numbers")]
    [InlineData("\"counted\":\"verified\"", "\"counted\":\"guessed\"", "wrong-shape", "inputs[0].counted")]
    [InlineData("\"counted\":\"verified\"", "\"counted\":3", "wrong-shape", "inputs[0].counted")]
    [InlineData("\"verified\":98.5", "\"verified\":[98.5]", "wrong-shape", "inputs[0].verified")]
    [InlineData("\"2026-02-03T08:30:00+07:00\"", "\"yesterday\"", "wrong-shape", "publishedAt")]
    [InlineData("\"notes\":[\"", "\"notes\":[null,\"", "wrong-shape", "notes[0]")]
    [InlineData("{\"code\":\"INDEX\",\"depth\":0,\"unit\":\"huyen-x\"}", "null", "wrong-shape", "scores[2]")]
    [InlineData("\"nameVi\":\"UBND huyện X\",", "", "wrong-shape", "units[1]")]
    [InlineData("\"group\":\"so\",\"nameVi\"", "\"group\":null,\"nameVi\"", "wrong-shape", "units[0].group")]
    public void A_wrong_shape_names_the_place(string from, string to, string code, string place) =>
        Refused(Changed(from, to), code, place);

    [Theory]
    [InlineData("\"number\":2,", "\"number\": 2,")]
    [InlineData("\"number\":2,", "\"number\":2.0,")]
    [InlineData("\"score\":1e-7", "\"score\":0.0000001")]
    [InlineData("\"SỞ KHOA", "\"S\\u1ede KHOA")]
    [InlineData("\"code\":\"so-tttt\",\"group\":\"so\"", "\"group\":\"so\",\"code\":\"so-tttt\"")]
    public void Other_spellings_of_the_same_document_are_not_the_file(string from, string to)
    {
        string text = Changed(from, to);
        EditionFile.Read(Encoding.UTF8.GetBytes(text)).Fault!.Code.ShouldBe("not-canonical");
    }

    [Fact]
    public void A_line_feed_at_the_end_is_a_change_and_its_byte_is_named()
    {
        string text = Encoding.UTF8.GetString(EditionFile.Write(Given.Edition()));
        var fault = EditionFile.Read(Encoding.UTF8.GetBytes(text + "\n")).Fault!;
        fault.Code.ShouldBe("not-canonical");
        fault.Place.ShouldStartWith($"byte {Encoding.UTF8.GetByteCount(text) + 1}");
    }

    [Fact]
    public void A_fault_never_names_types_of_the_program()
    {
        foreach (string text in new[] { "{}", "[]", Changed("\"number\":2,", ""), Changed("\"number\":2,", "\"number\":2,\"numbers\":2,") })
            EditionFile.Read(Encoding.UTF8.GetBytes(text)).Fault!.ToString().ShouldNotContain("Dti.");
    }

    private static string Changed(string from, string to)
    {
        string text = Encoding.UTF8.GetString(EditionFile.Write(Given.Edition()));
        text.ShouldContain(from);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    private static void Refused(string text, string code, string place)
    {
        var reading = EditionFile.Read(Encoding.UTF8.GetBytes(text));
        reading.Edition.ShouldBeNull();
        (reading.Fault!.Code, reading.Fault.Place).ShouldBe((code, place));
    }
}
