using System.Globalization;
using Dti.Web.Numbers;

namespace Dti.Web.Tests.Numbers;

public sealed class VietnameseNumberTests
{
    [Theory]
    [InlineData("12,5", 12.5)]
    [InlineData("12,50", 12.5)]
    [InlineData("0,5", 0.5)]
    [InlineData("0,125", 0.125)]
    [InlineData("0,001", 0.001)]
    [InlineData("1250", 1250)]
    [InlineData("1.250", 1250)]
    [InlineData("12.500", 12500)]
    [InlineData("1.250.000", 1250000)]
    [InlineData("1.250,75", 1250.75)]
    [InlineData("1.250,755", 1250.755)]
    [InlineData("1250,755", 1250.755)]
    [InlineData("1,2550", 1.255)]
    [InlineData("1 250", 1250)]
    [InlineData("1\u00A0250", 1250)]
    [InlineData("1\u202F250\u202F000,5", 1250000.5)]
    [InlineData("  42  ", 42)]
    [InlineData("\u00A042\u00A0", 42)]
    [InlineData("007", 7)]
    [InlineData("0", 0)]
    [InlineData("00", 0)]
    [InlineData("-5", -5)]
    [InlineData("\u22125,5", -5.5)]
    [InlineData("+5", 5)]
    [InlineData("-0", 0)]
    [InlineData("-1.250,5", -1250.5)]
    [InlineData("999999999999999", 999999999999999)]
    [InlineData("999.999.999.999.999", 999999999999999)]
    public void A_number_written_the_Vietnamese_way_is_read(string text, double value) =>
        VietnameseNumber.Read(text).ShouldBe(new NumberReading(value, null));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t\u00A0")]
    [InlineData(null)]
    public void Nothing_typed_is_no_value_and_no_fault(string? text) => VietnameseNumber.Read(text).IsEmpty.ShouldBeTrue();

    [Theory]
    [InlineData("12.5", "12,5", "125")]
    [InlineData("1.5", "1,5", "15")]
    [InlineData("1250.75", "1250,75", "125075")]
    [InlineData("12.50", "12,50", "1250")]
    [InlineData("1.2500", "1,2500", "12500")]
    [InlineData("1,250", "1,25", "1250")]
    [InlineData("1,255", "1,255", "1255")]
    [InlineData("125,000", "125", "125000")]
    [InlineData("1,250.5", "1250,5", "1,2505")]
    [InlineData("12,345.67", "12345,67", "12,34567")]
    public void A_text_that_could_be_two_numbers_is_refused_and_both_are_shown(string text, string first, string second)
    {
        var reading = VietnameseNumber.Read(text);
        reading.Value.ShouldBeNull();
        reading.Fault.ShouldNotBeNull().ShouldContain($"Không rõ là {first} hay {second}");
    }

    [Theory]
    [InlineData("1.25.0", "1250")]
    [InlineData("1.25.000", "125000")]
    [InlineData("1..250", "1250")]
    [InlineData("1 25", "125")]
    [InlineData("1  250", "1250")]
    [InlineData("1.250 000", "1250000")]
    [InlineData("1,250,000", "1250000")]
    [InlineData("1,250,000.5", "1250000,5")]
    [InlineData("12.50,5", "1250,5")]
    [InlineData("1.250,7 5", "1.250,75")]
    [InlineData("0.5", "0,5")]
    [InlineData("0.125", "0,125")]
    [InlineData(".5", "0,5")]
    [InlineData(",5", "0,5")]
    [InlineData("5,", "5")]
    [InlineData("5.", "5")]
    [InlineData("1234.567.890", "1234567890")]
    [InlineData("1,2.3.4", "1234")]
    public void A_text_out_of_order_is_refused_with_the_way_to_write_it(string text, string mend)
    {
        var reading = VietnameseNumber.Read(text);
        reading.Value.ShouldBeNull();
        reading.Fault.ShouldNotBeNull().ShouldContain(mend);
    }

