using Dti.Scoring.Sets;

namespace Dti.Scoring.Tests.Sets;

public sealed class TargetTests
{
    private static readonly Target Least = new() { By = new(2030, 12, 31), Value = 100, Of = new ShareMeasure(), Source = "mẫu" };

    [Theory]
    [InlineData(1, 40, 60)]
    [InlineData(1, 100, 0)]
    [InlineData(1, 130, 0)]
    [InlineData(-1, 130, 30)]
    [InlineData(-1, 100, 0)]
    [InlineData(-1, 40, 0)]
    public void What_is_missing_is_the_way_still_to_go_in_the_targets_direction(int direction, double value, double missing)
    {
        var target = Least with { Direction = direction };
        target.Missing(value).ShouldBe(missing);
        target.IsReachedBy(value).ShouldBe(missing == 0);
    }

    [Fact]
    public void Half_a_billionth_of_the_value_is_forgiven_and_of_a_small_one_half_a_billionth()
    {
        Least.Missing(100 - 4.9e-8).ShouldBe(0);
        Least.Missing(100 - 5.1e-8).ShouldBeGreaterThan(0);
        var small = Least with { Value = 0.01 };
        small.IsReachedBy(0.01 - 4.9e-10).ShouldBeTrue();
        small.IsReachedBy(0.01 - 5.1e-10).ShouldBeFalse();
    }

    [Fact]
    public void A_measure_says_what_it_reads_and_whether_it_is_a_percentage()
    {
        Operand a = new("1", "a"), b = new("1", "b");
        TargetMeasure[] measures = [new InputMeasure(a, InputType.Count), new InputMeasure(a, InputType.Percent), new RatioMeasure(a, b), new ShareMeasure()];
        measures.Select(measure => (measure.Key, measure.IsPercent)).ShouldBe([("a", false), ("a", true), ("a/b", true), ("share", true)]);
        measures.Select(measure => measure.Operands.Count).ShouldBe([1, 1, 2, 0]);
    }
}
