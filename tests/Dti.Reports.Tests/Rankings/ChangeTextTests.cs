using Dti.Assessment.Editions.Comparisons;
using Dti.Reports.Rankings;

namespace Dti.Reports.Tests.Rankings;

public sealed class ChangeTextTests
{
    private static readonly ChangeParts Parts = new(-1, -1.5, 0, 0.25, 0.25);

    [Theory]
    [InlineData(2.1, "+2,10")]
    [InlineData(-0.005, "−0,01")]
    [InlineData(-0.0049, "0,00")]
    [InlineData(1234.5, "+1.234,50")]
    public void Points_carry_their_sign(double change, string text) => ChangeText.Points(change, 2).ShouldBe(text);

    [Theory]
    [InlineData(-1.5, "lên 1,5")]
    [InlineData(2, "xuống 2")]
    [InlineData(0.0833333333333, "xuống 0,08")]
    [InlineData(-1e-15, "giữ nguyên")]
    public void A_lower_rank_number_is_a_move_up(double change, string text) => ChangeText.Ranks(change).ShouldBe(text);

    [Fact]
    public void Bars_of_ranks_go_right_for_up_and_name_every_cause() =>
        ChangeText.RankBars(Parts).Select(bar => (bar.Value, bar.Text)).ShouldBe([(1.5, "lên 1,5"), (0, "giữ nguyên"), (-0.25, "xuống 0,25"), (-0.25, "xuống 0,25")]);

    [Fact]
    public void Narrow_heads_are_explained() => ChangeText.Heads.ShouldBe(
        "“Tự thân”: số liệu của chính đơn vị; “Đơn vị khác”: số liệu của các đơn vị khác; “Phương pháp”: bộ chỉ số, điểm, quy tắc; “Vào, ra”: đơn vị mới vào, rời đi, đổi khối.");

    [Fact]
    public void Causes_are_all_that_the_change_is_made_of() => ChangeText.Causes.Sum(cause => cause.Part(Parts)).ShouldBe(Parts.Total);
}
