using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Tests.Editions;

public sealed class EditionSignerTests
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("""{"id":"nghe-an-data-2025.1"}""");
    private static readonly EditionSigner Signer = EditionSigner.FromPem(EditionSigner.NewPem());

    [Fact]
    public void The_signature_document_has_the_members_of_the_format()
    {
        var document = JsonNode.Parse(Signer.Sign(File))!.AsObject();
        document.Select(member => member.Key).ShouldBe(["alg", "jwk", "kid", "sha256", "signature"]);
        document["alg"]!.GetValue<string>().ShouldBe("ES256");
        document["sha256"]!.GetValue<string>().ShouldBe(Convert.ToHexStringLower(SHA256.HashData(File)));
        document["signature"]!.GetValue<string>().Length.ShouldBe(86);
        document["kid"]!.GetValue<string>().ShouldBe(document["jwk"]!["kid"]!.GetValue<string>());
        document["jwk"]!.AsObject().ContainsKey("d").ShouldBeFalse();
    }

    [Fact]
    public void A_signature_holds_over_the_same_bytes_with_and_without_trusted_keys()
    {
        Fault(Signer.Sign(File), File).ShouldBeNull();
        Fault(Signer.Sign(File), File, Signer.KeySet()).ShouldBeNull();
    }

    [Fact]
    public void Without_trusted_keys_a_remark_says_that_the_key_came_with_the_signature()
    {
        EditionSignature.Read(Signer.Sign(File))!.Fault(File, null, out string? remark);
        remark.ShouldNotBeNull().ShouldContain("dti-keys.json");
    }

    [Fact]
    public void Other_bytes_are_refused() => Fault(Signer.Sign(File), [.. File, 0x20]).ShouldNotBeNull().ShouldContain("SHA-256");

    [Fact]
    public void Other_bytes_are_refused_even_when_the_hash_in_the_signature_is_made_to_fit()
    {
        byte[] other = [.. File, 0x20];
        Fault(With(Signer.Sign(File), "sha256", Convert.ToHexStringLower(SHA256.HashData(other))), other).ShouldNotBeNull().ShouldContain("does not verify");
    }

    [Fact]
    public void A_key_that_is_not_among_the_trusted_ones_is_refused()
    {
        var other = EditionSigner.FromPem(EditionSigner.NewPem());
        Fault(other.Sign(File), File, Signer.KeySet()).ShouldNotBeNull().ShouldContain("trusted");
    }

    [Fact]
    public void A_foreign_signature_under_a_trusted_key_id_is_refused()
    {
        var other = EditionSigner.FromPem(EditionSigner.NewPem());
        Fault(With(other.Sign(File), "kid", Signer.PublicKey.Kid), File, Signer.KeySet()).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("alg", "none")]
    [InlineData("alg", "ES384")]
    [InlineData("kid", "x")]
    [InlineData("signature", "")]
    [InlineData("signature", "AAAA")]
    [InlineData("signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA9")]
    [InlineData("signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("signature", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_changed_member_is_refused(string member, string value) => Fault(With(Signer.Sign(File), member, value), File).ShouldNotBeNull();

    [Theory]
    [InlineData("x")]
    [InlineData("y")]
    [InlineData("crv")]
    [InlineData("kid")]
    public void A_changed_key_is_refused(string member)
    {
        var document = JsonNode.Parse(Signer.Sign(File))!;
        string old = document["jwk"]![member]!.GetValue<string>();
        document["jwk"]![member] = (old[0] == 'A' ? "B" : "A") + old[1..];
        Fault(Encoding.UTF8.GetBytes(document.ToJsonString()), File).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("-----BEGIN")]
    [InlineData("""{"alg":"ES256","kid":"k","sha256":"s","signature":"s","jwk":null}""")]
    [InlineData("""{"alg":"ES256","alg":"ES256"}""")]
    public void What_is_not_a_signature_document_is_not_read(string text) => EditionSignature.Read(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    [Fact]
    public void A_signature_made_elsewhere_verifies()
    {
        // RFC 7515, appendix A.3.
        var key = EditionKey.From(new("EC", "P-256", "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"))!;
        byte[] signed = Encoding.ASCII.GetBytes("eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ");
        key.Verifies(signed, EditionKey.Decode("DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q", 64)!).ShouldBeTrue();
    }

    [Fact]
    public void The_key_id_is_the_RFC_7638_thumbprint() =>
        // The key of RFC 7517, appendix A.1.
        EditionKey.From(new("EC", "P-256", "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4", "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"))!
            .Kid.ShouldBe("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");

    [Fact]
    public void The_key_set_document_reads_back_and_keeps_retired_keys()
    {
        var retired = EditionSigner.FromPem(EditionSigner.NewPem()).PublicKey;
        byte[] written = Signer.KeySet(retired, retired, Signer.PublicKey).Write();
        var document = JsonNode.Parse(written)!["keys"]!.AsArray();
        document.Count.ShouldBe(2);
        document[0]!.AsObject().Select(member => member.Key).ShouldBe(["alg", "crv", "kid", "kty", "use", "x", "y"]);
        EditionKeySet.Read(written, out string? fault)!.Keys.Select(key => key.Kid).ShouldBe([Signer.PublicKey.Kid, retired.Kid]);
        fault.ShouldBeNull();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    [InlineData("""{"keys":null}""", false)]
    [InlineData("""{"keys":[null,{"kty":"RSA","n":"x","e":"AQAB"}]}""", false)]
    [InlineData("""{"keys":[{"kty":"RSA"},{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","more":1}]}""", true)]
    [InlineData("""{"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"}]}""", false)]
    public void A_key_set_is_read_for_its_P256_keys_only(string text, bool reads)
    {
        var read = EditionKeySet.Read(Encoding.UTF8.GetBytes(text), out string? fault);
        (read is not null).ShouldBe(reads);
        (fault is null).ShouldBe(reads);
    }

    [Fact]
    public void The_same_PEM_is_the_same_key()
    {
        string pem = EditionSigner.NewPem();
        EditionSigner.FromPem(pem).PublicKey.Kid.ShouldBe(EditionSigner.FromPem(pem).PublicKey.Kid);
    }

    [Fact]
    public void A_key_of_another_kind_is_refused()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        using var p256 = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        foreach (string pem in new[] { p384.ExportPkcs8PrivateKeyPem(), rsa.ExportPkcs8PrivateKeyPem(), p256.ExportSubjectPublicKeyInfoPem(), "", "nonsense" })
            Should.Throw<CryptographicException>(() => EditionSigner.FromPem(pem)).Message.ShouldContain("P-256");
    }

    private static string? Fault(byte[] signature, byte[] file, EditionKeySet? trusted = null) =>
        EditionSignature.Read(signature) is { } read ? read.Fault(file, trusted, out _) : "not read";

    private static byte[] With(byte[] signature, string member, string value)
    {
        var document = JsonNode.Parse(signature)!;
        document[member] = value;
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }
}
