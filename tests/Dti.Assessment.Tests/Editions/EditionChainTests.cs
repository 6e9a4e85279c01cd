using Dti.Assessment.Editions;

namespace Dti.Assessment.Tests.Editions;

public sealed class EditionChainTests
{
    private static readonly byte[] First = Edition(1, null);
    private static readonly byte[] Second = Edition(2, EditionFile.Sha256(First));
    private static readonly byte[] Third = Edition(3, EditionFile.Sha256(Second));

    [Fact]
    public void An_unbroken_chain_holds()
    {
        EditionChain.Check([]).ShouldBeNull();
        EditionChain.Check([("small-2025.1", First), ("small-2025.2", Second), ("small-2025.3", Third)]).ShouldBeNull();
    }

    [Fact]
    public void An_edition_left_out_breaks_the_next_link() => Broken("small-2025.3", ("small-2025.1", First), ("small-2025.3", Third));

    [Fact]
    public void A_chain_without_its_beginning_is_broken_at_once() => Broken("small-2025.2", ("small-2025.2", Second), ("small-2025.3", Third));

    [Fact]
    public void An_edition_made_anew_breaks_the_next_link() =>
        Broken("small-2025.2", ("small-2025.1", Edition(1, null, "Khác")), ("small-2025.2", Second), ("small-2025.3", Third));

    [Fact]
    public void A_second_beginning_is_a_broken_link() => Broken("small-2025.2", ("small-2025.1", First), ("small-2025.2", Edition(2, null)));

    [Fact]
    public void A_file_that_is_unreadable_or_of_another_edition_is_named()
    {
        EditionChain.Check([("small-2025.1", "{}"u8.ToArray())])!.Code.ShouldBe("unreadable");
        EditionChain.Check([("small-2025.2", First)])!.Code.ShouldBe("wrong-id");
    }

    private static void Broken(string at, params (string Id, byte[] Bytes)[] published)
    {
        var fault = EditionChain.Check(published).ShouldNotBeNull();
        (fault.Code, fault.Place).ShouldBe(("broken-link", at));
        fault.Message.ShouldNotBeEmpty();
    }

    private static byte[] Edition(int number, string? previous, string note = "") => EditionFile.Write(
        EditionCompute.Compute(SmallRound.Frozen() with { Number = number, Errata = ["sửa"], Notes = [note], PreviousSha256 = previous }));
}
