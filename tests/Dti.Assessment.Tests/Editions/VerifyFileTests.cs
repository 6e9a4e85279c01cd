using Dti.Assessment.Editions;

namespace Dti.Assessment.Tests.Editions;

public sealed class VerifyFileTests : IDisposable
{
    private static readonly EditionSigner Signer = EditionSigner.FromPem(EditionSigner.NewPem());
    private readonly string folder = Directory.CreateTempSubdirectory("dti-edition-").FullName;
    private readonly string path;

    public VerifyFileTests()
    {
        path = Path.Combine(folder, "small-2025.1.json");
        byte[] file = SmallRound.File();
        File.WriteAllBytes(path, file);
        File.WriteAllBytes(path + ".sig", Signer.Sign(file));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_signature_lies_beside_the_file()
    {
        var verdict = EditionCheck.VerifyFile(path);
        verdict.FirstDifference.ShouldBeNull();
        verdict.Remarks.Single().ShouldContain("taken from the signature itself");
    }

    [Fact]
    public void Keys_beside_the_file_are_used()
    {
        File.WriteAllBytes(Keys, Signer.KeySet().Write());
        var verdict = EditionCheck.VerifyFile(path);
        verdict.Ok.ShouldBeTrue();
        verdict.Remarks.Single().ShouldContain("dti-keys.json");
    }

    [Fact]
    public void Keys_of_somebody_else_refuse_the_file()
    {
        File.WriteAllBytes(Keys, EditionSigner.FromPem(EditionSigner.NewPem()).KeySet().Write());
        EditionCheck.VerifyFile(path).FirstDifference!.ShouldContain("not among the trusted keys");
    }

    [Fact]
    public void Keys_that_cannot_be_read_are_a_fault_and_not_ignored()
    {
        File.WriteAllText(Keys, "{}");
        EditionCheck.VerifyFile(path).FirstDifference!.ShouldContain("dti-keys.json: the key set");
    }

    [Fact]
    public void A_missing_file_a_folder_and_an_empty_file_are_named()
    {
        EditionCheck.VerifyFile(path + "x").FirstDifference!.ShouldContain("no such file");
        EditionCheck.VerifyFile(folder).FirstDifference!.ShouldContain("is a folder");
        File.WriteAllBytes(path, []);
        EditionCheck.VerifyFile(path).FirstDifference!.ShouldContain("the file is empty");
    }

    [Fact]
    public void Keys_named_by_the_caller_go_before_those_beside_the_file()
    {
        string elsewhere = Path.Combine(folder, "keys.json");
        File.WriteAllBytes(Keys, EditionSigner.FromPem(EditionSigner.NewPem()).KeySet().Write());
        EditionCheck.VerifyFile(path, elsewhere).FirstDifference!.ShouldBe($"{elsewhere}: there is no such file");
        File.WriteAllBytes(elsewhere, Signer.KeySet().Write());
        EditionCheck.VerifyFile(path, elsewhere).Ok.ShouldBeTrue();
    }

    [Fact]
    public void A_missing_signature_is_refused()
    {
        File.Delete(path + ".sig");
        EditionCheck.VerifyFile(path).FirstDifference!.ShouldContain("there is none");
    }

    [Fact]
    public void A_relative_path_works()
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
        EditionCheck.VerifyFile(relative).Ok.ShouldBeTrue();
    }

    private string Keys => Path.Combine(folder, EditionCheck.KeysName);
}
