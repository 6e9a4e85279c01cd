using Dti.Assessment.Editions;
using Dti.Assessment.Editions.Explanations;
using Dti.Assessment.Submissions;
using Dti.Scoring.Quarters;
using Dti.Scoring.Sets;
using Dti.Web.Pages.Public;

namespace Dti.Web.Tests.Pages;

/// <summary>A score's formula and its figures speak Vietnamese, and say whose word each figure is.</summary>
public sealed class TraceWordsTests
{
    private static readonly Input Level = new()
    {
        Id = "level", Type = InputType.Choice, From = new(InputSourceKind.Self), Name = new("Mức độ"), Options = [new("drafted", new("Đã dự thảo")), new("shared", new("Đã dùng chung"))],
    };

    private static readonly EditionInput Agreed = Cell(5, 5, Layer.Verified);

    [Theory]
    [InlineData("25 × 0.25 (drafted)", "25 × 0,25 (“Đã dự thảo”)")]
    [InlineData("20 × (0.5 × 1 (yes) + 0.5 × 0 (no))", "20 × (0,5 × 1 (có) + 0,5 × 0 (không))")]
    public void Options_and_answers_stand_by_their_names(string formula, string words) => TraceWords.Formula(formula, [Operand()]).ShouldBe(words);

    [Fact]
    public void What_is_missing_is_named() => TraceWords.Remark("missing 2.4.level: scores 0", [Operand()]).ShouldBe("Thiếu số liệu “Mức độ”: 0 điểm");

    [Fact]
    public void A_figure_that_was_reported_and_verified_says_both() => SourceWords.Of(Operand(Agreed), QuarterRule.Last).ShouldBe("đơn vị báo cáo, đã thẩm định");

    [Fact]
    public void A_figure_says_when_it_was_corrected_or_never_looked_at()
    {
        SourceWords.Of(Operand(Cell(5, 4, Layer.Verified)), QuarterRule.Last).ShouldBe("đơn vị báo cáo, thẩm định đã sửa lại");
        SourceWords.Of(Operand(Cell(5, null, Layer.Self)), QuarterRule.Last).ShouldBe("đơn vị báo cáo, chưa thẩm định");
        SourceWords.Of(Operand(Cell(null, 4, Layer.Verified)), QuarterRule.Last).ShouldBe("người thẩm định ghi");
        SourceWords.Of(Operand(Agreed with { Self = null, Verified = null, Measured = InputValue.Of(3.0), Counted = Layer.Measured }), QuarterRule.Last).ShouldBe("hệ thống đo");
    }

    [Fact]
    public void Only_the_quarters_that_made_the_year_are_spoken_of()
    {
        var operand = Operand(Cell(5, 4, Layer.Verified), Agreed, Cell(7, null, Layer.None));
        SourceWords.Of(operand, QuarterRule.Last).ShouldBe("đơn vị báo cáo, đã thẩm định");
        SourceWords.Of(operand, QuarterRule.Sum).ShouldBe("tùy quý: đơn vị báo cáo, thẩm định đã sửa lại; đơn vị báo cáo, đã thẩm định");
    }

    private static OperandExplanation Operand(params EditionInput[] cells) => new("2.4.level", "Mức độ", InputType.Choice, 0, "self", cells) { Input = Level };

    private static EditionInput Cell(double? self, double? verified, Layer counted) => new()
    {
        Unit = "u", Key = "2.4.level", Quarter = "q1", Counted = counted, Self = self is { } said ? InputValue.Of(said) : null, Verified = verified is { } seen ? InputValue.Of(seen) : null,
    };
}
