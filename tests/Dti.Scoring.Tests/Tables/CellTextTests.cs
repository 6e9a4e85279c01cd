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
    [InlineData(InputType.Count, "0", 0)]
    [InlineData(InputType.Count, "9007199254740992", 9007199254740992)]
    [InlineData(InputType.Percent, "100", 100)]
    [InlineData(InputType.Percent, "0", 0)]
    [InlineData(InputType.Choice, "khong", 0)]
    [InlineData(InputType.YesNo, "1", 1)]
    [InlineData(InputType.YesNo, "true", 1)]
    [InlineData(InputType.YesNo, "FALSE", 0)]
    [InlineData(InputType.YesNo, "0", 0)]
    [InlineData(InputType.Choice, "mot-phan", 1)]
    [InlineData(InputType.Date, "0001-01-02", 1)]
    [InlineData(InputType.Timeliness, "on_time", Timeliness.OnTime)]
    [InlineData(InputType.Timeliness, "not_due", Timeliness.NotDue)]
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
    [InlineData(InputType.Number, "12,5", "holds a comma; write numbers with a point and without grouping, for example 12.5")]
    [InlineData(InputType.Number, "1,250.5", "holds a comma; write numbers with a point and without grouping, for example 12.5")]
    [InlineData(InputType.Number, "NaN", "is not a number; write digits with a point, for example 12.5")]
    [InlineData(InputType.Number, "Infinity", "is not a finite number, or larger than a number can be")]
    [InlineData(InputType.Number, "-∞", "is not a number; write digits with a point, for example 12.5")]
    [InlineData(InputType.Number, "1e999", "is not a finite number, or larger than a number can be")]
    [InlineData(InputType.Number, "0x10", "is not a number; write digits with a point, for example 12.5")]
    [InlineData(InputType.Number, "1 250", "is not a number; write digits with a point, for example 12.5")]
    [InlineData(InputType.Number, "mười", "is not a number; write digits with a point, for example 12.5")]
    [InlineData(InputType.Count, "x", "is not a number; write digits with a point, for example 12.5")]
    [InlineData(InputType.Count, "-1", "is not a count; write a whole number, 0 or more")]
    [InlineData(InputType.Count, "2.5", "is not a count; write a whole number, 0 or more")]
    [InlineData(InputType.Count, "9007199254740994", "is too large for a count (at most 9007199254740992)")]
    [InlineData(InputType.Percent, "x", "is not a number; write digits with a point, for example 12.5")]
    [InlineData(InputType.Percent, "100.01", "is not a percentage; write a number from 0 to 100")]
    [InlineData(InputType.Percent, "-0.01", "is not a percentage; write a number from 0 to 100")]
    [InlineData(InputType.YesNo, "2", "is neither yes nor no; write 1, 0, true or false")]
    [InlineData(InputType.YesNo, "có", "is neither yes nor no; write 1, 0, true or false")]
    [InlineData(InputType.Choice, "Mot-phan", "is not an option; write one of khong, mot-phan")]
    [InlineData(InputType.Choice, "1", "is not an option; write one of khong, mot-phan")]
    [InlineData(InputType.Date, "31/12/2025", "is not a date; write year-month-day, for example 2025-12-31")]
    [InlineData(InputType.Date, "2025-02-30", "is not a date; write year-month-day, for example 2025-12-31")]
    [InlineData(InputType.Timeliness, "2", "is not known; write on_time, late or none (not_due where no report was due)")]
    public void What_is_wrong_and_what_would_be_right_is_said(InputType type, string text, string words)
    {
        CellText.TryParse(Of(type), text, out double value, out string? fault).ShouldBeFalse();
        value.ShouldBe(double.NaN);
        fault.ShouldBe($"\"{text}\" {words}");
    }

    [Fact]
    public void A_minus_zero_is_read_without_its_sign()
    {
        CellText.TryParse(null, "-0", out double value, out _).ShouldBeTrue();
        double.IsNegative(value).ShouldBeFalse();
    }

    [Fact]
    public void A_long_cell_is_quoted_by_its_first_forty_letters()
    {
        CellText.TryParse(null, new string('x', 40), out _, out string? whole).ShouldBeFalse();
        whole.ShouldStartWith($"\"{new string('x', 40)}\" is");
        CellText.TryParse(null, new string('x', 41), out _, out string? cut).ShouldBeFalse();
        cut.ShouldStartWith($"\"{new string('x', 40)}…\" is");
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
    [InlineData(InputType.YesNo, 0, "0")]
    [InlineData(InputType.Choice, 1, "mot-phan")]
    [InlineData(InputType.Timeliness, Timeliness.OnTime, "on_time")]
    [InlineData(InputType.Timeliness, Timeliness.NotDue, "not_due")]
    [InlineData(InputType.Timeliness, Timeliness.Late, "late")]
    [InlineData(InputType.Timeliness, Timeliness.None, "none")]
    [InlineData(InputType.Date, 739250, "2024-12-31")]
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
