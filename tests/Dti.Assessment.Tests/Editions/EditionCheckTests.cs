using System.Text;
using System.Text.Json.Nodes;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Tests.Editions;

public sealed class EditionCheckTests
{
    private static readonly EditionSigner Signer = EditionSigner.FromPem(EditionSigner.NewPem());
    private static readonly EditionSigner Stranger = EditionSigner.FromPem(EditionSigner.NewPem());
    private static readonly byte[] File = SmallRound.File();
    private static readonly byte[] Signature = Signer.Sign(File);

    [Fact]
    public void An_edition_as_it_was_signed_is_accepted()
    {
        var verdict = EditionCheck.Verify(File, Signature, Signer.KeySet());
        verdict.FirstDifference.ShouldBeNull();
        verdict.Ok.ShouldBeTrue();
        verdict.Remarks.ShouldBeEmpty();
        verdict.KeyId.ShouldBe(Signer.PublicKey.Kid);
        verdict.Sha256.ShouldBe(EditionFile.Sha256(File));
        verdict.Edition!.Id.ShouldBe("small-2025.1");
    }

    [Fact]
    public void Without_known_keys_it_is_accepted_with_a_remark()
    {
        var verdict = EditionCheck.Verify(File, Signature, null);
        verdict.Ok.ShouldBeTrue();
        verdict.Remarks.Single().ShouldContain(Signer.PublicKey.Kid);
    }

    [Fact]
    public void One_digit_changed_anywhere_in_the_file_is_refused() =>
        Digits(File).Where(at => EditionCheck.Verify(Changed(File, at), Signature, null).Ok).ShouldBeEmpty();

    [Fact]
    public void A_letter_changed_is_refused_wherever_it_stands() =>
        Enumerable.Range(0, File.Length).Where(at => char.IsAsciiLetter((char)File[at])).Where((_, i) => i % 7 == 0)
            .Where(at => EditionCheck.Verify(With(File, at, (byte)(File[at] ^ 0x20)), Signature, null).Ok).ShouldBeEmpty();

    [Fact]
    public void One_digit_changed_anywhere_in_the_signature_is_refused() =>
        Digits(Signature).Where(at => EditionCheck.Verify(File, Changed(Signature, at), null).Ok).ShouldBeEmpty();

    [Fact]
    public void Scores_ranks_maxima_and_the_set_are_refused_by_computing_again_however_they_are_signed()
    {
        string text = SmallRound.Text(File);
        foreach (string part in new[] { "ranking", "scores", "set" })
        {
            string json = JsonNode.Parse(File)![part]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            int[] digits = [.. Digits(File)];
            int start = Encoding.UTF8.GetByteCount(text.AsSpan(0, text.IndexOf($"\"{part}\":", StringComparison.Ordinal)));
            int[] inside = [.. digits.Where(at => at >= start && at < start + Encoding.UTF8.GetByteCount(json))];
            inside.Length.ShouldBeGreaterThanOrEqualTo(10);
            inside.Where(at => Resigned(Changed(File, at)).Ok).ShouldBeEmpty(part);
        }
    }

