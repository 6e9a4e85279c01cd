using System.Text;

namespace Dti.Assessment.Tests.Units;

public sealed class UnitSearchTests
{
    [Theory]
    [InlineData("so khoa hoc va cong nghe", "so-khcn")]
    [InlineData("Sở Khoa học và Công nghệ", "so-khcn")]
    [InlineData("SỞ KHOA HỌC", "so-khcn")]
    [InlineData("dong nam", "bql-kkt-dong-nam")]
    [InlineData("dien chau", "huyen-dien-chau")]
    [InlineData("so-tttt", "so-tttt")]
    [InlineData("16681", "phuong-thanh-vinh")]
    [InlineData("Do Luong district", "huyen-do-luong")]
    public void A_unit_is_found_by_name_code_or_number(string text, string code) =>
        Lists.Shipped.Search(text).Select(unit => unit.Code).ShouldContain(code);

    [Fact]
    public void Both_unicode_forms_find_the_same()
    {
        var composed = Lists.Shipped.Search("Đô Lương".Normalize(NormalizationForm.FormC));
        Lists.Shipped.Search("Đô Lương".Normalize(NormalizationForm.FormD)).ShouldBe(composed);
        composed.Select(unit => unit.Code).ShouldContain("xa-do-luong");
    }

    [Fact]
    public void Names_that_match_with_their_diacritics_come_first()
    {
        // Without diacritics "Đông" and "Đồng" are one word.
        var found = Lists.Shipped.Search("Đông").Select(unit => unit.NameVi).ToList();
        found.ShouldContain("Xã Đại Đồng");
        found.TakeWhile(name => name.Contains("Đông", StringComparison.Ordinal)).Count()
            .ShouldBe(found.Count(name => name.Contains("Đông", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  - ")]
    [InlineData("khong co don vi nay")]
    public void Nothing_is_found_for(string text) => Lists.Shipped.Search(text).ShouldBeEmpty();
}
