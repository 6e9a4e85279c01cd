using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class ConformalIntervalTests
{
    [Fact]
    public void Three_errors_cannot_bound_eighty_per_cent() => ConformalInterval.HalfWidth([1, 2, 3]).ShouldBeNull();

    [Fact]
    public void Of_four_errors_it_is_the_largest() => ConformalInterval.HalfWidth([-4, 1, 2, 3]).ShouldBe(4);

    [Fact]
    public void Of_nine_errors_it_is_the_eighth() => ConformalInterval.HalfWidth([9, 8, 7, 6, 5, 4, 3, 2, 1]).ShouldBe(8);

    [Fact]
    public void Of_ten_errors_it_is_the_ninth() => ConformalInterval.HalfWidth([.. Enumerable.Range(1, 10).Select(i => (double)i)]).ShouldBe(9);
}
