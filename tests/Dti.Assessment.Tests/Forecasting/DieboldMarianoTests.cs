using Dti.Assessment.Forecasting;

namespace Dti.Assessment.Tests.Forecasting;

public sealed class DieboldMarianoTests
{
    [Fact]
    public void One_step_ahead_is_as_computed_by_hand() =>
        // Mean 2, variance 2/3: 2 / √(2/9) × √(2/3) = 3.4641, and P(t₂ > t) = ½ − t / (2 √(2 + t²)).
        DieboldMariano.Worse([1, 2, 3], horizon: 1).ShouldNotBeNull().ShouldBe(0.5 - Math.Sqrt(12) / (2 * Math.Sqrt(14)), 1e-12);

    [Fact]
    public void Two_steps_ahead_count_the_covariance_of_neighbours() =>
        // Autocovariances 1.25 and −0.4375, correction 0.375: statistic 5 on 3 degrees of freedom.
        DieboldMariano.Worse([1, 3, 2, 4], horizon: 2).ShouldNotBeNull().ShouldBe(0.0076962, 1e-6);

    [Theory]
    [InlineData(6.313752, 1, 0.05)]
    [InlineData(2.015048, 5, 0.05)]
    [InlineData(2.228139, 10, 0.025)]
    [InlineData(-2.228139, 10, 0.975)]
    [InlineData(2.750, 30, 0.005)]
    [InlineData(0, 7, 0.5)]
    public void Tails_of_Students_t_are_those_of_the_tables(double t, int freedom, double tail) => StudentT.UpperTail(t, freedom).ShouldBe(tail, 2e-6);

    [Fact]
    public void One_origin_says_nothing() => DieboldMariano.Worse([3], horizon: 1).ShouldBeNull();

    [Fact]
    public void Equal_losses_are_no_worse() => DieboldMariano.Worse([0, 0, 0], horizon: 1).ShouldBe(0.5);

    [Theory]
    [InlineData(0.2, 0.0)]
    [InlineData(-0.2, 1.0)]
    public void A_difference_that_never_varies_is_certain(double difference, double chance) =>
        DieboldMariano.Worse([difference, difference, difference], horizon: 1).ShouldBe(chance);

    [Fact]
    public void A_horizon_longer_than_the_origins_still_gives_a_chance() => DieboldMariano.Worse([1, 2, -1], horizon: 12).ShouldNotBeNull().ShouldBeInRange(0.05, 0.5);
}
