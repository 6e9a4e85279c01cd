using Dti.Assessment.Editions;
using Dti.Assessment.Submissions;
using Dti.Scoring.Sets;

namespace Dti.Assessment.Tests.Editions;

public sealed class InputNumbersTests
{
    public static TheoryData<InputType, object, double> Good => new()
    {
        { InputType.Count, 12.0, 12 },
        { InputType.Number, -12.5, -12.5 },
        { InputType.Number, 0.1 + 0.2, 0.30000000000000004 },
        { InputType.Percent, 99.9, 99.9 },
        { InputType.YesNo, true, 1 },
        { InputType.YesNo, false, 0 },
        { InputType.Choice, "issued", 1 },
        { InputType.Date, "2025-06-30", new DateOnly(2025, 6, 30).DayNumber },
        { InputType.Timeliness, "on_time", 2 },
        { InputType.Timeliness, "late", 1 },
        { InputType.Timeliness, "none", 0 },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_value_of_its_type_is_a_number(InputType type, object value, double number)
    {
        InputNumbers.ToNumber(Of(type), Value(value), out string? fault).ShouldBe(number);
        fault.ShouldBeNull();
    }

    public static TheoryData<InputType, object> Bad => new()
    {
        { InputType.Count, 1.5 },
        { InputType.Count, -1.0 },
        { InputType.Count, "12" },
        { InputType.Count, true },
        { InputType.Number, double.NaN },
        { InputType.Number, double.PositiveInfinity },
        { InputType.Number, "12,5" },
        { InputType.Percent, 100.1 },
        { InputType.Percent, -0.1 },
        { InputType.YesNo, 1.0 },
        { InputType.YesNo, "yes" },
        { InputType.Choice, "other" },
        { InputType.Choice, "" },
        { InputType.Choice, 0.0 },
        { InputType.Date, "30/06/2025" },
        { InputType.Date, "2025-02-30" },
        { InputType.Date, "" },
        { InputType.Timeliness, "soon" },
        { InputType.Timeliness, " " },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_value_of_another_type_is_a_fault_that_shows_it(InputType type, object value)
    {
        InputNumbers.ToNumber(Of(type), Value(value), out string? fault).ShouldBe(double.NaN);
        fault.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(InputType.Number)]
    [InlineData(InputType.YesNo)]
    [InlineData(InputType.Choice)]
    public void An_empty_value_is_a_fault(InputType type)
    {
        InputNumbers.ToNumber(Of(type), default, out string? fault).ShouldBe(double.NaN);
        fault.ShouldNotBeNull().ShouldContain("an empty value");
    }

    [Fact]
    public void A_normalised_leaf_takes_any_number_and_only_numbers()
    {
        InputNumbers.ToNumber(null, InputValue.Of(-3.25), out string? none).ShouldBe(-3.25);
        InputNumbers.ToNumber(null, InputValue.Of("x"), out string? fault).ShouldBe(double.NaN);
        (none, fault is null).ShouldBe((null, false));
    }

    private static Input Of(InputType type) => new()
    {
        Id = "x", Type = type, From = new(InputSourceKind.Self), Options = [new("none", new("Chưa")), new("issued", new("Đã ban hành"))],
    };

    private static InputValue Value(object value) => value switch
    {
        double number => InputValue.Of(number),
        bool flag => InputValue.Of(flag),
        _ => InputValue.Of((string)value),
    };
}
