using System.Text;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Tests.Editions.Comparisons;

public sealed class ComparisonCheckTests : IDisposable
{
    private static readonly EditionSigner Signer = EditionSigner.FromPem(EditionSigner.NewPem());
    private static readonly byte[] Before = EditionFile.Write(TwoYears.Before());
    private static readonly byte[] Now = EditionFile.Write(TwoYears.Compared(TwoYears.After(), TwoYears.Before()));

    private readonly string folder = Directory.CreateTempSubdirectory("dti-comparison-").FullName;

    [Fact]
    public void With_the_edition_before_beside_it_the_comparison_is_computed_again()
    {
        File.WriteAllBytes(Path.Combine(folder, "s-2024.1.json"), Before);
        var verdict = EditionCheck.VerifyFile(Signed(Now));
        verdict.FirstDifference.ShouldBeNull();
        verdict.Remarks.ShouldHaveSingleItem().ShouldContain("the key");
    }

    [Fact]
    public void Without_it_a_remark_says_what_was_not_computed()
    {
        var verdict = EditionCheck.VerifyFile(Signed(Now));
        verdict.Ok.ShouldBeTrue();
        verdict.Remarks.ShouldContain("the comparison with s-2024.1 is signed but not computed again: put s-2024.1.json beside the file");
    }

    [Fact]
    public void Another_file_of_that_name_is_not_taken_for_it()
    {
        File.WriteAllBytes(Path.Combine(folder, "s-2024.1.json"), [.. Before, 10]);
        var verdict = EditionCheck.VerifyFile(Signed(Now));
        verdict.Ok.ShouldBeTrue();
        verdict.Remarks.ShouldContain(remark => remark.Contains("beside the file has SHA-256", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"backCastRank\":2,\"backCastScore\":133.33333333333331,\"differences\"", "\"backCastRank\":3,\"backCastScore\":133.33333333333331,\"differences\"", "comparison: backCast b backCastRank is 3, where 2 belongs")]
    [InlineData("\"computed\":true,", "\"computed\":false,", "comparison: units d computed is False, where True belongs")]
    [InlineData("\"rescored\":0.75", "\"rescored\":0.85", "comparison: rescored is 0.85, where 0.75 belongs")]
    [InlineData("\"weight\":0.25", "\"weight\":0.35", "comparison: units d predecessors b weight is 0.35, where 0.25 belongs")]
    [InlineData("\"previousYear\":2024", "\"previousYear\":2023", "comparison: previousYear is 2023, where 2024 belongs")]
    public void A_wrong_figure_is_named_however_it_is_signed(string from, string to, string difference)
    {
        string text = Encoding.UTF8.GetString(Now);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, from);
        File.WriteAllBytes(Path.Combine(folder, "s-2024.1.json"), Before);
        EditionCheck.VerifyFile(Signed(Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]))).FirstDifference.ShouldBe(difference);
    }

    [Fact]
    public void An_id_that_leads_out_of_the_folder_is_not_followed()
    {
        File.WriteAllBytes(Path.Combine(folder, "x.json"), Before);
        Directory.CreateDirectory(Path.Combine(folder, "in"));
        string file = Encoding.UTF8.GetString(Now).Replace("\"previousId\":\"s-2024.1\"", "\"previousId\":\"../x\"", StringComparison.Ordinal);
        EditionCheck.VerifyFile(Signed(Encoding.UTF8.GetBytes(file), "in")).FirstDifference.ShouldBe("comparison: previousId is not the id of an edition of s (such as s-2024.1)");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Signed(byte[] file, string below = "")
    {
        string path = Path.Combine(folder, below, "s-2025.1.json");
        File.WriteAllBytes(path, file);
        File.WriteAllBytes(path + ".sig", Signer.Sign(file));
        return path;
    }
}