    [Fact]
    public void Any_value_in_any_place_gives_a_verdict_and_never_an_exception()
    {
        var random = new Random(2025);
        string[] values = ["null", "-1", "1e308", "0.5", "true", "\"\"", "\"q1\"", "\"so-a\"", "\"1.1\"", "\"verified\"", "[]", "{}", "\"set: x\\nyear: 2025\\n\""];
        for (int i = 0; i < 600; i++)
        {
            var root = JsonNode.Parse(File)!;
            JsonNode[] leaves = [.. Leaves(root)];
            leaves[random.Next(leaves.Length)].ReplaceWith(JsonNode.Parse(values[random.Next(values.Length)]));
            Resigned(CanonicalJson.Canonicalise(Encoding.UTF8.GetBytes(root.ToJsonString()))).Sha256.Length.ShouldBe(64);
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value!)),
        JsonArray items => items.SelectMany(item => Leaves(item!)).Append(items),
        _ => [node],
    };

    [Theory]
    [InlineData("\"code\":\"1.1\",\"depth\":2,\"maximum\":10,\"score\":7.5", "\"code\":\"1.1\",\"depth\":2,\"maximum\":10,\"score\":7.6", "scores: so-a 1.1: score is 7.6, where 7.5 belongs")]
    [InlineData("\"code\":\"1.1\",\"depth\":2,\"maximum\":10,\"score\":7.5", "\"code\":\"1.1\",\"depth\":2,\"maximum\":11,\"score\":7.5", "scores: so-a 1.1: maximum is 11, where 10 belongs")]
    [InlineData("\"rank\":2,\"score\":0,\"unit\":\"so-b\"", "\"rank\":1,\"score\":0,\"unit\":\"so-b\"", "ranking: so-b: rank is 1, where 2 belongs")]
    [InlineData("\"rank\":2,\"score\":0,\"unit\":\"so-b\"", "\"score\":0,\"unit\":\"so-b\"", "ranking: so-b: rank is none, where 2 belongs")]
    [InlineData("\"score\":7.78", "\"score\":7.79", "ranking: huyen-c: score is 7.79, where 7.78 belongs")]
    [InlineData("\"counted\":\"none\"", "\"counted\":\"self\"", "inputs: so-b 1.1.listed q4: layer that counts is Self, where None belongs")]
    [InlineData("\"verified\":45", "\"verified\":46", "scores: so-a INDEX: score is 24.8, where")]
    [InlineData("\"id\":\"small-2025.1\"", "\"id\":\"small-2025.3\"", "id is small-2025.3, where small-2025.1 belongs")]
    [InlineData("\"titleEn\":\"Small set\"", "\"titleEn\":\"Large set\"", "set title in English is Large set, where Small set belongs")]
    [InlineData("points: 10", "points: 11", "set: SHA-256 is")]
    [InlineData("\"key\":\"1.2\",\"quarter\":\"q3\"", "\"key\":\"1.2\",\"quarter\":\"q1\"", "inputs: so-a 1.2 q1: the cell stands twice")]
    [InlineData("\"key\":\"2.1\"", "\"key\":\"2.9\"", "inputs: so-a 2.9 q1: \"2.9\" is not an input of the set small 2025")]
    [InlineData("\"verified\":1.5", "\"verified\":\"1.5\"", "inputs: so-a 1.2 q1: \"1.5\" is not a number")]
    [InlineData("\"code\":\"huyen-c\",\"group\":\"huyen\"", "\"code\":\"huyen-d\",\"group\":\"huyen\"", "inputs: huyen-c 1.1.published q1: \"huyen-c\" is not among the units")]
    public void The_first_difference_names_unit_and_place_with_what_is_there_and_what_belongs(string from, string to, string difference)
    {
        var verdict = Resigned(Changed(from, to));
        verdict.Ok.ShouldBeFalse();
        verdict.FirstDifference!.ShouldStartWith(difference);
    }

    [Fact]
    public void A_row_left_out_is_named()
    {
        var edition = EditionFile.Read(File).Edition!;
        Resigned(EditionFile.Write(edition with { Scores = [.. edition.Scores.SkipLast(1)] })).FirstDifference.ShouldBe("scores: 29 rows, where 30 belong");
        Resigned(EditionFile.Write(edition with { Scores = [.. edition.Scores.Skip(1)] })).FirstDifference.ShouldBe("scores: row 1 is of so-a 1, where so-a INDEX belongs");
        Resigned(EditionFile.Write(edition with { Ranking = [.. edition.Ranking, edition.Ranking[0]] })).FirstDifference.ShouldBe("ranking: 4 rows, where 3 belong");
    }

    [Fact]
    public void A_set_that_is_no_set_is_named_with_its_line()
    {
        var edition = EditionFile.Read(File).Edition!;
        string yaml = edition.Set.Yaml.Replace("points: 10", "points: many", StringComparison.Ordinal);
        var set = edition.Set with { Yaml = yaml, Sha256 = EditionFile.Sha256(Encoding.UTF8.GetBytes(yaml)) };
        Resigned(EditionFile.Write(edition with { Set = set })).FirstDifference!.ShouldStartWith("set: small/2025.yaml:14:");
    }

    [Fact]
    public void A_set_changed_together_with_its_hash_no_longer_gives_the_scores()
    {
        var edition = EditionFile.Read(File).Edition!;
        string yaml = edition.Set.Yaml.Replace("points: 10", "points: 11", StringComparison.Ordinal);
        var set = edition.Set with { Yaml = yaml, Sha256 = EditionFile.Sha256(Encoding.UTF8.GetBytes(yaml)) };
        Resigned(EditionFile.Write(edition with { Set = set })).FirstDifference!.ShouldStartWith("scores: so-a INDEX:");
    }

    [Fact]
    public void A_note_rewritten_and_signed_by_a_stranger_is_refused_where_the_keys_are_known()
    {
        byte[] rewritten = Changed("30/6/2025", "30/7/2025");
        EditionCheck.Verify(rewritten, Stranger.Sign(rewritten), Signer.KeySet()).FirstDifference!.ShouldContain("not among the trusted keys");
        EditionCheck.Verify(rewritten, Signature, null).FirstDifference!.ShouldStartWith("signature: it is of a file with SHA-256");
    }

    [Fact]
    public void Every_part_that_differs_is_listed()
    {
        string text = SmallRound.Text(File).Replace("\"score\":7.78", "\"score\":7.79", StringComparison.Ordinal).Replace("\"counted\":\"none\"", "\"counted\":\"self\"", StringComparison.Ordinal);
        EditionCheck.Verify(Encoding.UTF8.GetBytes(text), Signature, null).Differences.Select(difference => difference.Split(':')[0]).ShouldBe(["inputs", "ranking", "signature"]);
    }

    [Fact]
    public void A_missing_or_foreign_signature_is_refused()
    {
        EditionCheck.Verify(File, null, null).FirstDifference!.ShouldContain("there is none");
        EditionCheck.Verify(File, "not a signature"u8.ToArray(), null).FirstDifference!.ShouldContain("not a signature document");
        EditionCheck.Verify(File, Signer.Sign([.. File, 0x0A]), null).FirstDifference!.ShouldContain("SHA-256");
    }

    [Fact]
    public void A_file_that_is_no_edition_is_refused_without_an_exception()
    {
        foreach (string text in new[] { "", "{}", "[]", "\0", "{\"id\":1}", "%PDF-1.7" })
            EditionCheck.Verify(Encoding.UTF8.GetBytes(text), Signature, null).FirstDifference!.ShouldStartWith("edition file: ");
    }

    [Fact]
    public void Forecast_and_rank_intervals_of_unknown_draws_are_remarked_as_not_computed_again()
    {
        var edition = EditionFile.Read(File).Edition!;
        byte[] file = EditionFile.Write(edition with
        {
            Forecast = edition.Forecast with { Method = "naive" },
            Ranking = [edition.Ranking[0] with { RankLow = 1, RankHigh = 2 }, .. edition.Ranking.Skip(1)],
        });
        var verdict = EditionCheck.Verify(file, Signer.Sign(file), Signer.KeySet());
        verdict.Ok.ShouldBeTrue();
        verdict.Remarks.Count.ShouldBe(2);
    }

    [Fact]
    public void Intervals_and_tiers_are_drawn_again_and_accepted_without_a_remark()
    {
        byte[] file = EditionFile.Write(EditionCompute.Compute(SmallRound.CloseRace()));
        var verdict = EditionCheck.Verify(file, Signer.Sign(file), Signer.KeySet());
        verdict.FirstDifference.ShouldBeNull();
        verdict.Remarks.ShouldBeEmpty();
        verdict.Edition!.Uncertainty.ShouldBe(new EditionUncertainty(500, 142));
        verdict.Edition.Ranking[0].Tier.ShouldBe("A");
    }

    [Theory]
    [InlineData("\"tier\":\"A\",\"unit\":\"so-a\"", "\"tier\":\"B\",\"unit\":\"so-a\"", "ranking: so-a: tier is B, where A belongs")]
    [InlineData("\"rankHigh\":2,", "\"rankHigh\":1,", "ranking: so-b: high rank is 1, where 2 belongs")]
    [InlineData("\"rankLow\":1,", "\"rankLow\":2,", "ranking: so-b: low rank is 2, where 1 belongs")]
    [InlineData("\"rankHigh\":2,", "", "ranking: so-b: high rank is none, where 2 belongs")]
    [InlineData("\"draws\":500", "\"draws\":0", "inputs: uncertainty: rank intervals take from 1 to 100000 draws")]
    public void A_changed_interval_or_tier_is_refused_however_it_is_signed(string from, string to, string difference)
    {
        string text = SmallRound.Text(EditionFile.Write(EditionCompute.Compute(SmallRound.CloseRace())));
        int at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, from);
        byte[] changed = Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
        Resigned(changed).FirstDifference.ShouldBe(difference);
    }

    private static IEnumerable<int> Digits(byte[] bytes) => Enumerable.Range(0, bytes.Length).Where(at => char.IsAsciiDigit((char)bytes[at]));

    private static byte[] Changed(byte[] bytes, int at) => With(bytes, at, (byte)('0' + (bytes[at] - '0' + 1) % 10));

    private static byte[] Changed(string from, string to)
    {
        string text = SmallRound.Text(File);
        int at = text.IndexOf(from, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0, from);
        return Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]);
    }

    private static byte[] With(byte[] bytes, int at, byte value)
    {
        byte[] changed = [.. bytes];
        changed[at] = value;
        return changed;
    }

    private static EditionVerdict Resigned(byte[] file) => EditionCheck.Verify(file, Stranger.Sign(file), null);
}
