using System.Globalization;
using Dti.Reports.Formatting;

namespace Dti.Reports.Tests.Formatting;

public sealed class VietnameseFormatTests
{
    [Theory]
    [InlineData(1234567.891, 2, "1.234.567,89")]
    [InlineData(0.716355, 5, "0,71636")]
    [InlineData(2.5, 0, "3")]
    [InlineData(-2.5, 0, "−3")]
    [InlineData(12.5, 2, "12,50")]
    [InlineData(0, 2, "0,00")]
    [InlineData(1.005, 2, "1,01")]
    public void Numbers_have_a_decimal_comma_and_round_half_away_from_zero(double value, int decimals, string text) =>
        VietnameseFormat.Number(value, decimals).ShouldBe(text);

    [Theory]
    [InlineData(10, "10")]
    [InlineData(0.75, "0,75")]
    [InlineData(1000, "1.000")]
    [InlineData(0.1 + 0.2, "0,3")]
    public void A_plain_number_has_no_more_decimals_than_it_needs(double value, string text) => VietnameseFormat.Plain(value).ShouldBe(text);

    [Theory]
    [InlineData(1.5e300, "1,5E+300")]
    [InlineData(-1.7976931348623157e308, "−1,7976931348623157E+308")]
    [InlineData(double.Epsilon, "0")]
    [InlineData(double.NaN, "–")]
    public void Figures_at_the_ends_of_the_scale_can_be_written(double value, string text) =>
        (VietnameseFormat.Plain(value), VietnameseFormat.Number(value, 0)).ShouldBe((text, text));

    [Fact]
    public void A_missing_number_is_a_dash() => VietnameseFormat.Number(null, 2).ShouldBe("–");

    [Fact]
    public void A_share_is_a_percentage() => VietnameseFormat.Percent(0.71636, 1).ShouldBe("71,6%");

    [Theory]
    [InlineData(2026, 1, 5, "ngày 05 tháng 01 năm 2026")]
    [InlineData(2026, 2, 10, "ngày 10 tháng 02 năm 2026")]
    [InlineData(2026, 3, 9, "ngày 09 tháng 3 năm 2026")]
    [InlineData(2026, 12, 31, "ngày 31 tháng 12 năm 2026")]
    public void A_long_date_pads_days_below_ten_and_months_one_and_two(int year, int month, int day, string text) =>
        VietnameseFormat.LongDate(new DateOnly(year, month, day)).ShouldBe(text);

    [Fact]
    public void A_moment_is_the_day_it_is_in_Vietnam() =>
        VietnameseFormat.Date(new DateTimeOffset(2026, 1, 4, 20, 0, 0, TimeSpan.Zero)).ShouldBe("05/01/2026");

    [Fact]
    public void The_current_culture_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-US");
            VietnameseFormat.Number(1234.5, 1).ShouldBe("1.234,5");
            VietnameseFormat.Date(new DateOnly(2026, 1, 5)).ShouldBe("05/01/2026");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("Sở Khoa học và Công nghệ", "SKHCN")]
    [InlineData("Sở Thông tin và Truyền thông", "STTTT")]
    [InlineData("UBND tỉnh", "UBNDT")]
    public void An_office_is_written_by_its_initials(string office, string symbol) => OfficeSymbol.Of(office).ShouldBe(symbol);
}