    [Theory]
    [InlineData("1e5")]
    [InlineData("1E5")]
    [InlineData("abc")]
    [InlineData("12a")]
    [InlineData("mười hai")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("0x10")]
    [InlineData("1'250")]
    [InlineData("1_250")]
    [InlineData("(5)")]
    [InlineData("5-")]
    [InlineData("--5")]
    [InlineData("- 5")]
    [InlineData("1-2")]
    [InlineData("1/2")]
    [InlineData("½")]
    [InlineData("-")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData(",")]
    [InlineData("...")]
    [InlineData("%")]
    [InlineData("12%")]
    [InlineData("٣")]
    [InlineData("１２")]
    [InlineData("१२")]
    [InlineData("12\u200B")]
    [InlineData("1\u0000")]
    [InlineData("1\n2")]
    [InlineData("$5")]
    [InlineData("1234567890123456")]
    [InlineData("0,1234567890123456")]
    public void What_is_no_number_is_refused_with_a_message(string text)
    {
        var reading = VietnameseNumber.Read(text);
        reading.Value.ShouldBeNull();
        reading.Fault.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_very_long_text_is_refused_at_once() =>
        VietnameseNumber.Read(new string('1', 10_000_000)).Fault.ShouldNotBeNull().ShouldContain("40 ký tự");

    [Theory]
    [InlineData("12", 12)]
    [InlineData("1.250", 1250)]
    [InlineData("12,0", 12)]
    [InlineData("0", 0)]
    public void A_count_is_a_whole_number(string text, double value) => VietnameseNumber.Read(text, NumberKind.Count).Value.ShouldBe(value);

    [Theory]
    [InlineData("-1", "âm")]
    [InlineData("12,5", "12,5")]
    [InlineData("12%", "%")]
    public void A_count_that_is_none_is_refused(string text, string named)
    {
        var reading = VietnameseNumber.Read(text, NumberKind.Count);
        reading.Value.ShouldBeNull();
        reading.Fault.ShouldNotBeNull().ShouldContain(named);
    }

    [Theory]
    [InlineData("85", 85)]
    [InlineData("85%", 85)]
    [InlineData("85,5 %", 85.5)]
    [InlineData("0%", 0)]
    [InlineData("100%", 100)]
    public void A_percentage_may_carry_its_sign(string text, double value) => VietnameseNumber.Read(text, NumberKind.Percent).Value.ShouldBe(value);

    [Theory]
    [InlineData("100,5")]
    [InlineData("-1")]
    [InlineData("1.250")]
    [InlineData("85%%")]
    [InlineData("%85")]
    public void A_percentage_outside_0_to_100_is_refused(string text) => VietnameseNumber.Read(text, NumberKind.Percent).Fault.ShouldNotBeNull();

    [Theory]
    [InlineData(1250.75, "1.250,75")]
    [InlineData(12.5, "12,5")]
    [InlineData(1250, "1.250")]
    [InlineData(-1250000, "-1.250.000")]
    [InlineData(0, "0")]
    [InlineData(0.125, "0,125")]
    [InlineData(1.255, "1,2550")]
    [InlineData(1234.567, "1.234,567")]
    [InlineData(0.0000001, "0,0000001")]
    public void A_number_is_written_so_that_it_reads_back(double value, string text)
    {
        VietnameseNumber.Format(value).ShouldBe(text);
        VietnameseNumber.Read(text).Value.ShouldBe(value);
    }

    [Fact]
    public void Whatever_is_read_is_written_and_read_as_the_same_number()
    {
        var random = new Random(20251124);
        for (int i = 0; i < 20_000; i++)
        {
            double value = double.Parse(
                ((decimal)random.NextInt64(0, 99_999_999_999) / (decimal)Math.Pow(10, random.Next(0, 7))).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            string text = VietnameseNumber.Format(value);
            VietnameseNumber.Read(text).Value.ShouldBe(value, text);
        }
    }

    [Fact]
    public void A_text_made_of_digits_dots_commas_and_spaces_is_never_read_as_more_digits_than_it_has()
    {
        var random = new Random(7);
        const string letters = "0123456789.,  ";
        for (int i = 0; i < 50_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => letters[random.Next(letters.Length)]));
            var reading = VietnameseNumber.Read(text);
            if (reading.Value is not { } value)
                continue;
            // Independent of the parser: dots and spaces go, the one comma becomes the point.
            string expected = text.Trim().Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace(',', '.');
            value.ShouldBe(double.Parse(expected, CultureInfo.InvariantCulture), text);
        }
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (string name in (string[])["vi-VN", "en-US", "de-DE", "ar-SA", ""])
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
                VietnameseNumber.Read("1.250,75").Value.ShouldBe(1250.75);
                VietnameseNumber.Format(-1250.75).ShouldBe("-1.250,75");
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
