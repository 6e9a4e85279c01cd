using Dti.Scoring.Sets;
using Dti.Scoring.Tables;
using FsCheck;
using FsCheck.Fluent;

namespace Dti.Scoring.Tests.Tables;

public sealed class CellTextTests
{
    [Theory]
    [InlineData(InputType.Count, "98", 98)]
    [InlineData(InputType.Count, "98.0", 98)]
    [InlineData(InputType.Number, "-12.5", -12.5)]
    [InlineData(InputType.Number, "1e3", 1000)]
    [InlineData(InputType.Number, " 7 ", 7)]
    [InlineData(InputType.Percent, "100", 100)]
    [InlineData(InputType.YesNo, "1", 1)]
    [InlineData(InputType.YesNo, "true", 1)]
    [InlineData(InputType.YesNo, "FALSE", 0)]
    [InlineData(InputType.YesNo, "0", 0)]
    [InlineData(InputType.Choice, "mot-phan", 1)]
    [InlineData(InputType.Date, "0001-01-02", 1)]
    [InlineData(InputType.Timeliness, "on_time", Timeliness.OnTime)]
    [InlineData(InputType.Timeliness, "late", Timeliness.Late)]
    [InlineData(InputType.Timeliness, "none", Timeliness.None)]
    [InlineData(InputType.Count, "", double.NaN)]
    [InlineData(InputType.Date, "  ", double.NaN)]
    public void A_cell_reads_as_its_type(InputType type, string text, double expected)
    {
        CellText.TryParse(Of(type), text, out double value, out string? fault).ShouldBeTrue(fault);
        value.ShouldBe(expected);
        fault.ShouldBeNull();
    }

    [Theory]
    [InlineData(InputType.Number, "12,5", "comma")]
    [InlineData(InputType.Number, "1,250.5", "comma")]
    [InlineData(InputType.Number, "NaN", "not a number")]
    [InlineData(InputType.Number, "Infinity", "not a number|not a finite")]
    [InlineData(InputType.Number, "-∞", "not a number|not a finite")]
    [InlineData(InputType.Number, "1e999", "finite")]
    [InlineData(InputType.Number, "0x10", "not a number")]
    [InlineData(InputType.Number, "1 250", "not a number")]
    [InlineData(InputType.Number, "mười", "not a number")]
    [InlineData(InputType.Count, "-1", "0 or more")]
    [InlineData(InputType.Count, "2.5", "whole")]
    [InlineData(InputType.Count, "1e17", "too large")]
    [InlineData(InputType.Percent, "100.01", "0 to 100")]
    [InlineData(InputType.Percent, "-1", "0 to 100")]
    [InlineData(InputType.YesNo, "2", "neither yes nor no")]
    [InlineData(InputType.YesNo, "có", "neither yes nor no")]
    [InlineData(InputType.Choice, "Mot-phan", "write one of khong, mot-phan")]
    [InlineData(InputType.Choice, "1", "write one of khong, mot-phan")]
    [InlineData(InputType.Date, "31/12/2025", "year-month-day")]
    [InlineData(InputType.Date, "2025-02-30", "year-month-day")]
    [InlineData(InputType.Timeliness, "2", "on_time, late or none")]
    public void What_is_wrong_and_what_would_be_right_is_said(InputType type, string text, string part)
    {
        CellText.TryParse(Of(type), text, out double value, out string? fault).ShouldBeFalse();
        value.ShouldBe(double.NaN);
        fault.ShouldNotBeNull();
        part.Split('|').Any(words => fault.Contains(words, StringComparison.Ordinal)).ShouldBeTrue(fault);
    }

    [Fact]
    public void A_normalised_leaf_takes_any_finite_number()
    {
        CellText.TryParse(null, "-0.5", out double value, out _).ShouldBeTrue();
        value.ShouldBe(-0.5);
        CellText.TryParse(null, "1e999", out _, out _).ShouldBeFalse();
    }

    [Fact]
    public void A_cell_of_ten_megabytes_gives_a_short_message()
    {
        CellText.TryParse(null, new string('9', 10_000_000), out _, out string? fault).ShouldBeFalse();
        fault!.Length.ShouldBeLessThan(200);
    }

    [Theory]
    [InlineData(InputType.YesNo, 1, "1")]
    [InlineData(InputType.Choice, 1, "mot-phan")]
    [InlineData(InputType.Timeliness, Timeliness.Late, "late")]
    [InlineData(InputType.Number, 0.1, "0.1")]
    [InlineData(InputType.Number, double.NaN, "")]
    public void A_value_is_written_as_it_is_read(InputType type, double value, string text)
    {
        CellText.Format(Of(type), value).ShouldBe(text);
        CellText.TryParse(Of(type), text, out double back, out _).ShouldBeTrue();
        back.ShouldBe(value);
    }

    [Fact]
    public void Every_number_reads_back_as_itself() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), number =>
            CellText.TryParse(null, CellText.Format(null, number.Get), out double back, out _) && back == number.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_day_reads_back_as_itself() =>
        Prop.ForAll(Gen.Choose(0, DateOnly.MaxValue.DayNumber).ToArbitrary(), day =>
            CellText.TryParse(Of(InputType.Date), CellText.Format(Of(InputType.Date), day), out double back, out _) && back == day).QuickCheckThrowOnFailure();

    private static Input Of(InputType type) => Given.Input("x", type, "khong", "mot-phan");
}
