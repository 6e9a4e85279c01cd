using System.Text;
using Dti.Assessment.Units;

namespace Dti.Assessment.Tests.Units;

public sealed class VietnameseTextTests
{
    [Theory]
    [InlineData("Sở Thông tin và Truyền thông", "so thong tin va truyen thong")]
    [InlineData("ĐÔ LƯƠNG", "do luong")]
    [InlineData("Lao động - Thương binh", "lao dong thuong binh")]
    [InlineData("  Quỳ   Hợp  ", "quy hop")]
    public void Folding_drops_diacritics_case_and_punctuation(string text, string folded)
    {
        VietnameseText.Fold(text).ShouldBe(folded);
        VietnameseText.Fold(text.Normalize(NormalizationForm.FormD)).ShouldBe(folded);
    }

    [Fact]
    public void A_name_in_the_other_unicode_form_is_the_same_name()
    {
        var composed = "Huyện Quế Phong".Normalize(NormalizationForm.FormC);
        var decomposed = composed.Normalize(NormalizationForm.FormD);
        decomposed.ShouldNotBe(composed);
        VietnameseText.SameName(composed, decomposed).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Thị xã Thái Hoà", "Thị xã Thái Hòa", true)]
    [InlineData("xã  thái hoà", "Xã Thái Hòa", true)]
    [InlineData("Đông", "Đồng", false)]
    [InlineData("Đông", "Dông", false)]
    [InlineData("Hưng", "Hung", false)]
    public void Names_are_the_same_when_their_letters_and_tones_are(string a, string b, bool same) =>
        VietnameseText.SameName(a, b).ShouldBe(same);

    [Fact]
    public void Names_stand_in_the_order_of_a_Vietnamese_dictionary()
    {
        string[] names = ["Ô", "Đa", "E", "Da", "Dz", "Ơ", "O", "P"];
        names.Order(VietnameseText.Order).ShouldBe(["Da", "Dz", "Đa", "E", "O", "Ô", "Ơ", "P"]);
    }
}
