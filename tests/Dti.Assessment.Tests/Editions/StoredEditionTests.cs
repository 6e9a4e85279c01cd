using System.Text;
using Dti.Assessment.Editions;

namespace Dti.Assessment.Tests.Editions;

public sealed class StoredEditionTests
{
    [Fact]
    public void An_edition_published_by_an_earlier_version_is_still_accepted()
    {
        var keys = EditionKeySet.Read(Encoding.UTF8.GetBytes(StoredEdition.Keys), out _);
        var verdict = EditionCheck.Verify(Encoding.UTF8.GetBytes(StoredEdition.File), Encoding.UTF8.GetBytes(StoredEdition.Signature), keys);
        verdict.FirstDifference.ShouldBeNull();
        verdict.Edition!.Scores[0].Score.ShouldBe(24.8);
    }

    [Fact]
    public void The_same_inputs_give_the_same_bytes_as_they_did_then() => SmallRound.Text(SmallRound.File()).ShouldBe(StoredEdition.File);
}
