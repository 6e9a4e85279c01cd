using Dti.Reports.Methods;
using Dti.Scoring.Sets;

namespace Dti.Reports.Tests.Methods;

public sealed class QuarterTextTests
{
    [Theory]
    [InlineData("Số hồ sơ tiếp nhận trong quý", QuarterRule.Sum, "Tổng các quý: số hồ sơ tiếp nhận trong quý")]
    [InlineData("API mở trong quý", QuarterRule.Mean, "Trung bình các quý: API mở trong quý")]
    [InlineData("Số lần rà quét trong quý", QuarterRule.Max, "Lớn nhất trong các quý: số lần rà quét trong quý")]
    [InlineData("Số lần rà quét trong quý", QuarterRule.Last, "Quý cuối: số lần rà quét trong quý")]
    [InlineData("Số người đã tập huấn, cộng dồn trong năm", QuarterRule.Sum, "Số người đã tập huấn, cộng dồn trong năm")]
    public void A_quarters_figure_says_how_it_became_the_years(string name, QuarterRule rule, string year) => QuarterText.YearName(name, rule).ShouldBe(year);

    [Fact]
    public void A_rule_reads_its_operands_as_the_year_has_them()
    {
        var indicator = new Indicator
        {
            Points = 10,
            Quarters = QuarterRule.Sum,
            Inputs = [new() { Id = "a", Type = InputType.Count, From = new(InputSourceKind.Self), Name = new("Số tin, bài trong quý") }],
            Rule = new StepsRule(new("1.1", "a"), [new(2, 1)]),
        };
        RuleText.Describe(indicator.Rule, indicator).ShouldBe("10 điểm × tỷ lệ đạt: Tổng các quý: số tin, bài trong quý: từ 2: 100%; thấp hơn: 0%");
        QuarterText.Of(indicator).ShouldBe("cộng các quý");
    }
}
